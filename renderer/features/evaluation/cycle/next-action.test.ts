import { describe, expect, test } from 'vitest'
import { periodStages, type PeriodStage } from '../../../../shared/domain/evaluation/cycle.ts'
import { stageMoves } from '../../../../shared/domain/evaluation/stage-moves.ts'
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

test('a year is computed whatever its stage, and then goes on like a quarter', () => {
  const of = (stage: PeriodStage) => nextAction({ kind: 'year', stage, hasSheets: false, hasResult: false })
  expect([of('configuring'), of('scoring'), of('computed')]).toEqual([{ kind: 'compute' }, { kind: 'compute' }, { kind: 'advance', to: 'reviewing' }])
})

test('a computed year is published, or computed again', () => {
  const situation = { kind: 'year', stage: 'configuring', hasSheets: false, hasResult: true } as const
  expect([nextAction(situation), otherActions(situation)]).toEqual([{ kind: 'publish' }, [{ kind: 'compute' }, { kind: 'advance', to: 'collecting' }, { kind: 'advance', to: 'summarising' }]])
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
