import { periodStages, type PeriodKind, type PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { stagesOf } from '../../../../shared/domain/plans/cycle-plan.ts'
import { stageMoves } from '../../../../shared/domain/plans/stage-moves.ts'
import { advanceNames, cycleWords, returnNames } from '../cycle-vocabulary.ts'

export type CycleAction =
  | { readonly kind: 'advance'; readonly to: PeriodStage }
  | { readonly kind: 'openSheets' }
  | { readonly kind: 'compute' }
  | { readonly kind: 'publish' }

interface Situation {
  readonly kind: PeriodKind
  readonly stage: PeriodStage
  /** Whether the sheets of the period have been made. */
  readonly hasSheets: boolean
  /** Whether it has been computed. */
  readonly hasResult: boolean
}

/** A year may be computed, and then published, from whatever stage it stands in. */
function isYearBefore({ kind, stage }: Situation): boolean {
  return kind === 'year' && periodStages.indexOf(stage) < periodStages.indexOf('computed')
}

/** A year is brought as far as 个人小结 like a quarter, so that it is not late all the year; from there it is computed. */
function isYearAtEnd(situation: Situation): boolean {
  return isYearBefore(situation) && situation.stage === 'summarising'
}

/** The one thing to do next with a period; null when it is at its end. */
export function nextAction(situation: Situation): CycleAction | null {
  const { stage, hasSheets, hasResult } = situation
  if (isYearAtEnd(situation)) return hasResult ? { kind: 'publish' } : { kind: 'compute' }
  switch (stage) {
    case 'configuring':
      return { kind: 'advance', to: 'collecting' }
    case 'collecting':
      return { kind: 'advance', to: 'summarising' }
    case 'summarising':
      return { kind: 'advance', to: 'scoring' }
    case 'scoring':
      return hasSheets ? { kind: 'compute' } : { kind: 'openSheets' }
    case 'frozen':
      return { kind: 'compute' }
    case 'reviewing':
      return { kind: 'publish' }
    default: {
      const [to] = stageMoves(stage)
      return to === undefined ? null : { kind: 'advance', to }
    }
  }
}

/** What else may be done with it by hand. */
export function otherActions(situation: Situation): readonly CycleAction[] {
  const { kind, stage, hasSheets, hasResult } = situation
  const next = nextAction(situation)
  const isBefore = isYearBefore(situation)
  const moves = stageMoves(stage).filter((to) => stagesOf(kind).includes(to))
  const all: readonly CycleAction[] = [
    ...(isBefore ? [{ kind: 'compute' } as const] : []),
    ...(isBefore && hasResult ? [{ kind: 'publish' } as const] : []),
    ...(stage === 'scoring' && hasSheets ? [{ kind: 'openSheets' } as const] : []),
    ...(stage === 'computed' ? [{ kind: 'publish' } as const] : []),
    ...moves.map((to) => ({ kind: 'advance', to }) as const),
  ]
  return all.filter((action) => keyOf(action) !== (next === null ? '' : keyOf(next)))
}

export function keyOf(action: CycleAction): string {
  return action.kind === 'advance' ? `advance:${action.to}` : action.kind
}

/** What the button of an action says. */
export function actionName(action: CycleAction, { stage, hasSheets }: Situation): string {
  switch (action.kind) {
    case 'advance': {
      const isBack = periodStages.indexOf(action.to) < periodStages.indexOf(stage)
      return (isBack ? returnNames[action.to] : undefined) ?? advanceNames[action.to]
    }
    case 'openSheets':
      return hasSheets ? cycleWords.reopenSheets : cycleWords.openSheets
    case 'compute':
      return cycleWords.compute
    case 'publish':
      return cycleWords.publish
  }
}
