import { expect, test } from 'vitest'
import { chipKeys, filtersOf, isChip, recordFilterOf, recordSortOf } from './record-request.ts'

const period = { start: '2026-04-01', end: '2026-06-30' }
const within = { kind: 'days', field: 'date', from: '2026-04-01', to: '2026-06-30' }

test.each([
  ['returned', [{ kind: 'flag', flag: 'returned' }]],
  ['waiting', [{ kind: 'flag', flag: 'waitingForMe' }]],
  ['mine', [{ kind: 'flag', flag: 'mine' }, within]],
  ['entered', [{ kind: 'choice', field: 'state', oneOf: ['entered'] }, within]],
  ['all', [within]],
] as const)('%s', (chip, filters) => {
  expect(filtersOf(chip, period)).toEqual(filters)
})

test('a quick filter is known by its name', () => {
  expect([...chipKeys.map(isChip), isChip('nothing')]).toEqual([...chipKeys.map(() => true), false])
})

test.each([
  [{ kind: 'text', field: 'staff', contains: ' 张 ' }, { kind: 'text', field: 'staff', contains: '张' }],
  [{ kind: 'text', field: 'staff', contains: ' ' }, null],
  [{ kind: 'text', field: 'quantity', contains: '1' }, null],
  [{ kind: 'day', field: 'date', from: '2026-04-01', to: null }, { kind: 'days', field: 'date', from: '2026-04-01', to: null }],
  [{ kind: 'choice', field: 'state', values: ['entered', 'nonsense'] }, { kind: 'choice', field: 'state', oneOf: ['entered'] }],
  [{ kind: 'choice', field: 'kind', values: ['visit'] }, { kind: 'choice', field: 'kind', oneOf: ['visit'] }],
  [{ kind: 'choice', field: 'village', values: [] }, null],
  [{ kind: 'choice', field: 'note', values: ['x'] }, null],
  [{ kind: 'number', field: 'quantity', min: 1, max: null }, null],
  [{ kind: 'blank', field: 'note', blank: true }, null],
] as const)('%j', (filter, expected) => {
  expect(recordFilterOf(filter)).toEqual(expected)
})

test('columns that cannot be ordered by are left out', () => {
  expect(recordSortOf([{ field: 'date', descending: true }, { field: 'note', descending: false }])).toEqual([{ field: 'date', descending: true }])
})
