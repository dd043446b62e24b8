import { describe, expect, test } from 'vitest'
import { rationalText, whole } from '../../../lib/rational.ts'
import { decimal, planWith } from '../example.testing.ts'
import { correctRating, ratingCounts, rawRating, scoreHeadRatings, trackRatings } from './head-rating.ts'
import type { HeadRatingItem, RatingGroup } from './module-outcome.ts'

const plan = planWith()

function group(count: number, mean: string, top = mean): RatingGroup {
  return { count, mean: decimal(mean), top: decimal(top) }
}

function corrected(raw: string, ofGroup: RatingGroup, trackMean: string, pkFactor: string, rules = plan) {
  const { how, factor, value } = correctRating(decimal(raw), ofGroup, decimal(trackMean), decimal(pkFactor), rules)
  return [how, rationalText(factor), rationalText(value)]
}

function rating(module: string, value: string | null, days: number): HeadRatingItem {
  const raw = decimal(value ?? '0')
  const correction = value === null ? null : correctRating(raw, group(1, value), raw, whole(1), plan)
  return { module, scorer: 'h', band: null, raw, days, correction }
}

describe('the raw rating', () => {
  const base = { scorer: 'h', staff: 'a', module: 'm' }
  test.each([
    [{ ...base, band: 'A', score: null }, '10'],
    [{ ...base, band: 'C', score: null }, '6'],
    [{ ...base, band: null, score: '8.55' }, '171/20'],
  ])('%o is worth %s', (given, expected) => {
    expect(rationalText(rawRating(given, plan))).toBe(expected)
  })

  test('a band the plan does not have is no rating', () => {
    expect(() => rawRating({ ...base, band: 'D', score: null }, plan)).toThrow(RangeError)
  })

  test('counts from 10 days in the module', () => {
    expect(ratingCounts(9, plan)).toBe(false)
    expect(ratingCounts(10, plan)).toBe(true)
  })
})

test('the track mean takes each rating once, not a mean of means', () => {
  const ratings = trackRatings([{ module: 'm', raw: whole(10) }, { module: 'm', raw: whole(8) }, { module: 'n', raw: whole(3) }])
  expect(rationalText(ratings.mean)).toBe('7')
  expect(ratings.modules.get('m')).toEqual({ count: 2, mean: whole(9), top: whole(10) })
})

describe('mean_ratio', () => {
  test.each([
    ['张三', '10', group(3, '9'), '8.1', '1.05', ['mean', '9/10', '189/20']],
    ['李四 in 大经济', '8', group(3, '7.5'), '8.1', '0.95', ['mean', '27/25', '1026/125']],
    ['王五, clamped', '6', group(3, '7.2'), '8.1', '1.00', ['clamped', '11/10', '33/5']],
    ['clamped below', '10', group(4, '9.9'), '8.1', '1', ['clamped', '9/10', '9']],
    ['two ratings correct nothing', '10', group(2, '9'), '8.1', '1', ['fewRatings', '1', '10']],
    ['a mean of 0 corrects nothing', '0', group(3, '0'), '8.1', '1', ['zeroMean', '1', '0']],
    ['at most M1max', '10', group(3, '8'), '8.8', '1.05', ['mean', '11/10', '10']],
  ])('%s', (_, raw, ofGroup, trackMean, pkFactor, expected) => {
    expect(corrected(raw, ofGroup, trackMean, pkFactor)).toEqual(expected)
  })
})

test.each([
  ['8', group(1, '8', '9'), '0.95', ['top', '10/9', '76/9']],
  ['9', group(2, '8', '9'), '1.05', ['top', '10/9', '10']],
  ['0', group(1, '0', '0'), '1', ['zeroTop', '1', '0']],
])('top_ratio: %s', (raw, ofGroup, pkFactor, expected) => {
  expect(corrected(raw, ofGroup, '5', pkFactor, planWith({ module: { normalisation: 'top_ratio' } }))).toEqual(expected)
})

test('none: only the PK factor', () => {
  expect(corrected('8', group(3, '9'), '8.1', '1.05', planWith({ module: { normalisation: 'none' } }))).toEqual(['none', '1', '42/5'])
})

describe('M1', () => {
  test('李四: 8.10 and 8.208 over 45 days each → 8.154 → 8.15', () => {
    const outcome = scoreHeadRatings([rating('s', '8.1', 45), rating('e', '8.208', 45)], plan)
    expect(outcome.exact).toEqual(decimal('8.154'))
    expect(outcome).toMatchObject({ score: 815, ratedDays: 90 })
  })

  test('is weighted by days, uncounted ratings left out', () => {
    expect(scoreHeadRatings([rating('m', '9', 60), rating('n', '6', 30), rating('o', null, 5)], plan)).toMatchObject({ score: 800, ratedDays: 90 })
  })

  test('is missing without a counted rating', () => {
    expect(scoreHeadRatings([rating('m', null, 5)], plan).score).toBeNull()
    expect(scoreHeadRatings([], plan).score).toBeNull()
  })
})
