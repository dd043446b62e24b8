import { parseDecimal } from '../../../lib/decimal.ts'
import { exactly } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { compare, divide, floor, isZero, multiply, ratio, subtract, sum, whole } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import { compareText } from '../../../lib/text-order.ts'
import type { YearGrade, YearVeto } from '../../plans/vocabulary.ts'
import type { BonusShare } from './year-outcome.ts'

/** What a person's share of the bonus depends on. */
export interface BonusClaim {
  readonly staff: string
  readonly annual: Hundredths | null
  readonly grade: YearGrade
  readonly months: number
  readonly vetoes: readonly YearVeto[]
}

/** Weight = annual × factor × months / 12; null for a grade without a factor, the veto `no_bonus`, or no annual score (绩效奖金). */
export function bonusWeight(claim: BonusClaim, factors: ReadonlyMap<string, Rational>): { readonly factor: Rational; readonly weight: Rational } | null {
  const factor = factors.get(claim.grade)
  if (factor === undefined || claim.annual === null || claim.vetoes.includes('no_bonus')) return null
  return { factor, weight: multiply(multiply(exactly(claim.annual), factor), ratio(BigInt(claim.months), 12n)) }
}

/** Reads the factors of a case once, by year grade. */
export function bonusFactors(factors: Readonly<Record<string, string>>): ReadonlyMap<string, Rational> {
  return new Map(Object.entries(factors).map(([grade, factor]) => [grade, parseDecimal(factor)]))
}

/**
 * Splits `amount` fen by weight with the largest remainders, the smaller id first among equals, so that the shares sum to it exactly.
 * Nobody with weight: an empty map, the amount stays unspent.
 */
export function splitBonus(amount: number, claims: readonly BonusClaim[], factors: ReadonlyMap<string, Rational>): ReadonlyMap<string, BonusShare> {
  const weighed = claims.flatMap((claim) => {
    const weight = bonusWeight(claim, factors)
    return weight === null ? [] : [{ staff: claim.staff, months: claim.months, ...weight }]
  })
  const totalWeight = sum(weighed.map((claim) => claim.weight))
  if (isZero(totalWeight)) return new Map()
  const shares = weighed.map((claim) => {
    const exact = divide(multiply(whole(amount), claim.weight), totalWeight)
    const down = floor(exact)
    return { ...claim, exact, fen: Number(down), remainder: subtract(exact, whole(down)) }
  })
  const left = amount - shares.reduce((spent, share) => spent + share.fen, 0)
  const byRemainder = [...shares].sort((a, b) => compare(b.remainder, a.remainder) || compareText(a.staff, b.staff))
  const raised = new Set(byRemainder.slice(0, left))
  return new Map(
    shares.map((share): [string, BonusShare] => {
      const { staff, factor, months, weight, exact, fen } = share
      return [staff, { factor, months, weight, exact, fen: raised.has(share) ? fen + 1 : fen }]
    }),
  )
}
