import { parseDecimal } from '../../../lib/decimal.ts'
import { round2 } from '../../../lib/hundredths.ts'
import { add, clamp, compare, divide, isZero, maximum, minimum, multiply, one, sum, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { HeadRating } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { HeadRatingItem, HeadRatingOutcome, RatingCorrection, RatingGroup } from './module-outcome.ts'

/** Below this many counted ratings a module's mean says nothing, so nothing is corrected by it (模块长评价 M1). */
export const fewestRatingsForMean = 3

/** The points of a rating: its band's, or the direct score. @throws RangeError for a band the parser would have refused */
export function rawRating(rating: HeadRating, plan: ExactPlan): Rational {
  if (rating.score !== null) return parseDecimal(rating.score)
  const points = rating.band === null ? undefined : plan.headBands.get(rating.band)
  if (points === undefined) throw new RangeError(`no points for band ${String(rating.band)}`)
  return points
}

/** It counts only when the person had enough days in that module. */
export function ratingCounts(days: number, plan: ExactPlan): boolean {
  return days >= plan.minRatedDays
}

/** The counted ratings of one track, by module, with the mean over all of them (each rating once). */
export interface TrackRatings {
  readonly modules: ReadonlyMap<string, RatingGroup>
  readonly mean: Rational
}

export function trackRatings(counted: readonly { readonly module: string; readonly raw: Rational }[]): TrackRatings {
  const sums = new Map<string, { count: number; sum: Rational; top: Rational }>()
  let total = zero
  for (const { module, raw } of counted) {
    const group = sums.get(module)
    sums.set(module, group ? { count: group.count + 1, sum: add(group.sum, raw), top: maximum(group.top, raw) } : { count: 1, sum: raw, top: raw })
    total = add(total, raw)
  }
  const modules = new Map(Array.from(sums, ([module, group]) => [module, { count: group.count, mean: divide(group.sum, whole(group.count)), top: group.top }]))
  return { modules, mean: counted.length === 0 ? zero : divide(total, whole(counted.length)) }
}

function factorOf(group: RatingGroup, trackMean: Rational, plan: ExactPlan): { readonly how: RatingCorrection['how']; readonly factor: Rational } {
  switch (plan.normalisation) {
    case 'none':
      return { how: 'none', factor: one }
    case 'top_ratio':
      return isZero(group.top) ? { how: 'zeroTop', factor: one } : { how: 'top', factor: divide(plan.head, group.top) }
    case 'mean_ratio': {
      if (group.count < fewestRatingsForMean) return { how: 'fewRatings', factor: one }
      if (isZero(group.mean)) return { how: 'zeroMean', factor: one }
      const means = divide(trackMean, group.mean)
      const factor = clamp(means, plan.factorMin, plan.factorMax)
      return { how: compare(factor, means) === 0 ? 'mean' : 'clamped', factor }
    }
  }
}

/** What a counted raw rating is worth: corrected by the means or the best of its module, times the module's PK factor, at most M1max. */
export function correctRating(raw: Rational, group: RatingGroup, trackMean: Rational, pkFactor: Rational, plan: ExactPlan): RatingCorrection {
  const { how, factor } = factorOf(group, trackMean, plan)
  const normalised = multiply(raw, factor)
  return { how, group, trackMean, factor, normalised, pkFactor, value: minimum(plan.head, multiply(normalised, pkFactor)) }
}

/** M1 of one person: the corrected ratings weighted by days in their modules. */
export function scoreHeadRatings(ratings: readonly HeadRatingItem[], plan: ExactPlan): HeadRatingOutcome {
  const counted = ratings.flatMap((rating) => (rating.correction === null ? [] : [{ value: rating.correction.value, days: whole(rating.days) }]))
  const days = sum(counted.map((rating) => rating.days))
  const exact = isZero(days) ? null : divide(sum(counted.map((rating) => multiply(rating.value, rating.days))), days)
  return {
    max: plan.head,
    normalisation: plan.normalisation,
    minRatedDays: plan.minRatedDays,
    ratings,
    ratedDays: Number(days.num),
    exact,
    score: exact === null ? null : round2(exact),
  }
}
