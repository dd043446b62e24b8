import { expect, test } from 'vitest'
import { parseDecimal } from './decimal.ts'
import { addHundredths, exactly, hundredths, hundredthsText, larger, noHundredths, reaching, round2, smaller, subtractHundredths } from './hundredths.ts'

test.each([
  ['97.385', 9739],
  ['97.3849999', 9738],
  ['-0.005', -1],
  ['8.208', 821],
])('round2(%s) is %i hundredths', (text, expected) => {
  expect(round2(parseDecimal(text))).toBe(expected)
})

test('whole hundredths only', () => {
  expect(() => hundredths(1.5)).toThrow(RangeError)
  expect(() => hundredths(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError)
})

test('sums and differences print as they add up by hand', () => {
  const total = subtractHundredths(addHundredths(hundredths(1800), hundredths(3739), noHundredths), hundredths(50))
  expect(hundredthsText(total)).toBe('54.89')
  expect(exactly(total)).toEqual(parseDecimal('54.89'))
  expect(smaller(hundredths(1), hundredths(2))).toBe(1)
  expect(larger(hundredths(1), hundredths(2))).toBe(2)
})

test('a threshold with more places is reached only by the next hundredth', () => {
  expect(reaching(parseDecimal('85'))).toBe(8500)
  expect(reaching(parseDecimal('84.995'))).toBe(8500)
  expect(reaching(parseDecimal('85.001'))).toBe(8501)
})
