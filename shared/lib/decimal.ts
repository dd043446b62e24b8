import { ratio, scaledRound } from './rational.ts'
import type { Rational } from './rational.ts'

/** Whether the text is a plain decimal such as `"10"`, `"-0.50"`; no exponent, sign `+`, comma, space or bare point. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

/** The exact value of a plain decimal. @throws SyntaxError when the text {@link isDecimal} refuses */
export function parseDecimal(text: string): Rational {
  if (!isDecimal(text)) throw new SyntaxError(`not a decimal: ${text}`)
  const point = text.indexOf('.')
  if (point < 0) return { num: BigInt(text), den: 1n }
  const digits = text.slice(point + 1)
  return ratio(BigInt(text.slice(0, point) + digits), 10n ** BigInt(digits.length))
}

/** Exactly `places` decimals, rounded half away from zero: 26/3 with 2 places → `"8.67"`. */
export function decimalText(value: Rational, places: number): string {
  const scaled = scaledRound(value, places)
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
