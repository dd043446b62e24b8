import { expect, test } from 'vitest'
import { filterWords } from './filter-words.ts'
import type { ColumnFilter, GridFilter } from './types.ts'

const states: ColumnFilter = { kind: 'choice', choices: ['草稿', '待签发', '待签收', '办理中'].map((label, value) => ({ value, label })) }

test.each<[GridFilter, string]>([
  [{ field: 'f', kind: 'text', contains: '护林' }, '栏：包含“护林”'],
  [{ field: 'f', kind: 'choice', values: [0, 3] }, '栏：草稿、办理中'],
  [{ field: 'f', kind: 'choice', values: [0, 1, 2, 3] }, '栏：草稿、待签发、待签收等 4 项'],
  [{ field: 'f', kind: 'day', from: '2026-03-01', to: null }, '栏：从 2026-03-01'],
  [{ field: 'f', kind: 'day', from: '2026-03-01', to: '2026-03-31' }, '栏：从 2026-03-01 到 2026-03-31'],
  [{ field: 'f', kind: 'number', min: null, max: 60 }, '栏：不大于 60'],
  [{ field: 'f', kind: 'blank', blank: true }, '栏：空白'],
])('%j', (filter, text) => {
  expect(filterWords('栏', filter, states)).toBe(text)
})
