import { expect, test } from 'vitest'
import { isGridMonth, isGridStopped } from './grid-stop.ts'

test.each([
  [null, '2026-06-15', false, true],
  ['2026-06-15', '2026-06-14', false, true],
  ['2026-06-15', '2026-06-15', true, true],
  ['2026-06-01', '2026-06-30', true, true],
  ['2026-06-30', '2026-07-01', true, false],
  ['2026-01-01', '2025-12-31', false, true],
] as const)('a grid stopped on %s, seen on %s', (stoppedOn, on, isStopped, isListed) => {
  expect([isGridStopped(stoppedOn, on), isGridMonth(stoppedOn, on.slice(0, 7))]).toEqual([isStopped, isListed])
})
