import type { Hundredths } from '../../lib/hundredths.ts'
import type { Rational } from '../../lib/rational.ts'
import type { DayText } from './case.ts'

/** One membership row with at least a day in the period; `place` is null for an unranked village, whose points are the mean of the ranked ones. */
export interface MembershipRow {
  readonly village: string
  readonly from: DayText
  readonly to: DayText | null
  readonly days: number
  readonly quarterRank: number | null
  readonly place: number | null
  readonly points: Rational
}

/** T1 (联村结果): mean of the rows' points weighted by their days; `rankedVillages` is V. */
export interface TeamResultOutcome {
  readonly max: Rational
  readonly rankedVillages: number
  readonly rows: readonly MembershipRow[]
  readonly days: number
  readonly exact: Rational
  readonly score: Hundredths
}

/** Points of one kind: quantity × each, at most cap. */
export interface ServiceKindOutcome {
  readonly kind: string
  readonly quantity: Rational
  readonly each: Rational
  readonly points: Rational
  readonly cap: Rational
  readonly capped: Rational
}

/** A verified event in the period that repeats an earlier one; both are positions in the input's `serviceEvents`. */
export interface DuplicateEvent {
  readonly event: number
  readonly first: number
}

/** T2 (履职积分): max × min(1, points / needed), needed = target × coverage / N. Without coverage there is no T2. */
export interface ServiceOutcome {
  readonly max: Rational
  readonly target: Rational
  readonly kinds: readonly ServiceKindOutcome[]
  readonly points: Rational
  /** Positions in the input's `serviceEvents`. */
  readonly counted: readonly number[]
  readonly duplicates: readonly DuplicateEvent[]
  /** Verified but dated outside the period, and not verified. */
  readonly outside: readonly number[]
  readonly unverified: readonly number[]
  /** Days in at least one team and on no leave of any kind. */
  readonly coverage: number
  readonly needed: Rational
  readonly exact: Rational | null
  readonly score: Hundredths | null
}

/**
 * How T came about. `sum`: T1 + T2. `noTeam`: from M, M × Tmax / Mmax. `noServiceDays`: T1 × Tmax / T1max; where the plan has
 * no T1, from M like `noTeam`.
 */
export type TeamHow =
  | { readonly kind: 'sum' }
  | { readonly kind: 'noTeam'; readonly module: Hundredths; readonly moduleMax: Rational; readonly exact: Rational }
  | { readonly kind: 'noServiceDays'; readonly from: 'result' | 'module'; readonly score: Hundredths; readonly max: Rational; readonly exact: Rational }

/** The team dimension; `result` and `service` are null when the plan's maximum is 0 or the person is in no team. */
export interface TeamOutcome {
  readonly max: Rational
  readonly result: TeamResultOutcome | null
  readonly service: ServiceOutcome | null
  readonly unrankedVillage: boolean
  readonly how: TeamHow
  readonly score: Hundredths
}
