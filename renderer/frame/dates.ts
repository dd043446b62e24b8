import { dateWords } from './vocabulary.ts'

export { periodTitle } from '../../shared/domain/plans/cycle-vocabulary.ts'

/** `2026-04-05` → 4月5日. */
export function shortDay(day: string): string {
  const [, month, date] = day.split('-')
  return dateWords.monthDay(Number(month), Number(date))
}

/** A moment of the host as the clock in China shows it: `2026-07-06 09:41`. */
export function momentText(moment: string): string {
  const inChina = new Date(new Date(moment).getTime() + 8 * 3_600_000)
  return Number.isNaN(inChina.getTime()) ? moment : inChina.toISOString().slice(0, 16).replace('T', ' ')
}

/** The day in China of a moment: `2026-07-06`. */
export function dayOfMoment(moment: string): string {
  return momentText(moment).slice(0, 10)
}
