import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import type { TownshipTable } from './tables.ts'

type Holidays = TownshipTable['holidays']

/** `2026-03-31` and 1 → `2026-04-01`. */
export function plusDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days)
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 is Sunday, 2 Tuesday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

export function isHoliday(day: string, holidays: Holidays): boolean {
  return holidays.some(({ from, to }) => from <= day && day <= to)
}

/** Monday to Friday and no public holiday; days worked in exchange for a holiday are left out. */
export function isWorkday(day: string, holidays: Holidays): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !isHoliday(day, holidays)
}

/** The day itself or the first workday after it. */
export function workdayFrom(day: string, holidays: Holidays): string {
  return isWorkday(day, holidays) ? day : workdayFrom(plusDays(day, 1), holidays)
}

/** The workdays of a range, both ends included. */
export function workdaysOf(from: string, to: string, holidays: Holidays): readonly string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => plusDays(from, index)).filter((day) => isWorkday(day, holidays))
}

/** The day itself or the last workday before it. */
export function workdayUpTo(day: string, holidays: Holidays): string {
  return isWorkday(day, holidays) ? day : workdayUpTo(plusDays(day, -1), holidays)
}

/** Tuesdays on which the township goes to its villages. */
export function villageTuesdays(from: string, to: string, holidays: Holidays): readonly string[] {
  return workdaysOf(from, to, holidays).filter((day) => weekdayOf(day) === 2)
}
