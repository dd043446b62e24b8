import { add, divide, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { Village } from '../../plans/case.ts'

/** Points of a village's membership; `place` null is an unranked village. */
export interface VillagePoints {
  readonly quarterRank: number | null
  readonly place: number | null
  readonly points: Rational
}

/** The competition place (1, 2, 2, 4) of each rank among the ranks given; ranks may have gaps and repeat. */
export function placesOfRanks(ranks: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (const [index, rank] of [...ranks].sort((a, b) => a - b).entries()) if (!places.has(rank)) places.set(rank, index + 1)
  return places
}

/** The tier of a place among `ranked` villages: the first of n tiers holds the best ⌈V/n⌉, the next up to ⌈2V/n⌉ … (联村结果 T1). */
export function tierOfPlace(place: number, ranked: number, tiers: readonly Rational[]): Rational {
  const tier = tiers.find((_, index) => place <= Math.ceil((ranked * (index + 1)) / tiers.length))
  if (tier === undefined) throw new RangeError(`place ${String(place)} of ${String(ranked)} villages`)
  return tier
}

/** An unranked village counts as the exact mean of the ranked ones, or the middle tier when none is ranked. */
function unrankedPoints(ranked: readonly Rational[], tiers: readonly Rational[]): Rational {
  if (ranked.length > 0) return divide(ranked.reduce(add, zero), whole(ranked.length))
  return tiers[Math.floor(tiers.length / 2)] ?? zero
}

/** Points of every village by id, for one plan's tiers (best first, at least one). */
export function villagePoints(villages: readonly Village[], tiers: readonly Rational[]): ReadonlyMap<string, VillagePoints> {
  const ranks = villages.flatMap((village) => village.quarterRank ?? [])
  const places = placesOfRanks(ranks)
  const unranked = unrankedPoints(ranks.map((rank) => tierOfPlace(places.get(rank) ?? 1, ranks.length, tiers)), tiers)
  return new Map(
    villages.map(({ id, quarterRank }): [string, VillagePoints] => {
      const place = quarterRank === null ? undefined : places.get(quarterRank)
      if (place === undefined) return [id, { quarterRank, place: null, points: unranked }]
      return [id, { quarterRank, place, points: tierOfPlace(place, ranks.length, tiers) }]
    }),
  )
}
