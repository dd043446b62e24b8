import type { Role } from '../../../../shared/domain/township/access/roles.ts'
import type { PeriodKind, PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import type { Plan } from '../../../../shared/domain/plans/plan.ts'
import type { Identity, LeaveKind, Sex, StaffStatus, Track } from '../../../../shared/domain/people/codes.ts'
import type { CircularKind, DeductionRule, VetoEffect } from '../../../../shared/domain/plans/points/codes.ts'
import type { TaskForm, TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { PartyRole, TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import type { EventState } from '../../../../shared/domain/villages/villages/codes.ts'

/**
 * A whole township as plain data, for what makes one at a stroke: the demo and a loaded case.
 * Everything refers to everything else by its code; the order of a list becomes the `seq` of its rows.
 * Days are `YYYY-MM-DD`, scores and quantities decimal text.
 */
export interface TownshipBundle {
  readonly township: {
    readonly name: string
    readonly kind: string
    readonly county: string
    readonly reportingUnit: string
    readonly origin: 'real' | 'demo' | 'case'
  }
  readonly modules: readonly BundleModule[]
  readonly posts: readonly BundlePost[]
  readonly staff: readonly BundleStaff[]
  readonly assignments: readonly (Range & { readonly staff: string; readonly module: string; readonly post: string })[]
  readonly leaves: readonly (Range & { readonly staff: string; readonly kind: LeaveKind })[]
  readonly offices: readonly (Range & { readonly module: string; readonly staff: string; readonly office: 'head' | 'deputy' | 'lead_a' | 'lead_b' })[]
  readonly establishment: readonly { readonly module: string; readonly identity: Identity; readonly approved: number }[]
  readonly villages: readonly { readonly code: string; readonly name: string; readonly teamLeader: string | null }[]
  readonly teamMembers: readonly (Range & { readonly staff: string; readonly village: string })[]
  readonly serviceEvents: readonly BundleEvent[]
  readonly tasks: readonly BundleTask[]
  readonly groups: readonly BundleGroup[]
  readonly deductions: readonly BundleDeduction[]
  readonly plans: readonly { readonly code: string; readonly planVersion: number; readonly name: string; readonly document: Plan }[]
  readonly periods: readonly BundlePeriod[]
  readonly accounts: readonly { readonly name: string; readonly staff: string | null; readonly roles: readonly Role[] }[]
}

export interface Range {
  readonly from: string
  readonly to: string | null
}

export interface BundleModule {
  readonly code: string
  readonly name: string
  readonly alias: string | null
  readonly colour: string | null
  readonly office: string | null
}

export interface BundlePost {
  readonly code: string
  readonly name: string
  readonly score: string | null
  readonly coefficient: string | null
  readonly factors: { readonly workload: number; readonly difficulty: number; readonly risk: number } | null
}

export interface BundleStaff {
  readonly code: string
  readonly name: string
  readonly sex: Sex | null
  readonly idNo: string | null
  /** `YYYY-MM` */
  readonly birthMonth: string | null
  readonly political: string | null
  readonly identity: Identity
  readonly sendingUnit: string | null
  readonly rankTitle: string | null
  readonly phone: string | null
  readonly track: Track
  readonly status: StaffStatus
  readonly pool: string | null
  /** `YYYY-MM` */
  readonly workStart: string | null
  readonly joinedOn: string | null
  readonly remark: string | null
  readonly priorRejections: number
}

export interface BundleEvent {
  readonly staff: string
  readonly village: string
  readonly date: string
  readonly kind: string
  readonly household: string | null
  readonly quantity: string
  readonly note: string | null
  readonly state: EventState
  readonly verifiedBy: string | null
}

export interface BundleTask {
  readonly code: string
  readonly docNo: string | null
  readonly form: TaskForm
  readonly source: string | null
  readonly title: string
  readonly content: string | null
  readonly weight: number
  readonly module: string
  readonly lead: string | null
  readonly issuedOn: string | null
  readonly due: string
  readonly state: TaskState
  readonly exempt: boolean
  readonly completedOn: string | null
  readonly reworks: number
  readonly quality: TaskQuality | null
  /** Whole percent. */
  readonly progress: number
  readonly parties: readonly {
    readonly staff: string
    readonly role: PartyRole
    readonly completedOn: string | null
    readonly reworks: number | null
    readonly quality: TaskQuality | null
  }[]
}

export interface BundleGroup {
  readonly code: string
  readonly name: string
  readonly approvalNo: string | null
  readonly goal: string | null
  readonly from: string | null
  readonly to: string | null
  readonly members: readonly (Range & { readonly staff: string; readonly role: string })[]
}

export interface BundleDeduction {
  readonly code: string
  readonly staff: string
  readonly rule: DeductionRule
  readonly date: string
  readonly matter: string | null
  readonly exempt: boolean
  readonly exemptReason: string | null
}

export interface BundlePeriod {
  readonly code: string
  readonly kind: PeriodKind
  readonly start: string
  readonly end: string
  readonly freeze: string
  readonly stage: PeriodStage
  /** Code of the plan; its newest version in the bundle counts. */
  readonly plan: string
  readonly pkFactors: readonly { readonly module: string; readonly factor: string }[]
  readonly villageRanks: readonly { readonly village: string; readonly rank: number | null }[]
  readonly groupGrades: readonly { readonly group: string; readonly grade: string }[]
  readonly honours: readonly { readonly staff: string; readonly matter: string; readonly level: string }[]
  readonly circulars: readonly { readonly staff: string; readonly kind: CircularKind; readonly matter: string | null }[]
  readonly vetoes: readonly { readonly staff: string; readonly effect: VetoEffect; readonly clause: string | null }[]
  readonly headRatings: readonly { readonly scorer: string; readonly staff: string; readonly module: string; readonly band: string | null; readonly score: string | null }[]
  readonly leaderScores: readonly { readonly scorer: string; readonly staff: string; readonly score: string }[]
  readonly peerCounts: readonly { readonly staff: string; readonly votes: Readonly<Record<string, number>>; readonly abstained: number }[]
  /** Codes of those who have voted. */
  readonly peerRoll: readonly string[]
}

/** A township without anybody and anything to do. */
export const emptyContent: Omit<TownshipBundle, 'township' | 'modules' | 'plans' | 'periods'> = {
  posts: [],
  staff: [],
  assignments: [],
  leaves: [],
  offices: [],
  establishment: [],
  villages: [],
  teamMembers: [],
  serviceEvents: [],
  tasks: [],
  groups: [],
  deductions: [],
  accounts: [],
}
