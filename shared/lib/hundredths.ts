import { decimalText } from './decimal.ts'
import { ceiling, multiply, ratio, scaledRound, whole } from './rational.ts'
import type { Rational } from './rational.ts'

declare const hundredthsBrand: unique symbol

/** A score or amount as a whole number of hundredths: 97.39 is `9739`. A plain number is not one. */
export type Hundredths = number & { readonly [hundredthsBrand]: true }

function isHundredths(value: number): value is Hundredths {
  return Number.isSafeInteger(value)
}

/** Marks a whole number of hundredths. @throws RangeError when it is no safe integer */
export function hundredths(value: number): Hundredths {
  if (!isHundredths(value)) throw new RangeError(`not a whole number of hundredths: ${String(value)}`)
  return value
}

export const noHundredths = hundredths(0)

/** Rounds to 2 decimals, half away from zero. */
export function round2(value: Rational): Hundredths {
  return hundredths(Number(scaledRound(value, 2)))
}

/** The smallest score with 2 decimals that reaches the value: what a threshold means for rounded scores. */
export function reaching(value: Rational): Hundredths {
  return hundredths(Number(ceiling(multiply(value, whole(100)))))
}

export function exactly(value: Hundredths): Rational {
  return ratio(BigInt(value), 100n)
}

/** `9739` → `"97.39"`. */
export function hundredthsText(value: Hundredths): string {
  return decimalText(exactly(value), 2)
}

export function addHundredths(...values: readonly Hundredths[]): Hundredths {
  return hundredths(values.reduce<number>((total, value) => total + value, 0))
}

export function subtractHundredths(a: Hundredths, b: Hundredths): Hundredths {
  return hundredths(a - b)
}

export function smaller(a: Hundredths, b: Hundredths): Hundredths {
  return a <= b ? a : b
}

export function larger(a: Hundredths, b: Hundredths): Hundredths {
  return a >= b ? a : b
}
