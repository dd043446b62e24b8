import type { Hundredths } from '../../../lib/hundredths.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { Identity, StaffStatus, Track } from '../../people/codes.ts'
import type { DeductionRule } from '../../plans/points/codes.ts'
import type { DayText } from '../../plans/case.ts'
import type { ModuleOutcome } from './module-outcome.ts'
import type { TeamOutcome } from '../../plans/team-outcome.ts'
import type { LeafName, QuarterFlag, QuarterGrade, QuarterVeto, QuotaRounding, ScoringMode } from '../../plans/vocabulary.ts'

/** A score with the exact value it was rounded from. */
export interface Rounded {
  readonly exact: Rational
  readonly score: Hundredths
}

/** A stretch of covered days on which the person held the same assignments. */
export interface PostSegment {
  readonly from: DayText
  readonly to: DayText
  readonly days: number
  readonly held: readonly { readonly module: string; readonly post: string }[]
  /** Highest post score and highest coefficient of those held (就高). */
  readonly score: Rational
  readonly coefficient: Rational
}

/** P: mean of the daily scores over covered days, at most `max`. */
export interface PostOutcome {
  readonly segments: readonly PostSegment[]
  readonly coveredDays: number
  readonly mean: Rational
  readonly max: Rational
  /** Null when the plan gives the post no points: then the leaf does not exist. */
  readonly score: Hundredths | null
  /** k: exact mean of the daily coefficients, and the same rounded to 4 decimals. */
  readonly exactCoefficient: Rational
  readonly coefficient: Rational
}

/** One membership in a special group (专项组) with at least a day in the period; the highest `counted` ones count. */
export interface GroupItem extends Rounded {
  readonly group: string
  readonly name: string
  readonly role: string
  readonly grade: string
  readonly roleFactor: Rational
  readonly gradeFactor: Rational
  readonly from: DayText
  readonly to: DayText | null
  readonly days: number
  readonly counted: boolean
}

/** Not counted when the same matter stands at a higher level, or a second time at the same one. */
export interface HonourItem {
  readonly matter: string
  readonly level: string
  readonly score: Hundredths
  readonly counted: boolean
}

/** X: items add up, at most `cap`. */
export interface SpecialOutcome {
  readonly groups: readonly GroupItem[]
  readonly maxGroups: number
  readonly honours: readonly HonourItem[]
  readonly circulars: { readonly count: number; readonly each: Hundredths; readonly score: Hundredths }
  readonly sum: Hundredths
  readonly cap: Hundredths
  /** Null when the cap is 0: then the leaf does not exist. */
  readonly score: Hundredths | null
}

/** `outside` the period counts nothing; `exempt` (尽责豁免) stays visible with 0 points. `order` counts rejections of the year. */
export interface DeductionItem {
  readonly id: string
  readonly rule: DeductionRule
  readonly date: DayText
  readonly state: 'counted' | 'exempt' | 'outside'
  readonly order: number | null
  readonly points: Rational
}

/** D: by date, then id; negative circulars of the period besides. */
export interface DeductionOutcome {
  readonly items: readonly DeductionItem[]
  readonly priorRejections: number
  readonly circulars: { readonly count: number; readonly each: Rational; readonly points: Rational }
  readonly sum: Rational
  readonly cap: Hundredths
  /** Null when the cap is 0: then the leaf does not exist. */
  readonly score: Hundredths | null
}

/** Points per dimension as they add up to the total; a dimension without leaves is 0. */
export interface Dimensions {
  readonly post: Hundredths
  readonly module: Hundredths
  readonly team: Hundredths
  readonly special: Hundredths
  readonly deduct: Hundredths
}

/** `raw` is the total before the floor of 0. In coefficient mode `scaled` = round2(k × (moduleShare + teamShare)) and P does not count. */
export type TotalOutcome =
  | { readonly mode: 'additive'; readonly raw: Hundredths; readonly total: Hundredths }
  | {
      readonly mode: 'coefficient'
      readonly coefficient: Rational
      readonly moduleShare: Rational
      readonly teamShare: Rational
      readonly scaled: Hundredths
      readonly raw: Hundredths
      readonly total: Hundredths
    }

/** Competition ranks (1, 2, 2, 4) on the total. */
export interface Ranks {
  readonly town: number
  readonly module: number
  readonly pool: number
}

/** Duty days: covered and not on a leave of `validity.leaves`; the period is valid from `needed` on. */
export interface DutyOutcome {
  readonly coveredDays: number
  readonly dutyDays: number
  readonly needed: Rational
  readonly valid: boolean
}

/** Days in each module, with the start of the latest assignment there; the first is the primary module. */
export interface ModuleDays {
  readonly module: string
  readonly days: number
  readonly latestStart: DayText
}

/**
 * Why the grade is what it is. `order` is the competition place among the pool's candidates, null for no candidate;
 * `byScore` the grade of the total alone and `cappedBy` the veto that lowered it.
 */
export type GradeReason =
  | { readonly kind: 'status'; readonly status: 'probation' | 'pending_case' }
  | { readonly kind: 'periodNotValid' }
  | {
      readonly kind: 'ranked'
      readonly place: 'withinQuota' | 'tiedAtLine' | 'beyondQuota' | 'belowGood' | 'barredByVeto'
      readonly order: number | null
      readonly quota: number
      readonly byScore: 'fair_good' | 'average' | 'poor'
      readonly cappedBy: QuarterVeto | null
    }

export interface GradeOutcome {
  readonly grade: QuarterGrade
  readonly reason: GradeReason
  readonly vetoes: readonly QuarterVeto[]
}

/** One scored person with everything the numbers are made of. */
export interface PersonOutcome {
  readonly staff: string
  readonly name: string
  readonly identity: Identity
  readonly track: Track
  readonly status: StaffStatus
  readonly mode: ScoringMode
  readonly primaryModule: string
  readonly pool: string | null
  readonly moduleDays: readonly ModuleDays[]
  readonly post: PostOutcome
  readonly module: ModuleOutcome
  readonly team: TeamOutcome
  readonly special: SpecialOutcome
  readonly deduction: DeductionOutcome
  readonly leaves: Readonly<Partial<Record<LeafName, Hundredths>>>
  readonly dimensions: Dimensions
  readonly total: TotalOutcome
  readonly ranks: Ranks
  readonly duty: DutyOutcome
  readonly grade: GradeOutcome
  readonly flags: readonly QuarterFlag[]
}

/** The quota (名额) of one pool; `eligible` are those left after status and validity, `exact` is share × eligible before rounding. */
export interface PoolOutcome {
  readonly pool: string | null
  readonly people: number
  readonly eligible: number
  readonly share: Rational
  readonly exact: Rational
  readonly rounding: QuotaRounding
  readonly quota: number
  readonly candidates: number
  readonly good: number
  readonly tiedAtLine: number
}

/** Staff of the input who do not appear in the result. */
export interface Unscored {
  readonly staff: string
  readonly why: 'excluded' | 'noAssignmentDay'
}

/** `days` is N. People stand in input order, pools in the order of the plan, the pool-less (null) last. */
export interface QuarterOutcome {
  readonly period: { readonly id: string; readonly start: DayText; readonly end: DayText; readonly freeze: DayText; readonly days: number }
  readonly people: readonly PersonOutcome[]
  readonly unscored: readonly Unscored[]
  readonly pools: readonly PoolOutcome[]
}
