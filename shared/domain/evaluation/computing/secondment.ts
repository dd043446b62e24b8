import { dayNumber, daysIn } from '../../../lib/calendar-day.ts'
import type { Dated } from '../../plans/case.ts'
import type { SecondmentMode } from '../../plans/plan-document.ts'
import { rangesInPeriod } from './presence.ts'

/** The pool of who is ranked by himself (单列). */
export const specialPool = 'special'

export interface SecondedPerson {
  /** His own pool, which wins. */
  readonly pool: string | null
  /** His terms of 抽调 to other units. */
  readonly away: readonly Dated[]
}

/** The own pool a person is ranked in: by mode `special`, 单列 for who is 抽调 out on more than half of the period's days. */
export function poolOfSeconded({ pool, away }: SecondedPerson, mode: SecondmentMode, period: { readonly start: string; readonly end: string }): string | null {
  if (pool !== null || mode === 'home') return pool
  const days = { from: dayNumber(period.start), to: dayNumber(period.end) }
  return daysIn(rangesInPeriod(away, days)) * 2 > days.to - days.from + 1 ? specialPool : null
}
