import { describe, expect, test } from 'vitest'
import { periodStages, type PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { stageMoves } from '../../../../shared/domain/plans/stage-moves.ts'
import { actionName, keyOf, nextAction, otherActions } from './next-action.ts'

test('each stage of a quarter has its next step', () => {
  const steps = periodStages.map((stage) => {
    const situation = { kind: 'quarter', stage, hasSheets: true, hasResult: false } as const
    const action = nextAction(situation)
    return [stage, action === null ? null : actionName(action, situation)]
  })
  expect(steps).toEqual([
    ['configuring', '开始采集'],
    ['collecting', '开始个人小结'],
    ['summarising', '开始评分'],
    ['scoring', '冻结并计算'],
    ['frozen', '冻结并计算'],
    ['computed', '开始复核'],
    ['reviewing', '发布公示'],
    ['publicity', '进入申诉'],
    ['appeal', '提交会议审定'],
    ['deciding', '归档'],
    ['locked', '标为已上报'],
    ['reported', null],
  ])
})

test('scoring begins with the sheets', () => {
  expect(nextAction({ kind: 'quarter', stage: 'scoring', hasSheets: false, hasResult: false })).toEqual({ kind: 'openSheets' })
})

test('a year is brought as far as 个人小结, then computed, and then goes on like a quarter', () => {
  const of = (stage: PeriodStage) => nextAction({ kind: 'year', stage, hasSheets: false, hasResult: false })
  expect((['configuring', 'collecting', 'summarising', 'computed'] as const).map(of)).toEqual([{ kind: 'advance', to: 'collecting' }, { kind: 'advance', to: 'summarising' }, { kind: 'compute' }, { kind: 'advance', to: 'reviewing' }])
})

test('a year may be computed from its first day on', () => {
  expect(otherActions({ kind: 'year', stage: 'configuring', hasSheets: false, hasResult: false })).toEqual([{ kind: 'compute' }, { kind: 'advance', to: 'summarising' }])
})

test.each([
  { stage: 'summarising', next: { kind: 'publish' }, others: [{ kind: 'compute' }, { kind: 'advance', to: 'collecting' }] },
  { stage: 'collecting', next: { kind: 'advance', to: 'summarising' }, others: [{ kind: 'compute' }, { kind: 'publish' }] },
] as const)('a computed year that stands in $stage is published, or computed again', ({ stage, next, others }) => {
  const situation = { kind: 'year', stage, hasSheets: false, hasResult: true } as const
  expect([nextAction(situation), otherActions(situation)]).toEqual([next, others])
})

describe('every move by hand is offered once', () => {
  test.each(periodStages)('from %s', (stage) => {
    const situation = { kind: 'quarter', stage, hasSheets: true, hasResult: false } as const
    const next = nextAction(situation)
    const offered = [...(next === null ? [] : [next]), ...otherActions(situation)].map(keyOf)
    expect(new Set(offered).size).toBe(offered.length)
    expect(stageMoves(stage).filter((to) => !offered.includes(`advance:${to}`))).toEqual([])
  })
})

test('a way back is called one', () => {
  const situation = { kind: 'quarter', stage: 'scoring', hasSheets: true, hasResult: false } as const
  expect(otherActions(situation).map((action) => actionName(action, situation))).toEqual(['补生成评分表', '退回采集', '退回个人小结'])
})
