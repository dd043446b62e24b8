import { dayNumber, dayText } from '../../../lib/calendar-day.ts'

/** 0 is Sunday, 2 Tuesday; 1970-01-01 was a Thursday. */
function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

/** 周二无会日: on Tuesdays nobody is called to a meeting and everybody goes to the villages (article 27). */
export function isTuesday(day: string): boolean {
  return weekdayOf(day) === 2
}

/** The first Tuesday after the day. */
export function nextTuesday(day: string): string {
  return dayText(dayNumber(day) + ((8 - weekdayOf(day)) % 7) + 1)
}

/** The day itself if it is a Tuesday, else the last one before it. */
export function tuesdayUpTo(day: string): string {
  return dayText(dayNumber(day) - ((weekdayOf(day) + 5) % 7))
}

/** Monday of the week that the day lies in. */
export function mondayOf(day: string): string {
  return dayText(dayNumber(day) - ((weekdayOf(day) + 6) % 7))
}

/** The Tuesday of the week, Monday to Sunday, that the day lies in. */
export function tuesdayOfWeek(day: string): string {
  return dayText(dayNumber(mondayOf(day)) + 1)
}

/** The Tuesdays of a month `2026-06`, in order: four or five. */
export function tuesdaysOfMonth(month: string): readonly string[] {
  const first = `${month}-01`
  const from = isTuesday(first) ? first : nextTuesday(first)
  return Array.from({ length: 5 }, (_, week) => dayText(dayNumber(from) + 7 * week)).filter((day) => day.startsWith(month))
}

/** A meeting on this day needs a reason and the 党政正职 who allowed it (article 27). */
export function needsException(day: string): boolean {
  return isTuesday(day)
}

/** Days after a Tuesday on which one may still check in, with a reason. */
export const lateCheckInDays = 3

export type CheckIn = 'early' | 'on_time' | 'late' | 'closed'

/** How a check-in on `today` for the Tuesday `date` stands: before it, on it, within the days of grace, or too late. */
export function checkInOn(date: string, today: string): CheckIn {
  const after = dayNumber(today) - dayNumber(date)
  if (after < 0) return 'early'
  if (after === 0) return 'on_time'
  return after <= lateCheckInDays ? 'late' : 'closed'
}
