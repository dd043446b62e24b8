import { expect, test } from 'vitest'
import { poolOfSeconded } from './secondment.ts'

const quarter = { start: '2026-01-01', end: '2026-03-31' }
const until = (to: string | null) => [{ from: '2026-01-01', to }]

test.each([
  ['45 of 90 days are not more than half', null, until('2026-02-14'), 'special', null],
  ['46 are', null, until('2026-02-15'), 'special', 'special'],
  ['without an end he is away to the end of the period', null, until(null), 'special', 'special'],
  ['two terms add up', null, [...until('2026-01-25'), { from: '2026-03-01', to: '2026-03-31' }], 'special', 'special'],
  ['overlapping terms count once', null, [...until('2026-02-01'), { from: '2026-01-15', to: '2026-02-10' }], 'special', null],
  ['days outside the period do not count', null, [{ from: '2025-01-01', to: '2026-01-31' }], 'special', null],
  ['his own pool wins', 'civil', until(null), 'special', 'civil'],
  ['by mode home nothing changes', null, until(null), 'home', null],
  ['who is not away', null, [], 'special', null],
] as const)('%s', (_, pool, away, mode, expected) => {
  expect(poolOfSeconded({ pool, away }, mode, quarter)).toBe(expected)
})
