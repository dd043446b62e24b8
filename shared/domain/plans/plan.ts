import type { Identity, LeaveKind, Track } from '../people/codes.ts'
import type { PartyRole, TaskQuality } from './task-codes.ts'
import type { Normalisation, QuotaRounding, ScoringMode, ZeroTaskRule } from './vocabulary.ts'

/** An exact decimal as text, `-?\d+(\.\d+)?`; never a binary float. */
export type DecimalText = string

/** Constants named by the plan itself: bands, roles, grades, levels, kinds. */
export type Named<Value> = Readonly<Record<string, Value>>

/** A ranking pool (序列): the first whose tracks or identities hold the person. */
export interface PoolRule {
  readonly id: string
  readonly tracks: readonly Track[]
  readonly identities: readonly Identity[]
}

/** One step of lateness: applies up to and including `days` days late; null is without end. */
export interface LateStep {
  readonly days: number | null
  readonly factor: DecimalText
}

/** Points of one kind of service event, each and at most. */
export interface ServiceKindRule {
  readonly points: DecimalText
  readonly cap: DecimalText
}

/** The constants a plan may override per track; every number of the rule that is not arithmetic stands here. */
export interface PlanConstants {
  readonly mode: ScoringMode
  /** Maxima of the dimensions and the two caps, in points. */
  readonly dimensions: {
    readonly post: DecimalText
    readonly module: DecimalText
    readonly team: DecimalText
    readonly specialCap: DecimalText
    readonly deductCap: DecimalText
  }
  /** Maxima of M1 head, M2 tasks, M3 peer, M4 leader (they add up to `dimensions.module`) and their rules. */
  readonly module: {
    readonly head: DecimalText
    readonly tasks: DecimalText
    readonly peer: DecimalText
    readonly leader: DecimalText
    readonly headBands: Named<DecimalText>
    readonly peerBands: Named<DecimalText>
    readonly normalisation: Normalisation
    readonly factorMin: DecimalText
    readonly factorMax: DecimalText
    readonly minRatedDays: number
    readonly zeroTask: ZeroTaskRule
    readonly zeroTaskShare: DecimalText
    readonly minVotes: number
    readonly minTurnout: DecimalText
    readonly rescaleAt: DecimalText
  }
  readonly tasks: {
    readonly roles: Readonly<Record<PartyRole, DecimalText>>
    readonly onTime: DecimalText
    readonly returned: DecimalText
    readonly late: readonly LateStep[]
    readonly quality: Readonly<Record<TaskQuality, DecimalText>>
  }
  readonly coefficient: { readonly base: DecimalText; readonly range: DecimalText }
  readonly validity: { readonly share: DecimalText; readonly leaves: readonly LeaveKind[] }
  /** Maxima of T1 result and T2 service.max add up to `dimensions.team`; tiers are points of the best, middle, last third. */
  readonly team: {
    readonly result: DecimalText
    readonly tiers: readonly DecimalText[]
    readonly service: { readonly max: DecimalText; readonly target: DecimalText; readonly kinds: Named<ServiceKindRule> }
  }
  readonly special: {
    readonly roles: Named<DecimalText>
    readonly grades: Named<DecimalText>
    readonly maxGroups: number
    readonly levels: Named<DecimalText>
    readonly positiveCircular: DecimalText
  }
  readonly deduct: {
    readonly yellow_supervision: DecimalText
    readonly red_supervision: DecimalText
    /** By count in the calendar year: first, second …; the last stands for all later ones. */
    readonly rejected_feedback: readonly DecimalText[]
    readonly negative_circular: DecimalText
    readonly absence: DecimalText
  }
}

/** Every field optional at any depth; arrays are replaced whole. */
export type DeepPartial<Value> = Value extends readonly unknown[] ? Value : Value extends object ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> } : Value

export type PlanOverride = DeepPartial<PlanConstants>

export interface QuarterGradeRule {
  readonly quota: DecimalText
  readonly rounding: QuotaRounding
  readonly good: DecimalText
  readonly fairGood: DecimalText
  readonly average: DecimalText
}

/** A whole plan (考评方案). Pools and grade thresholds hold for all tracks alike. */
export interface Plan extends PlanConstants {
  readonly id: string
  readonly pools: readonly PoolRule[]
  readonly quarterGrades: QuarterGradeRule
  readonly tracks: Readonly<Partial<Record<Track, PlanOverride>>>
}
