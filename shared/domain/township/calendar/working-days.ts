import { dayNumber, dayText } from '../../../lib/calendar-day.ts'
import { daysOff, type HolidayYear } from './holiday-year.ts'

/** Days off and days worked in exchange, of the years that an arrangement is known of. */
export interface Holidays {
  readonly years: ReadonlySet<number>
  readonly off: ReadonlySet<string>
  readonly work: ReadonlySet<string>
}

/** A day that was counted to; `known` is false when a year it was counted through has no arrangement, so that weekends alone were left out. */
export interface CountedDay {
  readonly day: string
  readonly known: boolean
}

export interface CountedDays {
  readonly days: number
  readonly known: boolean
}

export const noHolidays: Holidays = { years: new Set(), off: new Set(), work: new Set() }

/** The arrangements of several years as one; they hold no fault of `holidayFaults`. */
export function holidaysOfYears(years: readonly HolidayYear[]): Holidays {
  const holidays = years.flatMap((year) => year.holidays)
  return {
    years: new Set(years.map(({ year }) => year)),
    off: new Set(holidays.flatMap(daysOff)),
    work: new Set(holidays.flatMap(({ work }) => work)),
  }
}

/** Whether offices work on a day: 调休 first, then holidays, then the week. */
export function isWorkingDay(day: string, { off, work }: Holidays): boolean {
  if (work.has(day)) return true
  if (off.has(day)) return false
  return !isWeekend(dayNumber(day))
}

/**
 * The `count`-th working day after a day, or before it when negative: a term of 5 working days from 7月1日 ends on the fifth
 * working day after it. With 0 the day itself, or the next that is worked.
 */
export function addWorkingDays(day: string, count: number, holidays: Holidays): CountedDay {
  const step = count < 0 ? -1 : 1
  let at = count === 0 ? dayNumber(day) - 1 : dayNumber(day)
  for (let left = Math.max(1, Math.abs(count)); left > 0; ) {
    at += step
    if (isWorkingDay(dayText(at), holidays)) left -= 1
  }
  return { day: dayText(at), known: isKnown(day, dayText(at), holidays) }
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier: how late `to` is for a term that ended on `from`. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): CountedDays {
  if (to < from) {
    const { days, known } = workingDaysBetween(to, from, holidays)
    return { days: days === 0 ? 0 : -days, known }
  }
  const first = dayNumber(from) + 1
  const later = Array.from({ length: dayNumber(to) - first + 1 }, (_, place) => dayText(first + place))
  return { days: later.filter((day) => isWorkingDay(day, holidays)).length, known: isKnown(from, to, holidays) }
}

function isKnown(one: string, other: string, { years }: Holidays): boolean {
  const [first, last] = one < other ? [one, other] : [other, one]
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) if (!years.has(year)) return false
  return true
}

/** 1970-01-01, day 0, was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}
