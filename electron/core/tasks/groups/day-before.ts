import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'

export function dayBefore(day: string): string {
  return dayText(dayNumber(day) - 1)
}
