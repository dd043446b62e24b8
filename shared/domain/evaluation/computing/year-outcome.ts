import type { Hundredths } from '../../../lib/hundredths.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { Identity, Track } from '../../people/codes.ts'
import type { YearQuarter } from '../../plans/case.ts'
import type { QuotaRounding, YearGrade, YearStatus, YearVeto } from '../../plans/vocabulary.ts'

/** Exact means over the valid quarters; D the smaller the better. */
export interface YearMeans {
  readonly total: Rational
  readonly module: Rational
  readonly team: Rational
  readonly special: Rational
  readonly deduct: Rational
}

/** What keeps a person from 优秀. */
export const excellentBars = ['veto', 'warned', 'noGoodQuarter', 'averageQuarter', 'belowCompetent'] as const
export type ExcellentBar = (typeof excellentBars)[number]

/** Why the year grade is what it is; `order` is the competition place among the pool's candidates. */
export type YearGradeReason =
  | { readonly kind: 'status'; readonly status: 'probation' | 'pending_case' | 'long_leave' }
  | { readonly kind: 'noValidQuarter' }
  | {
      readonly kind: 'ranked'
      readonly place: 'withinQuota' | 'tiedAtLine' | 'beyondQuota' | 'barred'
      readonly bars: readonly ExcellentBar[]
      readonly order: number | null
      readonly quota: number
      readonly byScore: 'competent' | 'basic' | 'incompetent'
      readonly cappedBy: YearVeto | null
    }

/** weight = annual × factor × months / 12; `exact` and `fen` are amounts in fen, `exact` before the largest remainders. */
export interface BonusShare {
  readonly factor: Rational
  readonly months: number
  readonly weight: Rational
  readonly exact: Rational
  readonly fen: number
}

export interface YearPersonOutcome {
  readonly staff: string
  readonly identity: Identity
  readonly track: Track
  readonly status: YearStatus
  readonly pool: string | null
  readonly warned: boolean
  readonly vetoes: readonly YearVeto[]
  readonly quarters: readonly YearQuarter[]
  readonly months: number
  readonly validQuarters: number
  /** Null without a valid quarter. */
  readonly means: YearMeans | null
  readonly annual: Hundredths | null
  readonly grade: YearGrade
  readonly reason: YearGradeReason
  readonly flags: readonly 'needsMeeting'[]
  readonly bonus: BonusShare | null
}

export interface YearPoolOutcome {
  readonly pool: string | null
  readonly people: number
  readonly eligible: number
  readonly share: Rational
  readonly exact: Rational
  readonly rounding: QuotaRounding
  readonly quota: number
  readonly candidates: number
  readonly excellent: number
  readonly tiedAtLine: number
}

/** One bonus pool: `spent` is its amount, or 0 when nobody is eligible. Amounts in fen. */
export interface BonusPoolOutcome {
  readonly pool: string
  readonly amount: number
  readonly weight: Rational
  readonly spent: number
  /** Staff with a share, in input order. */
  readonly staff: readonly string[]
}

export interface YearOutcome {
  readonly year: number
  readonly people: readonly YearPersonOutcome[]
  readonly pools: readonly YearPoolOutcome[]
  readonly bonusPools: readonly BonusPoolOutcome[]
}
