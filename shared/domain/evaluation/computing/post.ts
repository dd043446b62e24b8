import { parseDecimal } from '../../../lib/decimal.ts'
import { round2, smaller } from '../../../lib/hundredths.ts'
import { add, divide, isZero, maximum, multiply, one, ratio, scaledRound, subtract, sum, whole } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import { lengthInDays } from '../../../lib/calendar-day.ts'
import type { Post } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { PostOutcome, PostSegment } from './outcome.ts'
import { rangeTexts } from './presence.ts'
import type { Presence } from './presence.ts'

/** The stated coefficient, or base + range × (mean of the three factors − 1) / 4, or 1 without either (岗位赋分 P). */
export function postCoefficient(post: Post, plan: ExactPlan): Rational {
  if (post.coefficient !== null) return parseDecimal(post.coefficient)
  if (post.factors === null) return one
  const { workload, difficulty, risk } = post.factors
  const mean = ratio(BigInt(workload + difficulty + risk), 3n)
  return add(plan.coefficientBase, multiply(plan.coefficientRange, divide(subtract(mean, one), whole(4))))
}

/** Points and coefficient of each post under one plan, by post id. */
export type PostTable = ReadonlyMap<string, { readonly score: Rational; readonly coefficient: Rational }>

export function postTable(posts: readonly Post[], plan: ExactPlan): PostTable {
  return new Map(posts.map((post) => [post.id, { score: parseDecimal(post.score), coefficient: postCoefficient(post, plan) }]))
}

function highest(values: readonly Rational[]): Rational {
  return values.reduce((top, value) => maximum(top, value))
}

function meanOverDays(segments: readonly PostSegment[], days: number, valueOf: (segment: PostSegment) => Rational): Rational {
  return divide(sum(segments.map((segment) => multiply(valueOf(segment), whole(segment.days)))), whole(days))
}

/** P and k: each covered day counts the highest score and the highest coefficient held that day; the cap comes once, at the end. */
export function scorePost(presence: Presence, posts: PostTable, plan: ExactPlan): PostOutcome {
  const segments = presence.stretches.map((stretch): PostSegment => {
    const held = stretch.held.flatMap((assignment) => posts.get(assignment.post) ?? [])
    return {
      ...rangeTexts(stretch),
      days: lengthInDays(stretch),
      held: stretch.held.map(({ module, post }) => ({ module, post })),
      score: highest(held.map((post) => post.score)),
      coefficient: highest(held.map((post) => post.coefficient)),
    }
  })
  const mean = meanOverDays(segments, presence.coveredDays, (segment) => segment.score)
  const exactCoefficient = meanOverDays(segments, presence.coveredDays, (segment) => segment.coefficient)
  return {
    segments,
    coveredDays: presence.coveredDays,
    mean,
    max: plan.postMax,
    score: isZero(plan.postMax) ? null : smaller(round2(plan.postMax), round2(mean)),
    exactCoefficient,
    coefficient: ratio(scaledRound(exactCoefficient, 4), 10_000n),
  }
}
