import { parseDecimal } from '../../../lib/decimal.ts'
import { round2 } from '../../../lib/hundredths.ts'
import { divide, sum, whole } from '../../../lib/rational.ts'
import type { LeaderScore } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { LeaderScoreOutcome } from './module-outcome.ts'

/** M4 (领导评分): the mean of the scores given; none, missing. */
export function scoreLeaders(given: readonly LeaderScore[], plan: ExactPlan): LeaderScoreOutcome {
  const scores = given.map(({ scorer, score }) => ({ scorer, score: parseDecimal(score) }))
  const mean = scores.length === 0 ? null : divide(sum(scores.map((row) => row.score)), whole(scores.length))
  return { max: plan.leader, scores, mean, score: mean === null ? null : round2(mean) }
}
