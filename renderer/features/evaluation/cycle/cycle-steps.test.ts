import { expect, test } from 'vitest'
import type { StepRow } from '../../plans/api-types.ts'
import { cycleSteps, latenessOf, presentStage } from './cycle-steps.ts'

const step = (changed: Partial<StepRow>): StepRow => ({ stage: 'scoring', state: 'current', plannedFrom: '2026-07-06', plannedTo: '2026-07-10', ownerId: null, ownerStaffId: null, ownerName: '叶小龙', enteredOn: null, enteredBy: null, daysLate: 0, version: 1, ...changed })
const line = (of: StepRow, missing: number | null = null) => cycleSteps([of], missing, '2026').map(({ label, state, note, lines = [] }) => [label, state, note ?? '', ...lines].join(' '))

test.each([
  [step({ enteredOn: '2026-07-06', enteredBy: '叶小龙' }), 3, '评分 current 缺 3 项 7.6–7.10 叶小龙负责 7.6 叶小龙转入'],
  [step({ daysLate: 2 }), 3, '评分 late 迟 2 个工作日 7.6–7.10 叶小龙负责'],
  [step({ stage: 'collecting', state: 'done', daysLate: 1, enteredOn: '2026-04-01', enteredBy: '叶小龙' }), 3, '采集 done 迟 1 个工作日 7.6–7.10 叶小龙负责 4.1 叶小龙转入'],
  [step({ stage: 'frozen', state: 'ahead', plannedFrom: '2026-07-13', plannedTo: '2026-07-13' }), 3, '冻结 ahead  7.13 叶小龙负责'],
  [step({ stage: 'reported', state: 'ahead', plannedFrom: '2026-12-25', plannedTo: '2027-01-08' }), null, '已上报 ahead  12.25–2027.1.8 叶小龙负责'],
  [step({ state: 'passed', plannedFrom: null, plannedTo: null, ownerName: null }), null, '评分 done  未排定'],
] as const)('a step as it stands', (of, missing, expected) => {
  expect(line(of, missing)).toEqual([expected])
})

test('the stage at hand says what it is late for', () => {
  expect([latenessOf([step({ daysLate: 2 })]), latenessOf([step({})]), latenessOf([step({ state: 'done', daysLate: 2 })])]).toEqual(['评分应于 7月10日 完成，已迟 2 个工作日', null, null])
})

test('a computed year stands at its computation, though its stage says nothing of it', () => {
  expect([presentStage({ kind: 'year', stage: 'configuring', computedAt: '2026-12-01T01:00:00.000Z' }), presentStage({ kind: 'year', stage: 'deciding', computedAt: '2026-12-01T01:00:00.000Z' })]).toEqual(['computed', 'deciding'])
})
