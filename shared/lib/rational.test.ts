import { describe, expect, test } from 'vitest'
import {
  add, ceiling, clamp, compare, divide, floor, isZero, maximum, minimum, multiply, one, parseRational, ratio, rationalText, rememberingMultiply, scaledRound,
  subtract, sum, whole, zero,
} from './rational.ts'

describe('rationals', () => {
  test('stand in lowest terms with a positive denominator', () => {
    expect(ratio(6n, -4n)).toEqual({ num: -3n, den: 2n })
    expect(ratio(0n, 7n)).toEqual(zero)
    expect(multiply(ratio(2n, 3n), ratio(3n, 2n))).toEqual(one)
    expect(() => ratio(1n, 0n)).toThrow(RangeError)
  })

  test('add, subtract, multiply and divide exactly', () => {
    expect(add(ratio(1n, 3n), ratio(1n, 6n))).toEqual(ratio(1n, 2n))
    expect(add(ratio(1n, 4n), ratio(1n, 4n))).toEqual(ratio(1n, 2n))
    expect(subtract(ratio(1n, 3n), ratio(1n, 2n))).toEqual(ratio(-1n, 6n))
    expect(divide(ratio(1n, 3n), ratio(-2n, 9n))).toEqual(ratio(-3n, 2n))
    expect(sum([ratio(1n, 10n), ratio(2n, 10n), ratio(-3n, 10n)])).toEqual(zero)
    expect(() => divide(one, zero)).toThrow(RangeError)
  })

  test('compare without rounding', () => {
    expect(compare(ratio(1n, 3n), ratio(33_333_333_333n, 100_000_000_000n))).toBeGreaterThan(0)
    expect(compare(whole(2), ratio(4n, 2n))).toBe(0)
    expect(minimum(one, zero)).toEqual(zero)
    expect(maximum(one, zero)).toEqual(one)
    expect(clamp(whole(7), whole(1), whole(5))).toEqual(whole(5))
    expect(clamp(whole(-7), whole(1), whole(5))).toEqual(whole(1))
    expect(isZero(subtract(one, one))).toBe(true)
  })

  test.each([
    [7n, 2n, 3n, 4n],
    [-7n, 2n, -4n, -3n],
    [6n, 3n, 2n, 2n],
  ])('%d/%d has floor %d and ceiling %d', (num, den, down, up) => {
    expect(floor(ratio(num, den))).toBe(down)
    expect(ceiling(ratio(num, den))).toBe(up)
  })

  test.each([
    [1005n, 1000n, 2, 101n],
    [-1005n, 1000n, 2, -101n],
    [1004n, 1000n, 2, 100n],
    [2n, 3n, 4, 6667n],
    [5n, 2n, 0, 3n],
    [-5n, 2n, 0, -3n],
  ])('%d/%d to %i places is %d', (num, den, places, rounded) => {
    expect(scaledRound(ratio(num, den), places)).toBe(rounded)
  })

  test.each(['0', '-3', '81/10', '-1/3'])('%s is read back as written', (text) => {
    expect(rationalText(parseRational(text))).toBe(text)
  })

  test('text that is no fraction is refused', () => {
    expect(() => parseRational('1.5')).toThrow(SyntaxError)
    expect(() => parseRational('1/0')).toThrow(RangeError)
    expect(() => whole(1.5)).toThrow(RangeError)
  })

  test('a remembered product is the product, and the same object again', () => {
    const product = rememberingMultiply()
    const half = ratio(1n, 2n)
    expect(product(half, half)).toEqual(ratio(1n, 4n))
    expect(product(half, half)).toBe(product(half, half))
    expect(product(half, whole(4))).toEqual(whole(2))
  })
})
