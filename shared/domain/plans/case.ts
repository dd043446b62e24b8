import type { Identity, LeaveKind, StaffStatus, Track } from '../people/codes.ts'
import type { CircularKind, DeductionRule } from './points/codes.ts'
import type { PartyRole, TaskQuality } from './task-codes.ts'
import type { DecimalText, Plan, PoolRule } from './plan.ts'
import type { QuarterGrade, QuarterVeto, QuotaRounding, TaskStatus, TaskWeight, YearStatus, YearVeto } from './vocabulary.ts'

/** A day written `YYYY-MM-DD`. */
export type DayText = string

/** Both ends belong to it; `to: null` is open. */
export interface Dated {
  readonly from: DayText
  readonly to: DayText | null
}

export interface Township {
  readonly name: string
  readonly kind: string
  readonly county: string
  readonly reportingUnit: string
}

/** The quarter: first and last day, and the freeze day after which a completion no longer counts. */
export interface Period {
  readonly id: string
  readonly kind: 'quarter'
  readonly start: DayText
  readonly end: DayText
  readonly freeze: DayText
}

export interface CaseModule {
  readonly id: string
  readonly name: string
  readonly pkFactor: DecimalText
}

/** Each factor 1–5. */
export interface PostFactors {
  readonly workload: number
  readonly difficulty: number
  readonly risk: number
}

/** `coefficient` wins over `factors`; without either it is 1. */
export interface Post {
  readonly id: string
  readonly name: string
  readonly score: DecimalText
  readonly coefficient: DecimalText | null
  readonly factors: PostFactors | null
}

export interface Assignment extends Dated {
  readonly module: string
  readonly post: string
}

export interface Leave extends Dated {
  readonly kind: LeaveKind
}

export interface CaseStaff {
  readonly id: string
  readonly name: string
  readonly identity: Identity
  readonly track: Track
  readonly status: StaffStatus
  /** The person's own pool (专班单列), which wins over the rules of the plan. */
  readonly pool: string | null
  /** Rejected feedback of this calendar year before the period. */
  readonly priorRejections: number
  readonly assignments: readonly Assignment[]
  readonly leaves: readonly Leave[]
}

/** Exactly one of band (of `plan.module.headBands`) and score is set. */
export interface HeadRating {
  readonly scorer: string
  readonly staff: string
  readonly module: string
  readonly band: string | null
  readonly score: DecimalText | null
}

/** A single ballot as a case lists it; `band: null` is an abstention. Nothing past the parser sees one. */
export interface PeerVote {
  readonly scorer: string
  readonly staff: string
  readonly band: string | null
}

/** Ballots on one person as the database keeps them: votes per band of `plan.module.peerBands`, and abstentions. */
export interface PeerCount {
  readonly staff: string
  readonly votes: Readonly<Record<string, number>>
  readonly abstained: number
}

export interface LeaderScore {
  readonly scorer: string
  readonly staff: string
  readonly score: DecimalText
}

/** One doer's part; what is not null wins over the task's own field. */
export interface TaskParty {
  readonly staff: string
  readonly role: PartyRole
  readonly completedOn: DayText | null
  readonly reworks: number | null
  readonly quality: TaskQuality | null
}

/** `due` is the approved due day; `completedOn` the day of the submission that was finally accepted. */
export interface CaseTask {
  readonly id: string
  readonly title: string
  readonly module: string
  readonly weight: TaskWeight
  readonly due: DayText
  readonly status: TaskStatus
  readonly completedOn: DayText | null
  readonly reworks: number
  readonly quality: TaskQuality | null
  readonly parties: readonly TaskParty[]
}

export interface Village {
  readonly id: string
  readonly name: string
  readonly quarterRank: number | null
}

export interface TeamMember extends Dated {
  readonly staff: string
  readonly village: string
}

/** `kind` is one of `plan.team.service.kinds`. */
export interface ServiceEvent {
  readonly staff: string
  readonly village: string
  readonly date: DayText
  readonly kind: string
  readonly household: string | null
  readonly quantity: DecimalText
  readonly verified: boolean
}

export interface GroupMember extends Dated {
  readonly staff: string
  readonly role: string
}

export interface SpecialGroup {
  readonly id: string
  readonly name: string
  readonly grade: string
  readonly members: readonly GroupMember[]
}

export interface Honour {
  readonly staff: string
  readonly matter: string
  readonly level: string
}

export interface Circular {
  readonly staff: string
  readonly kind: CircularKind
}

export interface Deduction {
  readonly id: string
  readonly staff: string
  readonly rule: DeductionRule
  readonly date: DayText
  readonly exempt: boolean
}

export interface Veto {
  readonly staff: string
  readonly effect: QuarterVeto
}

/**
 * Everything a quarter's evaluation depends on, in input order; plain JSON, so the frozen snapshot is this value.
 * Only a value that came from `parseCase` or `parseQuarterInput` may be evaluated.
 */
export interface QuarterInput {
  readonly township: Township
  readonly plan: Plan
  readonly period: Period
  readonly modules: readonly CaseModule[]
  readonly posts: readonly Post[]
  readonly staff: readonly CaseStaff[]
  readonly headRatings: readonly HeadRating[]
  readonly peerCounts: readonly PeerCount[]
  readonly leaderScores: readonly LeaderScore[]
  readonly tasks: readonly CaseTask[]
  readonly villages: readonly Village[]
  readonly teamMembers: readonly TeamMember[]
  readonly serviceEvents: readonly ServiceEvent[]
  readonly specialGroups: readonly SpecialGroup[]
  readonly honours: readonly Honour[]
  readonly circulars: readonly Circular[]
  readonly deductions: readonly Deduction[]
  readonly vetoes: readonly Veto[]
}

/** One quarter of a person's year; `grade` is the decided (审定) one. */
export interface YearQuarter {
  readonly total: DecimalText
  readonly module: DecimalText
  readonly team: DecimalText
  readonly special: DecimalText
  readonly deduct: DecimalText
  readonly valid: boolean
  readonly grade: QuarterGrade
}

export interface YearStaff {
  readonly id: string
  readonly identity: Identity
  readonly track: Track
  readonly status: YearStatus
  readonly pool: string | null
  readonly warned: boolean
  readonly vetoes: readonly YearVeto[]
  /** Months of service in the year, for the bonus. */
  readonly months: number
  readonly quarters: readonly YearQuarter[]
}

export interface YearGradeRule {
  readonly quota: DecimalText
  readonly rounding: QuotaRounding
  readonly competent: DecimalText
  readonly basic: DecimalText
}

/** Bonus sums in fen (分) by pool, and factors by year grade; a grade without a factor gets none. */
export interface BonusRule {
  readonly pools: Readonly<Record<string, number>>
  readonly factors: Readonly<Record<string, DecimalText>>
}

export interface YearInput {
  readonly year: number
  readonly pools: readonly PoolRule[]
  readonly yearGrades: YearGradeRule
  readonly staff: readonly YearStaff[]
  readonly bonus: BonusRule | null
}
