import { expect, test } from 'vitest'
import { isSaneDay } from './sane-day.ts'

test.each([
  ['1999-12-31', false],
  ['2000-01-01', true],
  ['2028-04-06', true],
  ['2028-04-07', false],
  ['2062-04-06', false],
])('%s seen from 2026-04-06: %s', (day, isSane) => {
  expect(isSaneDay(day, '2026-04-06')).toBe(isSane)
})
