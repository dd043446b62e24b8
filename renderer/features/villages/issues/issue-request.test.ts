import { expect, test } from 'vitest'
import { issueFilterOf, issueSortOf } from './issue-request.ts'

test.each([
  [{ kind: 'text', field: 'title', contains: ' 路灯 ' }, { kind: 'text', field: 'title', contains: '路灯' }],
  [{ kind: 'text', field: 'phone', contains: '138' }, null],
  [{ kind: 'text', field: 'title', contains: ' ' }, null],
  [{ kind: 'day', field: 'due', from: '2026-01-01', to: null }, { kind: 'days', field: 'due', from: '2026-01-01', to: null }],
  [{ kind: 'number', field: 'reworks', min: 1, max: null }, { kind: 'number', field: 'reworks', min: 1, max: null }],
  [{ kind: 'choice', field: 'module', values: ['m1', ''] }, { kind: 'choice', field: 'module', oneOf: ['m1', null] }],
  [{ kind: 'choice', field: 'state', values: ['closed', 'nonsense'] }, { kind: 'choice', field: 'state', oneOf: ['closed'] }],
  [{ kind: 'choice', field: 'satisfaction', values: [] }, null],
] as const)('%j is asked as %j', (filter, asked) => {
  expect(issueFilterOf(filter)).toEqual(asked)
})

test('only what can be ordered by', () => {
  expect(issueSortOf([{ field: 'due', descending: true }, { field: 'phone', descending: false }])).toEqual([{ field: 'due', descending: true }])
})
