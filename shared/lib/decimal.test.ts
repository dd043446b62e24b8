import { expect, test } from 'vitest'
import { decimalText, isDecimal, parseDecimal } from './decimal.ts'
import { ratio, whole } from './rational.ts'

test.each(['0', '10', '-0.50', '007', '0.90', '3.14159265358979'])('%s is a decimal', (text) => {
  expect(isDecimal(text)).toBe(true)
})

test.each(['', '8,5', '.5', '5.', '+1', '1e3', ' 1', '1 ', '--1', '１', '0x10', '1.2.3'])('%j is none', (text) => {
  expect(isDecimal(text)).toBe(false)
  expect(() => parseDecimal(text)).toThrow(SyntaxError)
})

test('a decimal has its exact value', () => {
  expect(parseDecimal('0.1')).toEqual(ratio(1n, 10n))
  expect(parseDecimal('-0.50')).toEqual(ratio(-1n, 2n))
  expect(parseDecimal('18')).toEqual(whole(18))
  expect(parseDecimal('-0.00')).toEqual(whole(0))
})

test.each([
  [ratio(26n, 3n), 2, '8.67'],
  [ratio(-1n, 200n), 2, '-0.01'],
  [ratio(1n, 1000n), 2, '0.00'],
  [ratio(21n, 20n), 4, '1.0500'],
  [whole(12345), 0, '12345'],
  [ratio(5n, 2n), 0, '3'],
])('prints with fixed places', (value, places, text) => {
  expect(decimalText(value, places)).toBe(text)
})
