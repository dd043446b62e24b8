import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followHostClock, today } from './today.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test.each([
  ['a clock that is right', '2026-06-15T01:00:00Z', '2026-06-15T01:00:00Z', '2026-06-15'],
  ['a clock a year behind', '2025-06-15T01:00:00Z', '2026-06-15T01:00:00Z', '2026-06-15'],
  ['a clock an hour ahead at night', '2026-06-15T16:30:00Z', '2026-06-15T15:30:00Z', '2026-06-15'],
])('the day is the host’s: %s', (_, machine, host, day) => {
  vi.setSystemTime(machine)
  followHostClock(host)
  expect(today()).toBe(day)
})

test('the day goes on with the machine’s clock, at midnight in China', () => {
  vi.setSystemTime('2020-01-01T00:00:00Z')
  followHostClock('2026-06-15T15:59:00Z')
  expect(today()).toBe('2026-06-15')
  vi.setSystemTime('2020-01-01T00:01:00Z')
  expect(today()).toBe('2026-06-16')
})
