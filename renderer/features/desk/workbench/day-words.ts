import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { workbenchWords } from './vocabulary.ts'

/** 1970-01-01 was a Thursday. */
const weekdayOfEpoch = 4

/** `2026-07-07` → 2026年7月7日　星期二 · 周二无会日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const weekday = (dayNumber(day) + weekdayOfEpoch) % 7
  const text = workbenchWords.today(year ?? 0, month ?? 0, date ?? 0, workbenchWords.weekdays[weekday] ?? '')
  return weekday === 2 ? `${text} · ${workbenchWords.tuesday}` : text
}
