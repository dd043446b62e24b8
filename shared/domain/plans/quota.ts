import { add, ceiling, floor, multiply, ratio, whole } from '../../lib/rational.ts'
import type { Rational } from '../../lib/rational.ts'
import type { QuotaRounding } from './vocabulary.ts'

export interface Quota {
  readonly share: Rational
  readonly eligible: number
  readonly exact: Rational
  readonly rounding: QuotaRounding
  readonly places: number
}

/** How many of `eligible` people may get the best grade (名额): share × eligible, rounded down, half up, or up. */
export function quotaOf(share: Rational, eligible: number, rounding: QuotaRounding): Quota {
  const exact = multiply(share, whole(eligible))
  const places = { floor: () => floor(exact), round: () => floor(add(exact, ratio(1n, 2n))), ceil: () => ceiling(exact) }[rounding]()
  return { share, eligible, exact, rounding, places: Number(places) }
}

export type LinePlace = 'withinQuota' | 'tiedAtLine' | 'beyondQuota'

/**
 * Draws the line after the first `places` candidates. Equals on both sides of the line all stay outside, for the meeting to decide.
 * `order` is the competition place. `precedes` is negative when its first argument stands before its second.
 */
export function drawLine<Candidate>(
  candidates: readonly Candidate[],
  places: number,
  precedes: (a: Candidate, b: Candidate) => number,
): ReadonlyMap<Candidate, { readonly place: LinePlace; readonly order: number }> {
  const sorted = [...candidates].sort(precedes)
  const lastInside = sorted[places - 1]
  const firstOutside = sorted[places]
  const split = lastInside !== undefined && firstOutside !== undefined && precedes(lastInside, firstOutside) === 0
  const result = new Map<Candidate, { place: LinePlace; order: number }>()
  let order = 1
  let previous: Candidate | undefined
  for (const [index, candidate] of sorted.entries()) {
    if (previous !== undefined && precedes(previous, candidate) !== 0) order = index + 1
    previous = candidate
    const tied = split && precedes(candidate, firstOutside) === 0
    result.set(candidate, { place: tied ? 'tiedAtLine' : index < places ? 'withinQuota' : 'beyondQuota', order })
  }
  return result
}
