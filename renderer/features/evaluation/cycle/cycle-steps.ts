import { latenessText } from '../../../../shared/domain/evaluation/cycle-plan-vocabulary.ts'
import { periodStages, type PeriodKind, type PeriodStage } from '../../../../shared/domain/evaluation/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/evaluation/cycle-vocabulary.ts'
import type { Step } from '../../../ui/Steps.tsx'
import type { StepRow } from '../api-types.ts'
import { cycleWords, stepWords } from './vocabulary.ts'

interface StandingPeriod {
  readonly kind: PeriodKind
  readonly stage: PeriodStage
  readonly computedAt: string | null
}

/**
 * The stage a period really stands in: a year keeps its stage when it is computed, since it may be computed again from its
 * quarters until it is published.
 */
export function presentStage({ kind, stage, computedAt }: StandingPeriod): PeriodStage {
  return kind === 'year' && computedAt !== null && periodStages.indexOf(stage) < periodStages.indexOf('computed') ? 'computed' : stage
}

/** The stages of a period from left to right: planned days, owner, when and by whom each was entered, and what is late or missing. */
export function cycleSteps(steps: readonly StepRow[], missing: number | null): readonly Step[] {
  return steps.map((step): Step => {
    const isCurrent = step.state === 'current'
    const state = isCurrent ? (step.daysLate > 0 ? 'late' : 'current') : step.state === 'ahead' ? 'ahead' : 'done'
    const note = step.daysLate > 0 ? stepWords.late(step.daysLate) : isCurrent && missing !== null && missing > 0 ? cycleWords.missingCount(missing) : null
    return {
      key: step.stage,
      label: periodStageNames[step.stage],
      state,
      lines: [
        step.plannedFrom === null || step.plannedTo === null ? stepWords.unplanned : rangeText(step.plannedFrom, step.plannedTo),
        ...(step.ownerName === null ? [] : [stepWords.owner(step.ownerName)]),
        ...(step.enteredOn === null ? [] : [stepWords.entered(dayText(step.enteredOn), step.enteredBy ?? '')]),
      ],
      ...(note === null ? {} : { note }),
    }
  })
}

/** What the stage at hand is said to be, when it is late. */
export function latenessOf(steps: readonly StepRow[]): string | null {
  const current = steps.find(({ state }) => state === 'current')
  return current === undefined || current.plannedTo === null || current.daysLate === 0 ? null : `${periodStageNames[current.stage]}${latenessText(current.plannedTo, current.daysLate, false)}`
}

/** `2026-07-08` → 7.8: a stage has no room for more. */
export function dayText(day: string): string {
  return `${String(Number(day.slice(5, 7)))}.${String(Number(day.slice(8, 10)))}`
}

export function rangeText(from: string, to: string): string {
  return from === to ? dayText(from) : `${dayText(from)}–${dayText(to)}`
}
