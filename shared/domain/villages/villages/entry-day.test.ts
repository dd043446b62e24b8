import { expect, test } from 'vitest'
import { entryDayFault } from './entry-day.ts'
import { quarterOf } from './quarter-of.ts'

const second = { start: '2026-04-01', end: '2026-06-30' }

test.each([
  ['today', '2026-07-08', [], null],
  ['tomorrow', '2026-07-09', [], 'future'],
  ['the first day of the present quarter', '2026-07-01', [], null],
  ['the day before it, its period closed', '2026-06-30', [], 'closed'],
  ['the day before it, its period open', '2026-06-30', [second], null],
  ['before all that is open', '2026-03-31', [second], 'closed'],
] as const)('%s', (_, date, open, fault) => {
  expect(entryDayFault(date, '2026-07-08', open)).toBe(fault)
})

test.each([
  ['2026-01-01', '2026-01-01', '2026-03-31'],
  ['2026-05-31', '2026-04-01', '2026-06-30'],
  ['2026-09-15', '2026-07-01', '2026-09-30'],
  ['2026-12-31', '2026-10-01', '2026-12-31'],
])('the quarter of %s is from %s to %s', (day, start, end) => {
  expect(quarterOf(day)).toEqual({ start, end })
})
