import { dateWords } from './vocabulary.ts'

/** `2026-06-02` → 6月2日 */
export function dayText(day: string): string {
  return dateWords.monthDay(Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** `2026-06` → 2026年6月 */
export function monthText(month: string): string {
  return dateWords.yearMonth(month.slice(0, 4), Number(month.slice(5, 7)))
}

/** The month so many months after one: `2026-12` and 1 → `2027-01`. */
export function monthMoved(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`
}
