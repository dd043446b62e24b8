import { parseDecimal } from '../../lib/decimal.ts'
import { round2 } from '../../lib/hundredths.ts'
import type { Hundredths } from '../../lib/hundredths.ts'
import type { Rational } from '../../lib/rational.ts'
import type { LeaveKind } from '../people/codes.ts'
import type { DeductionRule } from './points/codes.ts'
import type { PartyRole, TaskQuality } from './task-codes.ts'
import type { DecimalText, Named, PlanConstants } from './plan.ts'
import type { Normalisation, ScoringMode, ZeroTaskRule } from './vocabulary.ts'

/** A plan's constants for one track as exact numbers, named as in {@link PlanConstants}; caps are hundredths because they are applied after rounding. */
export interface ExactPlan {
  readonly mode: ScoringMode
  readonly postMax: Rational
  readonly moduleMax: Rational
  readonly teamMax: Rational
  readonly specialCap: Hundredths
  readonly deductCap: Hundredths
  readonly head: Rational
  readonly tasks: Rational
  readonly peer: Rational
  readonly leader: Rational
  readonly headBands: ReadonlyMap<string, Rational>
  readonly peerBands: ReadonlyMap<string, Rational>
  readonly normalisation: Normalisation
  readonly factorMin: Rational
  readonly factorMax: Rational
  readonly minRatedDays: number
  readonly zeroTask: ZeroTaskRule
  readonly zeroTaskShare: Rational
  readonly minVotes: number
  readonly minTurnout: Rational
  readonly rescaleAt: Rational
  readonly taskRoles: Readonly<Record<PartyRole, Rational>>
  readonly onTime: Rational
  readonly returned: Rational
  readonly late: readonly { readonly days: number | null; readonly factor: Rational }[]
  readonly quality: Readonly<Record<TaskQuality, Rational>>
  readonly coefficientBase: Rational
  readonly coefficientRange: Rational
  readonly validityShare: Rational
  readonly validityLeaves: ReadonlySet<LeaveKind>
  readonly result: Rational
  readonly tiers: readonly Rational[]
  readonly serviceMax: Rational
  readonly serviceTarget: Rational
  readonly serviceKinds: ReadonlyMap<string, { readonly points: Rational; readonly cap: Rational }>
  readonly groupRoles: ReadonlyMap<string, Rational>
  readonly groupGrades: ReadonlyMap<string, Rational>
  readonly maxGroups: number
  readonly levels: ReadonlyMap<string, Rational>
  readonly positiveCircular: Hundredths
  readonly deductions: Readonly<Record<Exclude<DeductionRule, 'rejected_feedback'>, Rational>>
  readonly rejectedFeedback: readonly Rational[]
}

function exactTable(table: Named<DecimalText>): ReadonlyMap<string, Rational> {
  return new Map(Object.entries(table).map(([name, value]) => [name, parseDecimal(value)]))
}

/** Reads every constant once. @throws SyntaxError on a decimal the parser would have refused */
export function exactPlan(plan: PlanConstants): ExactPlan {
  const { dimensions, module, tasks, team, special, deduct } = plan
  return {
    mode: plan.mode,
    postMax: parseDecimal(dimensions.post),
    moduleMax: parseDecimal(dimensions.module),
    teamMax: parseDecimal(dimensions.team),
    specialCap: round2(parseDecimal(dimensions.specialCap)),
    deductCap: round2(parseDecimal(dimensions.deductCap)),
    head: parseDecimal(module.head),
    tasks: parseDecimal(module.tasks),
    peer: parseDecimal(module.peer),
    leader: parseDecimal(module.leader),
    headBands: exactTable(module.headBands),
    peerBands: exactTable(module.peerBands),
    normalisation: module.normalisation,
    factorMin: parseDecimal(module.factorMin),
    factorMax: parseDecimal(module.factorMax),
    minRatedDays: module.minRatedDays,
    zeroTask: module.zeroTask,
    zeroTaskShare: parseDecimal(module.zeroTaskShare),
    minVotes: module.minVotes,
    minTurnout: parseDecimal(module.minTurnout),
    rescaleAt: parseDecimal(module.rescaleAt),
    taskRoles: { host: parseDecimal(tasks.roles.host), cohost: parseDecimal(tasks.roles.cohost) },
    onTime: parseDecimal(tasks.onTime),
    returned: parseDecimal(tasks.returned),
    late: tasks.late.map((step) => ({ days: step.days, factor: parseDecimal(step.factor) })),
    quality: {
      excellent: parseDecimal(tasks.quality.excellent),
      good: parseDecimal(tasks.quality.good),
      fair: parseDecimal(tasks.quality.fair),
      poor: parseDecimal(tasks.quality.poor),
    },
    coefficientBase: parseDecimal(plan.coefficient.base),
    coefficientRange: parseDecimal(plan.coefficient.range),
    validityShare: parseDecimal(plan.validity.share),
    validityLeaves: new Set(plan.validity.leaves),
    result: parseDecimal(team.result),
    tiers: team.tiers.map(parseDecimal),
    serviceMax: parseDecimal(team.service.max),
    serviceTarget: parseDecimal(team.service.target),
    serviceKinds: new Map(
      Object.entries(team.service.kinds).map(([kind, rule]) => [kind, { points: parseDecimal(rule.points), cap: parseDecimal(rule.cap) }]),
    ),
    groupRoles: exactTable(special.roles),
    groupGrades: exactTable(special.grades),
    maxGroups: special.maxGroups,
    levels: exactTable(special.levels),
    positiveCircular: round2(parseDecimal(special.positiveCircular)),
    deductions: {
      yellow_supervision: parseDecimal(deduct.yellow_supervision),
      red_supervision: parseDecimal(deduct.red_supervision),
      negative_circular: parseDecimal(deduct.negative_circular),
      absence: parseDecimal(deduct.absence),
    },
    rejectedFeedback: deduct.rejected_feedback.map(parseDecimal),
  }
}
