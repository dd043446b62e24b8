import { dayNumber, dayText } from '../../../lib/calendar-day.ts'

export interface Quarter {
  readonly start: string
  readonly end: string
}

/** The calendar quarter that a day lies in: `2026-05-17` → `2026-04-01` to `2026-06-30`. */
export function quarterOf(day: string): Quarter {
  const year = Number(day.slice(0, 4))
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  const next = quarter === 3 ? firstOf(year + 1, 1) : firstOf(year, quarter * 3 + 4)
  return { start: firstOf(year, quarter * 3 + 1), end: dayText(dayNumber(next) - 1) }
}

function firstOf(year: number, month: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-01`
}
