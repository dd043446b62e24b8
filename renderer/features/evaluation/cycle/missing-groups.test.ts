import { expect, test } from 'vitest'
import { missingGroups, placeOfMissing } from './missing-groups.ts'

test('is grouped by kind, the ones to begin with first', () => {
  const groups = missingGroups([
    { kind: 'pkFactor', message: '大治理还没有录入 PK 系数' },
    { kind: 'sheet', sheetId: 's1', message: '张三的评分表还没有提交' },
    { kind: 'pkFactor', message: '大服务还没有录入 PK 系数' },
  ])
  expect(groups.map(({ kind, rows }) => [kind, rows.length])).toEqual([['sheet', 1], ['pkFactor', 2]])
})

test.each([
  { row: { kind: 'sheet', sheetId: 's1', message: '' }, place: { tab: 'evaluation', section: 'sheets', id: 's1' } },
  { row: { kind: 'task', taskId: 't1', moduleId: 'm1', message: '' }, place: { tab: 'module', module: 'govern', section: 'tasks', id: 't1' } },
  { row: { kind: 'task', taskId: 't1', moduleId: 'unknown', message: '' }, place: null },
  { row: { kind: 'village', message: '' }, place: { tab: 'evaluation', section: 'inputs', id: 'villages' } },
  { row: { kind: 'post', message: '' }, place: { tab: 'system', section: 'township' } },
  { row: { kind: 'stage', message: '' }, place: { tab: 'evaluation', section: 'cycle' } },
] as const)('$row.kind leads to $place', ({ row, place }) => {
  expect(placeOfMissing(row, new Map([['m1', 'govern']]))).toEqual(place)
})
