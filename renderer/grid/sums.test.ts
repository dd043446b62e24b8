import { describe, expect, test } from 'vitest'
import { figureText, sumsOf } from './sums.ts'

describe('sumsOf', () => {
  test.each([
    ['no numbers', [null, null], null],
    ['empty cells do not count', [1, null, 2], { count: 2, sum: 3, mean: 1.5 }],
    ['tenths', [0.1, 0.2], { count: 2, sum: 0.3, mean: 0.15 }],
    ['hundredths', [97.39, 1.005, -2], { count: 3, sum: 96.395, mean: 96.395 / 3 }],
    ['tiny ones', [1e-7, 1], { count: 2, sum: 1, mean: 0.5 }],
  ])('%s', (_, values, sums) => {
    expect(sumsOf(values)).toEqual(sums)
  })
  test('of many cells', () => {
    expect(sumsOf(Array.from({ length: 100_000 }, () => 0.01))?.sum).toBe(1000)
  })
})

test('figureText', () => {
  expect(figureText(1234567.5)).toBe('1,234,567.5')
  expect(figureText(1 / 3)).toBe('0.3333')
})
