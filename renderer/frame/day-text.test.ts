import { expect, test } from 'vitest'
import { dayText, monthMoved, monthText } from './day-text.ts'

test('days and months as they are shown', () => {
  expect([dayText('2026-06-02'), monthText('2026-12')]).toEqual(['6月2日', '2026年12月'])
})

test.each([
  ['2026-06', 1, '2026-07'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
])('%s moved by %i', (month, by, moved) => {
  expect(monthMoved(month, by)).toBe(moved)
})
