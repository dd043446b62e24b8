import { expect, test } from 'vitest'
import { daysOfMonth, filtersOf, isChip, meetingFilterOf, weekOf } from './meeting-request.ts'

test('weeks and months', () => {
  expect([weekOf('2026-06-03'), weekOf('2026-06-07'), daysOfMonth('2026-02'), daysOfMonth('2026-12')]).toEqual([
    { from: '2026-06-01', to: '2026-06-07' },
    { from: '2026-06-01', to: '2026-06-07' },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-12-01', to: '2026-12-31' },
  ])
})

test.each([
  ['week', [{ kind: 'days', field: 'date', from: '2026-06-01', to: '2026-06-07' }]],
  ['month', [{ kind: 'days', field: 'date', from: '2026-06-01', to: '2026-06-30' }]],
  ['minutes', [{ kind: 'flag', flag: 'withoutMinutes' }]],
  ['exceptions', [{ kind: 'flag', flag: 'withException' }]],
  ['all', []],
] as const)('%s', (chip, filters) => {
  expect([filtersOf(chip, '2026-06-03'), isChip(chip), isChip('nothing')]).toEqual([filters, true, false])
})

test.each([
  [{ kind: 'text', field: 'title', contains: ' 例会 ' }, { kind: 'text', field: 'title', contains: '例会' }],
  [{ kind: 'text', field: 'minutes', contains: '例会' }, null],
  [{ kind: 'day', field: 'date', from: null, to: '2026-06-30' }, { kind: 'days', field: 'date', from: null, to: '2026-06-30' }],
  [{ kind: 'choice', field: 'module', values: ['m'] }, { kind: 'choice', field: 'module', oneOf: ['m'] }],
  [{ kind: 'choice', field: 'module', values: [] }, null],
  [{ kind: 'number', field: 'date', min: 1, max: null }, null],
] as const)('%j', (filter, expected) => {
  expect(meetingFilterOf(filter)).toEqual(expected)
})
