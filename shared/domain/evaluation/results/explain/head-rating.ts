import { multiply } from '../../../../lib/rational.ts'
import type { HeadRatingItem, HeadRatingOutcome, RatingCorrection } from '../../computing/module-outcome.ts'
import { atMost, child, exactly, given, product as productOf, quotient, rounded, weightedMean, type Arithmetic } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import type { SnapshotNames } from '../../computing/names.ts'
import { scoreOrNull, shown, sumOf } from './numbers.ts'
import { correctionWords, explainWords, factLabels } from './words.ts'

/** The factor from the means or the best of its module where it is one of them, else as the plan says. */
function factorOf({ how, factor, trackMean, group }: RatingCorrection, { max }: HeadRatingOutcome) {
  if (how === 'mean') return quotient(given(trackMean), given(group.mean))
  return how === 'top' ? quotient(given(max), given(group.top)) : given(factor)
}

function arithmeticOf(correction: RatingCorrection, { raw }: HeadRatingItem, outcome: HeadRatingOutcome): Arithmetic {
  return exactly(atMost(productOf(given(raw), factorOf(correction, outcome), given(correction.pkFactor)), given(outcome.max)))
}

function ratingNode(rating: HeadRatingItem, outcome: HeadRatingOutcome, names: SnapshotNames): ExplainNode {
  const { correction, raw, band, days } = rating
  const scorer = names.staff(rating.scorer)
  const module = names.module(rating.module)
  const isMeanUsed = outcome.normalisation === 'mean_ratio' && correction !== null
  const product = correction === null ? null : multiply(correction.normalised, correction.pkFactor)
  const isCapped = product !== null && correction !== null && shown(product) !== shown(correction.value)
  return makeNode({
    key: 'rating',
    label: explainWords.ratingBy(scorer, module),
    value: correction === null ? null : shown(correction.value),
    arithmetic: correction === null ? null : arithmeticOf(correction, rating, outcome),
    formula: correction === null || product === null ? null : `${shown(raw)} × ${shown(correction.factor)} × ${shown(correction.pkFactor)} = ${shown(product)}`,
    notes: notes(
      correction === null && explainWords.ratingTooShort(days, outcome.minRatedDays),
      correction !== null && correctionWords[correction.how],
      isCapped && explainWords.capped(shown(outcome.max)),
    ),
    source: sourceOf(
      { kind: 'rating', scorer: rating.scorer, module: rating.module },
      [factLabels.scorer, scorer],
      [factLabels.module, module],
      [factLabels.given, band],
      [factLabels.raw, shown(raw)],
      [factLabels.days, explainWords.days(days)],
      [factLabels.moduleMean, isMeanUsed ? shown(correction.group.mean) : null],
      [factLabels.trackMean, isMeanUsed ? shown(correction.trackMean) : null],
      [factLabels.factor, correction === null ? null : shown(correction.factor)],
      [factLabels.pkFactor, correction === null ? null : shown(correction.pkFactor)],
    ),
  })
}

/** M1: the corrected ratings, weighted by days in their modules. */
export function explainHeadRating(outcome: HeadRatingOutcome, names: SnapshotNames): ExplainNode {
  const { ratings, ratedDays, exact, score } = outcome
  const counted = ratings.flatMap(({ correction, days }) => (correction === null ? [] : [{ value: correction.value, days }]))
  return makeNode({
    key: 'M1',
    label: explainWords.leaves.M1,
    value: scoreOrNull(score),
    arithmetic: score === null ? null : rounded(weightedMean(ratings.flatMap(({ correction, days }, at) => (correction === null ? [] : [{ value: child(at), weight: days }])))),
    enters: 'plus',
    formula: exact === null ? null : `(${sumOf(counted.map(({ value, days }) => `${shown(value)}×${days}`))}) ÷ ${ratedDays} = ${shown(exact)}`,
    notes: notes(score === null && explainWords.noRating),
    children: ratings.map((rating) => ratingNode(rating, outcome, names)),
  })
}
