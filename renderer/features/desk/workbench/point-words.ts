import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { deductionRules, circularKinds } from '../../../../shared/domain/plans/points/codes.ts'
import { deductionRuleNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { Today } from './TaskLines.tsx'
import { circularNames, workbenchWords } from './vocabulary.ts'

type Point = Pick<Today['points']['rows'][number], 'kind' | 'what' | 'matter'>

/** What a point is for, in one line: 荣誉（县级）：先进个人. A word that no list knows stands as it was written. */
export function pointWords(point: Point): string {
  const what = whatOf(point)
  return point.matter === null || point.matter === '' ? what : workbenchWords.pointLine(what, point.matter)
}

function whatOf({ kind, what }: Point): string {
  switch (kind) {
    case 'honour':
      return workbenchWords.honour(planWord('honourLevel', what))
    case 'circular': {
      const known = circularKinds.find((name) => name === what)
      return known === undefined ? what : circularNames[known]
    }
    case 'deduction': {
      const known = deductionRules.find((name) => name === what)
      return known === undefined ? what : deductionRuleNames[known]
    }
    default:
      return assertNever(kind)
  }
}
