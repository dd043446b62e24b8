import { latenessText } from '../../../../shared/domain/plans/cycle-plan-vocabulary.ts'
import { periodStages, type PeriodKind, type PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { Step } from '../../../ui/Steps.tsx'
import type { StepRow } from '../../plans/api-types.ts'
import { cycleWords, stepWords } from '../cycle-vocabulary.ts'

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
export function cycleSteps(steps: readonly StepRow[], missing: number | null, periodYear: string): readonly Step[] {
  return steps.map((step): Step => {
    const isCurrent = step.state === 'current'
    const state = isCurrent ? (step.daysLate > 0 ? 'late' : 'current') : step.state === 'ahead' ? 'ahead' : 'done'
    const note = step.daysLate > 0 ? stepWords.late(step.daysLate) : isCurrent && missing !== null && missing > 0 ? cycleWords.missingCount(missing) : null
    return {
      key: step.stage,
      label: periodStageNames[step.stage],
      state,
      lines: [
        step.plannedFrom === null || step.plannedTo === null ? stepWords.unplanned : rangeText(step.plannedFrom, step.plannedTo, periodYear),
        ...(step.ownerName === null ? [] : [stepWords.owner(step.ownerName)]),
        ...(step.enteredOn === null ? [] : [stepWords.entered(dayText(step.enteredOn, periodYear), step.enteredBy ?? '')]),
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

/** `2026-07-08` → 7.8, and 2027.1.8 where the day is of another year than its period: a stage has no room for more. */
export function dayText(day: string, periodYear: string): string {
  const [year = '', month, date] = day.split('-')
  const short = `${String(Number(month))}.${String(Number(date))}`
  return year === periodYear ? short : `${year}.${short}`
}

function rangeText(from: string, to: string, periodYear: string): string {
  const [first, last] = [dayText(from, periodYear), dayText(to, periodYear)]
  return first === last ? first : `${first}–${last}`
}
