import { describe, expect, test } from 'vitest'
import { decimal } from '../evaluation/example.testing.ts'
import { drawLine, quotaOf } from './quota.ts'

test.each([
  ['0.4', 5, 'floor', 2],
  ['0.4', 4, 'floor', 1],
  ['0.4', 4, 'round', 2],
  ['0.4', 3, 'round', 1],
  ['0.5', 5, 'round', 3],
  ['0.4', 3, 'ceil', 2],
  ['0.4', 5, 'ceil', 2],
  ['0.2', 0, 'ceil', 0],
  ['0.1', 30, 'floor', 3],
] as const)('%s of %i, %s: %i', (share, eligible, rounding, places) => {
  expect(quotaOf(decimal(share), eligible, rounding).places).toBe(places)
})

describe('the line', () => {
  function drawn(values: readonly number[], places: number): readonly string[] {
    const candidates = values.map((value) => ({ value }))
    const line = drawLine(candidates, places, (a, b) => b.value - a.value)
    return candidates.map((candidate) => `${String(line.get(candidate)?.order)} ${String(line.get(candidate)?.place)}`)
  }

  test.each([
    ['the best are inside', [7, 9, 8], 2, ['3 beyondQuota', '1 withinQuota', '2 withinQuota']],
    ['fewer candidates than places', [7, 9], 5, ['2 withinQuota', '1 withinQuota']],
    ['equals inside are no tie', [9, 9, 8], 2, ['1 withinQuota', '1 withinQuota', '3 beyondQuota']],
    ['equals across the line all stay outside', [9, 8, 8, 8], 2, ['1 withinQuota', '2 tiedAtLine', '2 tiedAtLine', '2 tiedAtLine']],
    ['all equal', [8, 8], 1, ['1 tiedAtLine', '1 tiedAtLine']],
    ['no place, no line', [8, 8], 0, ['1 beyondQuota', '1 beyondQuota']],
    ['just enough places', [8, 8], 2, ['1 withinQuota', '1 withinQuota']],
  ])('%s', (_, values, places, expected) => {
    expect(drawn(values, places)).toEqual(expected)
  })
})
