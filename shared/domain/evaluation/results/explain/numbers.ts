import { decimalText, parseDecimal } from '../../../../lib/decimal.ts'
import { hundredthsText, type Hundredths } from '../../../../lib/hundredths.ts'
import { compare, type Rational } from '../../../../lib/rational.ts'

const places = 4

/** A number as a formula shows it: exact where 4 decimals suffice (`4.3`), else `≈0.6667`. */
export function shown(value: Rational): string {
  const trimmed = decimalText(value, places).replace(/\.?0+$/, '')
  return isShownExactly(value) ? trimmed : `≈${trimmed}`
}

export function isShownExactly(value: Rational): boolean {
  return compare(parseDecimal(decimalText(value, places)), value) === 0
}

/** A rounded score, or nothing where it is missing. */
export function scoreOrNull(score: Hundredths | null): string | null {
  return score === null ? null : hundredthsText(score)
}

/** `18×45 + 16×45` */
export function sumOf(terms: readonly string[]): string {
  return terms.join(' + ')
}
