import { exactly, hundredths } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { add, compare, divide, floor, maximum, minimum, multiply, ratio, scaledRound, subtract, sum, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import { identities } from '../../people/codes.ts'
import type { DayText } from '../../plans/case.ts'
import type { PersonOutcome, QuarterOutcome } from '../computing/outcome.ts'

/** 公平性: how those who score use the scale, and how totals spread over the township. Ballots of 互评 do not enter but as part of 模块评分. */

/** A scorer is compared with the others from so many scores given, where so many scorers can be compared. */
export const fewestScores = 3
export const fewestScorers = 4
/** A mean further from the mean of the means than so many of their standard deviations is out of the ordinary. */
export const oddFrom: Rational = ratio(3n, 2n)

/** `same`: one and the same score for everybody. */
export type Oddity = 'high' | 'low' | 'same'

/** What one scorer has given, of 模块长评价 (M1) or 领导评分 (M4). */
export interface ScorerRow {
  readonly scorer: string
  readonly modules: readonly string[]
  readonly count: number
  readonly mean: Rational
  /** Standard deviation of the scores, rounded to hundredths. */
  readonly spread: Hundredths
  readonly lowest: Rational
  readonly highest: Rational
  /** Mean after 校正 (before the PK factor), and the lowest and highest factor used; null where nothing is corrected. */
  readonly corrected: { readonly mean: Rational; readonly factors: readonly [Rational, Rational] } | null
  readonly oddity: Oddity | null
}

/** Scorers of one kind, and what they are measured by: mean and standard deviation of the means of those compared; null when they are too few. */
export interface ScorerGroup {
  readonly rows: readonly ScorerRow[]
  readonly compared: { readonly scorers: number; readonly mean: Rational; readonly spread: Hundredths } | null
}

export const fairnessMeasures = ['total', 'post', 'module', 'team', 'special', 'deduct'] as const
export type FairnessMeasure = (typeof fairnessMeasures)[number]

export const ageGroups = ['upTo35', 'from36', 'from46', 'from56', 'unknown'] as const
export type AgeGroup = (typeof ageGroups)[number]

export const fairnessGroupings = ['module', 'identity', 'age'] as const
export type FairnessGrouping = (typeof fairnessGroupings)[number]

/** How a measure spreads within one group. Quartiles by linear interpolation. */
export interface Spread {
  /** A module's id, an identity, an age group. */
  readonly group: string
  readonly count: number
  readonly mean: Rational
  readonly lowest: Rational
  readonly lowerQuartile: Rational
  readonly median: Rational
  readonly upperQuartile: Rational
  readonly highest: Rational
}

export interface Fairness {
  readonly heads: ScorerGroup
  readonly leaders: ScorerGroup
  readonly spreads: Readonly<Record<FairnessGrouping, Readonly<Record<FairnessMeasure, readonly Spread[]>>>>
}

interface Given {
  readonly scorer: string
  readonly module: string
  readonly score: Rational
  readonly correction: { readonly factor: Rational; readonly value: Rational } | null
}

function meanOf(values: readonly Rational[]): Rational {
  return values.length === 0 ? zero : divide(sum(values), whole(values.length))
}

function varianceOf(values: readonly Rational[], mean: Rational): Rational {
  return meanOf(values.map((value) => multiply(subtract(value, mean), subtract(value, mean))))
}

/** For showing alone: what is decided is decided by the exact variance. */
function rootOf(variance: Rational): Hundredths {
  return hundredths(Math.round(Math.sqrt(Number(scaledRound(variance, 8)) / 1e8) * 100))
}

function scorerRow(scorer: string, given: readonly Given[]): Omit<ScorerRow, 'oddity'> {
  const scores = given.map(({ score }) => score)
  const mean = meanOf(scores)
  const corrections = given.flatMap(({ correction }) => correction ?? [])
  const factors = corrections.map(({ factor }) => factor)
  const [firstFactor] = factors
  return {
    scorer,
    modules: [...new Set(given.map(({ module }) => module))],
    count: given.length,
    mean,
    spread: rootOf(varianceOf(scores, mean)),
    lowest: scores.reduce(minimum),
    highest: scores.reduce(maximum),
    corrected: firstFactor === undefined ? null : { mean: meanOf(corrections.map(({ value }) => value)), factors: [factors.reduce(minimum), factors.reduce(maximum)] },
  }
}

/** What each scorer gave, in the order they first gave something; the odd ones by the rule of `oddFrom`. */
export function compareScorers(given: readonly Given[]): ScorerGroup {
  const rows = [...Map.groupBy(given, ({ scorer }) => scorer)].map(([scorer, own]) => scorerRow(scorer, own))
  const means = rows.filter(({ count }) => count >= fewestScores).map(({ mean }) => mean)
  const isCompared = means.length >= fewestScorers
  const middle = meanOf(means)
  const variance = varianceOf(means, middle)
  const limit = multiply(multiply(oddFrom, oddFrom), variance)
  const oddityOf = ({ count, mean, lowest, highest }: Omit<ScorerRow, 'oddity'>): Oddity | null => {
    if (count < fewestScores) return null
    if (compare(lowest, highest) === 0) return 'same'
    const away = subtract(mean, middle)
    if (!isCompared || compare(multiply(away, away), limit) <= 0) return null
    return compare(away, zero) > 0 ? 'high' : 'low'
  }
  return { rows: rows.map((row) => ({ ...row, oddity: oddityOf(row) })), compared: isCompared ? { scorers: means.length, mean: middle, spread: rootOf(variance) } : null }
}

/** Years completed on a day by who was born in a month `1982-02`. */
function ageOn(birthMonth: string, day: DayText): number {
  const years = Number(day.slice(0, 4)) - Number(birthMonth.slice(0, 4))
  return day.slice(5, 7) >= birthMonth.slice(5, 7) ? years : years - 1
}

/** The age group on a day; born in the month itself counts as a birthday that has been. */
export function ageGroupOn(birthMonth: string | null, day: DayText): AgeGroup {
  if (birthMonth === null) return 'unknown'
  const age = ageOn(birthMonth, day)
  return age <= 35 ? 'upTo35' : age <= 45 ? 'from36' : age <= 55 ? 'from46' : 'from56'
}

/** The value at `quarters`/4 of the way through sorted values. */
function quantile(sorted: readonly Rational[], quarters: number): Rational {
  const place = ratio(BigInt((sorted.length - 1) * quarters), 4n)
  const low = Number(floor(place))
  const [below, above] = [sorted[low] ?? zero, sorted[low + 1] ?? sorted[low] ?? zero]
  return add(below, multiply(subtract(above, below), subtract(place, whole(low))))
}

function spreadOf(group: string, values: readonly Hundredths[]): Spread {
  const sorted = [...values].sort((a, b) => a - b).map(exactly)
  return { group, count: sorted.length, mean: meanOf(sorted), lowest: quantile(sorted, 0), lowerQuartile: quantile(sorted, 1), median: quantile(sorted, 2), upperQuartile: quantile(sorted, 3), highest: quantile(sorted, 4) }
}

function measured({ total, dimensions }: PersonOutcome, measure: FairnessMeasure): Hundredths {
  return measure === 'total' ? total.total : dimensions[measure]
}

function spreadsBy(people: readonly PersonOutcome[], order: readonly string[], groupOf: (person: PersonOutcome) => string): Readonly<Record<FairnessMeasure, readonly Spread[]>> {
  const groups = Map.groupBy(people, groupOf)
  const of = (measure: FairnessMeasure) => order.flatMap((group) => {
    const own = groups.get(group)
    return own === undefined ? [] : [spreadOf(group, own.map((person) => measured(person, measure)))]
  })
  return { total: of('total'), post: of('post'), module: of('module'), team: of('team'), special: of('special'), deduct: of('deduct') }
}

/** `birthMonths` by the person's id; `modules` in official order. */
export function fairnessOf({ people, period }: QuarterOutcome, birthMonths: ReadonlyMap<string, string | null>, modules: readonly string[]): Fairness {
  const rated = people.flatMap(({ module }) => module.headRating?.ratings ?? []).flatMap(({ scorer, module, raw, correction }): readonly Given[] => (correction === null ? [] : [{ scorer, module, score: raw, correction: { factor: correction.factor, value: correction.normalised } }]))
  const led = people.flatMap(({ module, primaryModule }) => (module.leaderScore?.scores ?? []).map(({ scorer, score }): Given => ({ scorer, module: primaryModule, score, correction: null })))
  const inOrder = ({ rows, compared }: ScorerGroup): ScorerGroup => ({ compared, rows: rows.map((row) => ({ ...row, modules: modules.filter((module) => row.modules.includes(module)) })) })
  return {
    heads: inOrder(compareScorers(rated)),
    leaders: inOrder(compareScorers(led)),
    spreads: {
      module: spreadsBy(people, modules, ({ primaryModule }) => primaryModule),
      identity: spreadsBy(people, identities, ({ identity }) => identity),
      age: spreadsBy(people, ageGroups, ({ staff }) => ageGroupOn(birthMonths.get(staff) ?? null, period.end)),
    },
  }
}
