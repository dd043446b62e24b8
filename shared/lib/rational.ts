/** An exact fraction in lowest terms with a positive denominator, so equal values have equal fields. */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

export const zero: Rational = { num: 0n, den: 1n }
export const one: Rational = { num: 1n, den: 1n }

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `num / den` in lowest terms. @throws RangeError when `den` is 0 */
export function ratio(num: bigint, den: bigint): Rational {
  if (den === 1n) return { num, den }
  if (den === 0n) throw new RangeError('division by zero')
  const sign = den < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(num, den * sign)
  return { num: (num * sign) / divisor, den: (den * sign) / divisor }
}

/** A whole number. @throws RangeError when `value` is not an integer */
export function whole(value: number | bigint): Rational {
  return { num: BigInt(value), den: 1n }
}

export function add(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return a.den === 1n ? { num: a.num + b.num, den: 1n } : ratio(a.num + b.num, a.den)
  return ratio(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { num: -b.num, den: b.den })
}

export function multiply(a: Rational, b: Rational): Rational {
  return ratio(a.num * b.num, a.den * b.den)
}

/** A {@link multiply} that remembers the products of the same two objects, for the few constants of a rule met many times. */
export function rememberingMultiply(): (a: Rational, b: Rational) => Rational {
  const known = new Map<Rational, Map<Rational, Rational>>()
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<Rational, Rational>()
    known.set(a, ofA)
    const product = ofA.get(b) ?? multiply(a, b)
    ofA.set(b, product)
    return product
  }
}

/** @throws RangeError when `b` is 0 */
export function divide(a: Rational, b: Rational): Rational {
  return ratio(a.num * b.den, a.den * b.num)
}

/** Negative, 0 or positive as `a` is smaller than, equal to or larger than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZero(a: Rational): boolean {
  return a.num === 0n
}

export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** `value` held between `low` and `high`. */
export function clamp(value: Rational, low: Rational, high: Rational): Rational {
  return minimum(high, maximum(low, value))
}

export function sum(values: Iterable<Rational>): Rational {
  let total = zero
  for (const value of values) total = add(total, value)
  return total
}

/** The largest whole number not above `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.num / a.den
  return a.num < 0n && quotient * a.den !== a.num ? quotient - 1n : quotient
}

/** The smallest whole number not below `a`. */
export function ceiling(a: Rational): bigint {
  return -floor({ num: -a.num, den: a.den })
}

/** `a × 10^places` rounded half away from zero to a whole number: 1.005 to 2 places → 101n, −1.005 → −101n. */
export function scaledRound(a: Rational, places: number): bigint {
  const negative = a.num < 0n
  const scaled = (negative ? -a.num : a.num) * 10n ** BigInt(places)
  const rounded = (2n * scaled + a.den) / (2n * a.den)
  return negative ? -rounded : rounded
}

/** The exact value as text that JSON can carry and {@link parseRational} reads: `"81/10"`, `"18"`. */
export function rationalText(a: Rational): string {
  return a.den === 1n ? a.num.toString() : `${a.num.toString()}/${a.den.toString()}`
}

/** Reads what {@link rationalText} wrote. @throws SyntaxError on anything else */
export function parseRational(text: string): Rational {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text)
  if (!match?.[1]) throw new SyntaxError(`not a fraction: ${text}`)
  return ratio(BigInt(match[1]), BigInt(match[2] ?? '1'))
}
