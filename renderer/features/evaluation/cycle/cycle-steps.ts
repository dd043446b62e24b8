import { periodStages, type PeriodKind, type PeriodStage } from '../../../../shared/domain/evaluation/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/evaluation/cycle-vocabulary.ts'
import type { Step } from '../../../ui/Steps.tsx'
import { dayOfMoment, shortDay } from '../dates.ts'
import { cycleWords } from './vocabulary.ts'

/** What the stepper looks at; days `YYYY-MM-DD`, moments ISO. */
export interface SteppedPeriod {
  readonly kind: PeriodKind
  readonly stage: PeriodStage
  readonly start: string
  readonly end: string
  /** The planned day of the freeze. */
  readonly freeze: string
  readonly frozenAt: string | null
  readonly computedAt: string | null
}

/**
 * The stage a period really stands in: a year keeps its stage when it is computed, since it may be computed again from its
 * quarters until it is published.
 */
export function presentStage({ kind, stage, computedAt }: Pick<SteppedPeriod, 'kind' | 'stage' | 'computedAt'>): PeriodStage {
  return kind === 'year' && computedAt !== null && periodStages.indexOf(stage) < periodStages.indexOf('computed') ? 'computed' : stage
}

/** A year collects nothing of its own: it is computed from its quarters. */
const quarterOnly: readonly PeriodStage[] = ['summarising', 'scoring', 'frozen']

/** The stages of a period from left to right. A period that is not frozen after its day is late where it stands. */
export function cycleSteps(period: SteppedPeriod, today: string, missing: number | null): readonly Step[] {
  const present = presentStage(period)
  const stages = periodStages.filter((stage) => period.kind === 'quarter' || stage === present || !quarterOnly.includes(stage))
  const at = stages.indexOf(present)
  const isLate = today > period.freeze && periodStages.indexOf(present) < periodStages.indexOf('frozen')
  return stages.map((stage, place): Step => {
    const date = dateOf(stage, period)
    const state = place < at ? 'done' : place > at ? 'ahead' : isLate ? 'late' : 'current'
    const note = place !== at ? null : isLate ? cycleWords.lateSince(shortDay(period.freeze)) : missing !== null && missing > 0 ? cycleWords.missingCount(missing) : null
    return { key: stage, label: periodStageNames[stage], state, ...(date === null ? {} : { date }), ...(note === null ? {} : { note }) }
  })
}

function dateOf(stage: PeriodStage, { start, end, freeze, frozenAt, computedAt }: SteppedPeriod): string | null {
  switch (stage) {
    case 'collecting':
      return cycleWords.range(shortDay(start), shortDay(end))
    case 'scoring':
      return cycleWords.before(shortDay(freeze))
    case 'frozen':
      return frozenAt === null ? cycleWords.before(shortDay(freeze)) : shortDay(dayOfMoment(frozenAt))
    case 'computed':
      return computedAt === null ? null : shortDay(dayOfMoment(computedAt))
    default:
      return null
  }
}
