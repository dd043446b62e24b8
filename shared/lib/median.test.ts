import { expect, test } from 'vitest'
import { hundredths } from './hundredths.ts'
import { medianOf } from './median.ts'

test.each([
  [[], null],
  [[8100], 8100],
  [[9000, 7000, 8000], 8000],
  [[7000, 9000, 8000, 8101], 8051],
])('%j → %s', (values, median) => {
  expect(medianOf(values.map(hundredths))).toBe(median)
})
