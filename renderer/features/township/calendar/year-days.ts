import { daysOff, type HolidayYear } from '../../../../shared/domain/township/calendar/holiday-year.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'

/** off: a holiday · work: worked in exchange · weekend · plain */
export type DayKind = 'off' | 'work' | 'weekend' | 'plain'

export interface YearDay {
  readonly day: string
  readonly kind: DayKind
  /** The holiday it belongs to, where it is off or worked in exchange. */
  readonly holiday: string | null
}

/** The weeks of the months of a year, Monday first; null fills up the first and the last week. */
export function monthsOfYear(year: number, arrangement: HolidayYear | null): readonly (readonly (readonly (YearDay | null)[])[])[] {
  const off = new Map(arrangement?.holidays.flatMap((holiday) => daysOff(holiday).map((day) => [day, holiday.name] as const)) ?? [])
  const work = new Map(arrangement?.holidays.flatMap(({ name, work }) => work.map((day) => [day, name] as const)) ?? [])
  const describe = (day: string): YearDay => {
    const name = off.get(day) ?? work.get(day) ?? null
    const weekday = (dayNumber(day) + 3) % 7
    return { day, holiday: name, kind: off.has(day) ? 'off' : work.has(day) ? 'work' : weekday >= 5 ? 'weekend' : 'plain' }
  }
  return Array.from({ length: 12 }, (_, month) => weeksOf(year, month).map((week) => week.map((day) => (day === null ? null : describe(day)))))
}

function weeksOf(year: number, month: number): readonly (readonly (string | null)[])[] {
  const first = dayNumber(`${String(year)}-${String(month + 1).padStart(2, '0')}-01`)
  const next = month === 11 ? dayNumber(`${String(year + 1)}-01-01`) : dayNumber(`${String(year)}-${String(month + 2).padStart(2, '0')}-01`)
  const lead = (first + 3) % 7
  const cells = [...Array.from({ length: lead }, () => null), ...Array.from({ length: next - first }, (_, place) => dayText(first + place))]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, place) => cells[week * 7 + place] ?? null))
}
