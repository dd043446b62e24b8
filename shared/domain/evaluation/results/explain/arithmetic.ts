import { rationalText, whole, type Rational } from '../../../../lib/rational.ts'

/** An exact number as `rationalText` writes it, the value of one of the node's children as it stands there, or what an operation makes of such. */
export type Reckoning =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'child'; readonly at: number }
  | { readonly kind: 'sum' | 'difference' | 'product' | 'quotient' | 'least' | 'greatest'; readonly of: readonly Reckoning[] }

/** How a node's number comes about, so that anyone can do the sum again: `places` decimals, half away from zero, or exact (null). */
export interface Arithmetic {
  readonly reckoning: Reckoning
  readonly places: 2 | 4 | null
}

export function exactly(reckoning: Reckoning): Arithmetic {
  return { reckoning, places: null }
}

export function rounded(reckoning: Reckoning, places: 2 | 4 = 2): Arithmetic {
  return { reckoning, places }
}

/** A number that came in from outside the tree, or an exact mean over other people. */
export function given(value: Rational | number): Reckoning {
  return { kind: 'number', text: rationalText(typeof value === 'number' ? whole(value) : value) }
}

export function child(at: number): Reckoning {
  return { kind: 'child', at }
}

export function sumOfAll(of: readonly Reckoning[]): Reckoning {
  return { kind: 'sum', of }
}

export function difference(from: Reckoning, taken: Reckoning): Reckoning {
  return { kind: 'difference', of: [from, taken] }
}

export function product(...of: readonly Reckoning[]): Reckoning {
  return { kind: 'product', of }
}

export function quotient(of: Reckoning, by: Reckoning): Reckoning {
  return { kind: 'quotient', of: [of, by] }
}

export function atMost(value: Reckoning, cap: Reckoning): Reckoning {
  return { kind: 'least', of: [value, cap] }
}

export function atLeast(value: Reckoning, floor: Reckoning): Reckoning {
  return { kind: 'greatest', of: [value, floor] }
}

/** Σ value × weight / Σ weight. */
export function weightedMean(rows: readonly { readonly value: Reckoning; readonly weight: number }[]): Reckoning {
  return quotient(sumOfAll(rows.map(({ value, weight }) => product(value, given(weight)))), sumOfAll(rows.map(({ weight }) => given(weight))))
}

/** The children that enter with a plus and have a value. */
export function sumOfCounted(children: readonly { readonly enters: string; readonly value: string | null }[]): Reckoning {
  return sumOfAll(children.flatMap(({ enters, value }, at) => (enters === 'plus' && value !== null ? [child(at)] : [])))
}
