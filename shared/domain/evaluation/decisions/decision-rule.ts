import { quarterVetoes, yearVetoes } from '../../plans/points/codes.ts'
import type { GradeReason } from '../computing/outcome.ts'
import type { ExcellentBar, YearGradeReason } from '../computing/year-outcome.ts'

/** The grade a quota holds for: 好 of a quarter, 优秀 of a year. */
export const bestGrades = { quarter: 'good', year: 'excellent' } as const

/** From best to worst, of those that come of a score. */
const ladders = { quarter: ['good', 'fair_good', 'average', 'poor'], year: ['excellent', 'competent', 'basic', 'incompetent'] } as const

export const decisionBars = ['status', 'notValid', 'veto', 'cap', 'warned', 'noGoodQuarter', 'averageQuarter', 'belowCompetent'] as const
export type DecisionBar = (typeof decisionBars)[number]

/** What the engine says of a person that the meeting is bound by: vetoes, and for a year each bar of 优秀. */
export interface Standing {
  readonly kind: 'quarter' | 'year'
  readonly suggested: string
  readonly vetoes: readonly string[]
  readonly reason: GradeReason | YearGradeReason
}

/**
 * Why the meeting may not decide on a grade without a 特殊情形; null when it may. Who has no grade by status or for want of a valid
 * period keeps the suggestion; a veto bars the best grade and every grade above its cap; a year's bars keep from 优秀.
 */
export function decisionBar({ kind, suggested, vetoes, reason }: Standing, grade: string): DecisionBar | null {
  if (grade === suggested) return null
  if (reason.kind === 'status') return 'status'
  if (reason.kind !== 'ranked') return 'notValid'
  const ladder: readonly string[] = ladders[kind]
  const place = ladder.indexOf(grade)
  if (place < 0) return null
  if (place < firstOpenPlace(kind, vetoes)) return place === 0 ? 'veto' : 'cap'
  const bars: readonly ExcellentBar[] = 'bars' in reason ? reason.bars : []
  return place === 0 ? (bars[0] ?? null) : null
}

/** The place on the ladder that the vetoes leave open. */
function firstOpenPlace(kind: Standing['kind'], vetoes: readonly string[]): number {
  if (vetoes.includes('cap_incompetent')) return 3
  if (vetoes.includes('cap_basic')) return 2
  const known: readonly string[] = kind === 'quarter' ? quarterVetoes : yearVetoes
  return vetoes.some((veto) => known.includes(veto)) ? 1 : 0
}

interface Graded {
  readonly pool: string | null
  /** As the meeting decided, and where it has not, as suggested. */
  readonly grade: string
  /** Decided by a 特殊情形, which takes no place. */
  readonly isSpecial: boolean
}

export interface Overfull {
  readonly pool: string | null
  readonly quota: number
  readonly given: number
}

/** The pools in which more people stand with the best grade than there are places: a suggestion that nobody has changed takes one as well. */
export function overfullPools(kind: Standing['kind'], graded: readonly Graded[], quotas: readonly { readonly pool: string | null; readonly quota: number }[]): readonly Overfull[] {
  return quotas.flatMap(({ pool, quota }) => {
    const given = graded.filter((one) => one.pool === pool && !one.isSpecial && one.grade === bestGrades[kind]).length
    return given > quota ? [{ pool, quota, given }] : []
  })
}
