import { addWorkingDays, workingDaysBetween, type Holidays } from '../township/calendar/working-days.ts'
import { periodStages, type PeriodKind, type PeriodStage } from './cycle.ts'

/** When a stage is planned; both days belong to it. */
export interface PlannedStep {
  readonly stage: PeriodStage
  readonly from: string
  readonly to: string
}

export interface PlannedPeriod {
  readonly kind: PeriodKind
  readonly start: string
  readonly end: string
}

/** A proposal for a whole cycle; `known` is false where it runs into a year without a holiday arrangement. */
export interface CycleProposal {
  readonly steps: readonly PlannedStep[]
  readonly known: boolean
}

/** A year is computed from its quarters: nothing is scored or frozen for it. */
const quarterOnly: readonly PeriodStage[] = ['scoring', 'frozen']

/** The stages that a period goes through, in order. */
export function stagesOf(kind: PeriodKind): readonly PeriodStage[] {
  return kind === 'quarter' ? periodStages : periodStages.filter((stage) => !quarterOnly.includes(stage))
}

/** 公示 of a quarter lasts 3 working days, that of a year 5; the day it is put up does not count. */
export const publicityDays: Readonly<Record<PeriodKind, number>> = { quarter: 3, year: 5 }

/** 配置 begins so many working days before the period. */
const configuringDays = 5

type Term = readonly [stage: PeriodStage, days: number]

/** Working days of each stage behind the period, one after another: 计算 is done in one go with 冻结, and 公示 stands a day longer than it lasts. */
const terms: Readonly<Record<PeriodKind, readonly Term[]>> = {
  quarter: [['summarising', 3], ['scoring', 5], ['frozen', 1], ['computed', 0], ['reviewing', 2], ['publicity', publicityDays.quarter + 1], ['appeal', 5], ['deciding', 3], ['locked', 2], ['reported', 3]],
  year: [['computed', 2], ['reviewing', 2], ['publicity', publicityDays.year + 1], ['appeal', 5], ['deciding', 3], ['locked', 2], ['reported', 3]],
}

/** 年度小结 is written right after the year, while its last quarter is still being decided. */
const yearSummaryDays = 5

/**
 * The dates of a cycle as they are proposed: 配置 before the period, 采集 the period itself, each further stage so many working
 * days behind the one before. A year is computed once its last quarter has been decided.
 */
export function proposeCycle({ kind, start, end }: PlannedPeriod, holidays: Holidays): CycleProposal {
  const first = addWorkingDays(start, -configuringDays, holidays)
  const before = addWorkingDays(start, -1, holidays)
  const own: readonly PlannedStep[] = [{ stage: 'configuring', from: first.day, to: before.day }, { stage: 'collecting', from: start, to: end }]
  if (kind === 'quarter') {
    const chained = chain(end, terms.quarter, holidays)
    return { steps: [...own, ...chained.steps], known: first.known && chained.known }
  }
  const quarter = chain(end, terms.quarter, holidays)
  const decided = quarter.steps.find(({ stage }) => stage === 'deciding')?.to ?? end
  const summary = chain(end, [['summarising', yearSummaryDays]], holidays)
  const chained = chain(decided, terms.year, holidays)
  return { steps: [...own, ...summary.steps, ...chained.steps], known: first.known && quarter.known && chained.known }
}

function chain(after: string, stages: readonly Term[], holidays: Holidays): CycleProposal {
  const steps: PlannedStep[] = []
  let known = true
  let last = after
  for (const [stage, days] of stages) {
    const isAtOnce = days === 0
    const from = isAtOnce ? last : addWorkingDays(last, 1, holidays).day
    const to = isAtOnce ? { day: last, known: true } : addWorkingDays(last, days, holidays)
    steps.push({ stage, from, to: to.day })
    known = known && to.known
    last = to.day
  }
  return { steps, known }
}

/** Stages that are done by being entered; any other is done when the next one is. */
const atOnce: readonly PeriodStage[] = ['frozen', 'computed', 'locked', 'reported']

/** The stage that is to be finished next by a period that stands in `stage`; null at its end. */
export function openStage(kind: PeriodKind, stage: PeriodStage): PeriodStage | null {
  if (!atOnce.includes(stage)) return stage
  const stages = stagesOf(kind)
  return stages[stages.indexOf(stage) + 1] ?? null
}

/** A stage as it has been gone through; a day is null where the stage was passed over, or is still ahead. */
export interface EnteredStep {
  readonly stage: PeriodStage
  readonly enteredOn: string | null
}

/** The day a stage was finished; null while it is not. A stage before the present one that no day is known of gives null too. */
export function finishedOn(kind: PeriodKind, stage: PeriodStage, steps: readonly EnteredStep[]): string | null {
  const dayOf = (one: PeriodStage) => steps.find((step) => step.stage === one)?.enteredOn ?? null
  if (atOnce.includes(stage)) return dayOf(stage)
  if (dayOf(stage) === null) return null
  const later = stagesOf(kind).slice(stagesOf(kind).indexOf(stage) + 1)
  return later.map(dayOf).find((day) => day !== null) ?? null
}

/** Working days that something planned until a day is late on another; 0 when it is in time. */
export function daysLate(plannedTo: string, until: string, holidays: Holidays): number {
  return Math.max(0, workingDaysBetween(plannedTo, until, holidays).days)
}

/**
 * Working days that a stage was finished too late. The next stage is due on the working day behind the planned end, so that one
 * entered then was left in time.
 */
export function daysFinishedLate(stage: PeriodStage, plannedTo: string, finished: string, holidays: Holidays): number {
  const late = daysLate(plannedTo, finished, holidays)
  return atOnce.includes(stage) ? late : Math.max(0, late - 1)
}

/** The last day of a 公示 that was put up on a day. */
export function publicityEnd(kind: PeriodKind, enteredOn: string, holidays: Holidays): string {
  return addWorkingDays(enteredOn, publicityDays[kind], holidays).day
}

export type CycleFaultKind = 'half' | 'backwards' | 'out_of_order' | 'outside' | 'freeze_too_early' | 'publicity_too_short'

/** What is wrong with a plan; `cycleFaultText` says it. `day` is the one it is compared with. */
export interface CycleFault {
  readonly kind: CycleFaultKind
  readonly stage: PeriodStage
  readonly field: 'from' | 'to'
  readonly day: string
  /** The stage before, for `out_of_order`. */
  readonly before?: PeriodStage
}

/** A step as it is typed; both days or none. */
export interface TypedStep {
  readonly stage: PeriodStage
  readonly from: string | null
  readonly to: string | null
}

/**
 * Every fault of a plan, in the order of its stages: a stage may begin before the one in front of it ends, but neither begins nor
 * ends before it does; nothing stands more than half a year before or a year after the period; nothing is frozen before the
 * period has ended.
 */
export function cycleFaults(period: PlannedPeriod, steps: readonly TypedStep[], holidays: Holidays): readonly CycleFault[] {
  const order = stagesOf(period.kind)
  const faults: CycleFault[] = []
  let before: PlannedStep | null = null
  for (const { stage, from, to } of [...steps].sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))) {
    if (from === null && to === null) continue
    if (from === null || to === null) {
      faults.push({ kind: 'half', stage, field: from === null ? 'from' : 'to', day: '' })
      continue
    }
    const fault = stepFault(period, { stage, from, to }, before, holidays)
    if (fault !== null) faults.push(fault)
    before = { stage, from, to }
  }
  return faults
}

function stepFault({ kind, start, end }: PlannedPeriod, step: PlannedStep, before: PlannedStep | null, holidays: Holidays): CycleFault | null {
  const { stage, from, to } = step
  const [earliest, latest] = cycleRange({ start, end })
  if (to < from) return { kind: 'backwards', stage, field: 'to', day: from }
  if (from < earliest) return { kind: 'outside', stage, field: 'from', day: earliest }
  if (to > latest) return { kind: 'outside', stage, field: 'to', day: latest }
  if (before !== null && from < before.from) return { kind: 'out_of_order', stage, field: 'from', day: before.from, before: before.stage }
  if (before !== null && to < before.to) return { kind: 'out_of_order', stage, field: 'to', day: before.to, before: before.stage }
  if (stage === 'frozen' && to <= end) return { kind: 'freeze_too_early', stage, field: 'to', day: end }
  if (stage === 'publicity' && workingDaysBetween(from, to, holidays).days < publicityDays[kind]) return { kind: 'publicity_too_short', stage, field: 'to', day: from }
  return null
}

/** The days that a plan of a period may name: from half a year before it to a year after it. */
export function cycleRange({ start, end }: Pick<PlannedPeriod, 'start' | 'end'>): readonly [string, string] {
  const shifted = (day: string, months: number) => {
    const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
    return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-${months < 0 ? '01' : '28'}`
  }
  return [shifted(start, -6), shifted(end, 12)]
}
