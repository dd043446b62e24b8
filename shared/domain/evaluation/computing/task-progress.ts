import { dayNumber } from '../../../lib/calendar-day.ts'
import { round2 } from '../../../lib/hundredths.ts'
import { add, divide, isZero, multiply, one, rememberingMultiply, sum, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { CaseTask, Period, TaskParty } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { TaskLeftOut, TaskPart, TaskProgressOutcome, TaskScore } from './module-outcome.ts'
import type { TaskFills } from './task-fill.ts'
import { fillByModule } from './task-fill.ts'
import type { Presence } from './presence.ts'
import type { TaskWeight } from '../../plans/vocabulary.ts'

/** One person's part of a task that is due in the period. */
export interface PartyOfTask {
  readonly task: CaseTask
  readonly party: TaskParty
}

/** The approved due day decides which quarter a task belongs to. */
export function isDueIn(task: CaseTask, period: Period): boolean {
  return task.due >= period.start && task.due <= period.end
}

/** Revoked, suspended and exempt tasks count for nobody. */
export function taskCounts(task: CaseTask): boolean {
  return task.status === 'open' || task.status === 'completed'
}

/** The factor for finishing `daysLate` days after the due day; beyond the last step of a plan without an open one, 0. */
export function lateFactor(daysLate: number, plan: ExactPlan): Rational {
  return plan.late.find((step) => step.days === null || daysLate <= step.days)?.factor ?? zero
}

/** The task rules of one track's plan with the products of its constants. */
export interface TaskRules {
  readonly plan: ExactPlan
  readonly freeze: string
  readonly weights: Readonly<Record<TaskWeight, Rational>>
  readonly product: (a: Rational, b: Rational) => Rational
}

export function taskRules(plan: ExactPlan, freeze: string): TaskRules {
  return { plan, freeze, weights: { 1: one, 2: whole(2), 3: whole(3) }, product: rememberingMultiply() }
}

interface Timing {
  readonly timing: TaskPart['timing']
  readonly daysLate: number | null
  readonly timingFactor: Rational
}

function timingOf(due: string, completedOn: string | null, reworks: number, freeze: string, plan: ExactPlan): Timing {
  if (completedOn === null) return { timing: 'notCompleted', daysLate: null, timingFactor: zero }
  if (completedOn > freeze) return { timing: 'afterFreeze', daysLate: null, timingFactor: zero }
  if (completedOn <= due) {
    return reworks > 0 ? { timing: 'returned', daysLate: 0, timingFactor: plan.returned } : { timing: 'onTime', daysLate: 0, timingFactor: plan.onTime }
  }
  const daysLate = dayNumber(completedOn) - dayNumber(due)
  return { timing: 'late', daysLate, timingFactor: lateFactor(daysLate, plan) }
}

/** w·r and f of one part; a party's own completion day, returns and quality win over the task's (任务推进 M2). */
export function scorePart({ task, party }: PartyOfTask, { plan, freeze, weights, product }: TaskRules): TaskPart {
  const completedOn = party.completedOn ?? task.completedOn
  const reworks = party.reworks ?? task.reworks
  const quality = party.quality ?? task.quality
  const timing = timingOf(task.due, completedOn, reworks, freeze, plan)
  const qualityFactor = quality === null ? one : plan.quality[quality]
  const roleFactor = plan.taskRoles[party.role]
  const factor = product(timing.timingFactor, qualityFactor)
  const base = product(weights[task.weight], roleFactor)
  return {
    task: task.id,
    title: task.title,
    module: task.module,
    weight: task.weight,
    role: party.role,
    roleFactor,
    due: task.due,
    completedOn,
    reworks,
    daysLate: timing.daysLate,
    timing: timing.timing,
    timingFactor: timing.timingFactor,
    quality,
    qualityFactor,
    factor,
    base,
    contribution: product(base, factor),
  }
}

/** A person's parts before anyone's missing M2 is filled; `exact` is null without tasks of one's own (Σ w·r = 0). */
export interface OwnTasks {
  readonly parts: readonly TaskPart[]
  readonly leftOut: readonly TaskLeftOut[]
  readonly bases: Rational
  readonly contributions: Rational
  readonly exact: Rational | null
}

export function scoreOwnTasks(partiesOfTasks: readonly PartyOfTask[], rules: TaskRules): OwnTasks {
  const parts: TaskPart[] = []
  const leftOut: TaskLeftOut[] = []
  let bases = zero
  let contributions = zero
  for (const partyOfTask of partiesOfTasks) {
    const { task } = partyOfTask
    if (!taskCounts(task)) {
      leftOut.push({ task: task.id, title: task.title, status: task.status })
      continue
    }
    const part = scorePart(partyOfTask, rules)
    parts.push(part)
    bases = add(bases, part.base)
    contributions = add(contributions, part.contribution)
  }
  const exact = isZero(bases) ? null : divide(multiply(rules.plan.tasks, contributions), bases)
  return { parts, leftOut, bases, contributions, exact }
}

function resultOf(own: OwnTasks, presence: Presence, plan: ExactPlan, fills: TaskFills): TaskScore {
  if (own.exact !== null) return { kind: 'tasks', exact: own.exact, score: round2(own.exact) }
  switch (plan.zeroTask) {
    case 'redistribute':
      return { kind: 'redistribute', score: null }
    case 'fixed': {
      const exact = multiply(plan.zeroTaskShare, plan.tasks)
      return { kind: 'fixed', share: plan.zeroTaskShare, exact, score: round2(exact) }
    }
    case 'module_mean': {
      const modules = fillByModule(presence, plan, fills)
      const days = sum(modules.map((fill) => whole(fill.days)))
      const exact = divide(sum(modules.map((fill) => multiply(fill.mean, whole(fill.days)))), days)
      return { kind: 'module_mean', modules, exact, score: round2(exact) }
    }
  }
}

/** M2 of one person, filled by the plan's `zeroTask` rule when there are no tasks. */
export function scoreTaskProgress(own: OwnTasks, presence: Presence, plan: ExactPlan, fills: TaskFills): TaskProgressOutcome {
  const { parts, leftOut, bases, contributions } = own
  const result = resultOf(own, presence, plan, fills)
  return { max: plan.tasks, parts, leftOut, bases, contributions, result, score: result.score }
}
