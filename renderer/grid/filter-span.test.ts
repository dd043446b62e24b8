import { expect, test } from 'vitest'
import { readSpan, typedSpan } from './filter-span.ts'

const field = 'due'

test.each([
  ['day', ['2026-01-05', ''], { kind: 'read', filter: { field, kind: 'day', from: '2026-01-05', to: null } }],
  ['day', ['', '2026年7月1日'], { kind: 'read', filter: { field, kind: 'day', from: null, to: '2026-07-01' } }],
  ['day', ['', ' '], { kind: 'read', filter: null }],
  ['day', ['2026-02-30', ''], { kind: 'fault', end: 0, sentence: '“从”里的“2026-02-30”不是日期，请按 2026-07-15 的样子填写。' }],
  ['day', ['2026-03-01', '2026-02-01'], { kind: 'fault', end: 1, sentence: '“到”小于“从”，请改正。' }],
  ['number', ['1', '2.5'], { kind: 'read', filter: { field, kind: 'number', min: 1, max: 2.5 } }],
  ['number', ['', '三'], { kind: 'fault', end: 1, sentence: '“不大于”里的“三”不是数字，请改正。' }],
  ['number', ['9', '10'], { kind: 'read', filter: { field, kind: 'number', min: 9, max: 10 } }],
] as const)('a %s span %j', (kind, typed, expected) => {
  expect(readSpan(field, kind, typed)).toEqual(expected)
})

test('a filter that is there stands in its fields', () => {
  expect([typedSpan({ field, kind: 'day', from: null, to: '2026-01-01' }), typedSpan({ field, kind: 'number', min: 0, max: null }), typedSpan(undefined)]).toEqual([['', '2026-01-01'], ['0', ''], ['', '']])
})
