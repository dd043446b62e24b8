import { expect, test } from 'vitest'
import { readGridState } from './grid-state.ts'

const state = {
  columns: [{ field: 'title', width: 280, hidden: false, pinned: true }],
  sort: [{ field: 'due', descending: true }],
  filters: [
    { field: 'title', kind: 'text', contains: '防汛' },
    { field: 'state', kind: 'choice', values: ['active', 2, true] },
    { field: 'due', kind: 'day', from: '2026-07-01', to: null },
    { field: 'weight', kind: 'number', min: null, max: 2 },
    { field: 'docNo', kind: 'blank', blank: true },
  ],
}

test('a stored view comes back as it was', () => {
  expect(readGridState(JSON.stringify(state))).toEqual(state)
})

test.each([['not JSON', '{'], ['another shape', '{"columns":[]}'], ['an unknown filter', JSON.stringify({ ...state, filters: [{ field: 'x', kind: 'formula' }] })], ['a list', '[]']])('%s is no view', (_, json) => {
  expect(readGridState(json)).toBeNull()
})
