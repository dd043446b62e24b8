import { expect, test } from 'vitest'
import { periodFor, periodOptions } from './export-choice.ts'

const result = { resultVersion: 1, state: 'computed', computedAt: '2026-04-06T01:00:00Z' } as const
const periods = [
  { code: '2026', start: '2026-01-01', kind: 'year', result: null },
  { code: '2026Q1', start: '2026-01-01', kind: 'quarter', result },
  { code: '2026Q2', start: '2026-04-01', kind: 'quarter', result: null },
] as const

test('periods without a result are closed to what needs one', () => {
  expect(periodOptions('evaluation', periods)).toEqual([
    { value: '2026Q2', label: '2026年第二季度（还没有结果）', disabled: true },
    { value: '2026Q1', label: '2026年第一季度', disabled: false },
    { value: '2026', label: '2026年度（还没有结果）', disabled: true },
  ])
  expect(periodOptions('tasks', periods).some(({ disabled }) => disabled)).toBe(false)
})

test.each([
  ['tasks', '2026Q2', '2026Q2'],
  ['teams', '2026Q2', '2026Q2'],
  ['evaluation', '2026Q2', '2026Q1'],
  ['evaluation', null, '2026Q1'],
] as const)('%s wished for %s is of %s', (workbook, wished, code) => {
  expect(periodFor(workbook, periods, wished)).toBe(code)
})

test('without a result there is nothing to export', () => {
  expect(periodFor('performance', periods.slice(2), '2026Q2')).toBeNull()
})
