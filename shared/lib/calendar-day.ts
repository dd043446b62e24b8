/** A calendar day as the count of days since 1970-01-01 (which is 0), free of time zones. */
export type DayNumber = number

/** Both ends belong to the range; `to` is never before `from`. */
export interface DayRange {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** From 0000-03-01 to 1970-01-01. */
const daysToEpoch = 719_468

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Whether the text is an existing day written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const length = daysOfMonth[month - 1]
  if (length === undefined || day < 1) return false
  return day <= (month === 2 && isLeap(Number(text.slice(0, 4))) ? 29 : length)
}

/** `"1970-01-02"` → 1. @throws SyntaxError when {@link isCalendarDay} refuses the text */
export function dayNumber(text: string): DayNumber {
  if (!isCalendarDay(text)) throw new SyntaxError(`not a calendar day: ${text}`)
  const month = Number(text.slice(5, 7))
  // Years counted from March end with the leap day, so that months before it have fixed offsets.
  const year = Number(text.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(text.slice(8, 10)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - daysToEpoch
}

/** 1 → `"1970-01-02"`. */
export function dayText(day: DayNumber): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Days in the range, both ends counted. */
export function lengthInDays(range: DayRange): number {
  return range.to - range.from + 1
}

/** The common part of two ranges, or null. */
export function overlap(a: DayRange, b: DayRange): DayRange | null {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from <= to ? { from, to } : null
}

/** The same days as disjoint ranges in order; touching ranges are joined. */
export function unite(ranges: readonly DayRange[]): readonly DayRange[] {
  const united: DayRange[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1)
    if (last && range.from <= last.to + 1) united[united.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else united.push(range)
  }
  return united
}

/** Days held by at least one range. */
export function daysIn(ranges: readonly DayRange[]): number {
  return unite(ranges).reduce((days, range) => days + lengthInDays(range), 0)
}

/** Days held by at least one range of `ranges` and by none of `without`. */
export function daysOutside(ranges: readonly DayRange[], without: readonly DayRange[]): number {
  return daysIn([...ranges, ...without]) - daysIn(without)
}
