import type { DecimalText } from './plan.ts'
import type { PlanDocument } from './plan-document.ts'

/** A constant that can be computed with and yet cannot be meant. */
export interface PlanDoubt {
  readonly path: string
  readonly message: string
}

const words = {
  share: '是比例，须在 0 到 1 之间',
  descending: '各等次的分数线须由高到低',
  bands: '有分值的评价至少要有两个等次',
} as const

function descends(...lines: readonly DecimalText[]): boolean {
  return lines.every((line, index) => index === 0 || Number(line) <= Number(lines[index - 1]))
}

/** What a plan must make sense of beyond being well formed, before it may be approved. */
export function planDoubts({ quarter, year }: PlanDocument): readonly PlanDoubt[] {
  const { module, quarterGrades, validity } = quarter
  const shares: readonly (readonly [string, DecimalText])[] = [
    ['quarterGrades.quota', quarterGrades.quota],
    ['year.grades.quota', year.grades.quota],
    ['validity.share', validity.share],
    ['module.minTurnout', module.minTurnout],
    ['module.rescaleAt', module.rescaleAt],
    ['module.zeroTaskShare', module.zeroTaskShare],
  ]
  const hasFewBands = (max: DecimalText, bands: object) => Number(max) > 0 && Object.keys(bands).length < 2
  return [
    ...shares.filter(([, share]) => Number(share) > 1).map(([path]) => ({ path, message: words.share })),
    ...(descends(quarterGrades.good, quarterGrades.fairGood, quarterGrades.average) ? [] : [{ path: 'quarterGrades', message: words.descending }]),
    ...(descends(year.grades.competent, year.grades.basic) ? [] : [{ path: 'year.grades', message: words.descending }]),
    ...(hasFewBands(module.head, module.headBands) ? [{ path: 'module.headBands', message: words.bands }] : []),
    ...(hasFewBands(module.peer, module.peerBands) ? [{ path: 'module.peerBands', message: words.bands }] : []),
  ]
}
