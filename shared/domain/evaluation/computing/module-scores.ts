import { parseDecimal } from '../../../lib/decimal.ts'
import { groupBy } from '../../../lib/group-by.ts'
import { isZero, one } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { QuarterInput } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import { correctRating, ratingCounts, rawRating, scoreHeadRatings, trackRatings } from './head-rating.ts'
import type { TrackRatings } from './head-rating.ts'
import { scoreLeaders } from './leader-score.ts'
import { moduleFillSource, scoreModule, scoreOwnModule } from './module-dimension.ts'
import type { ModuleLeaves } from './module-dimension.ts'
import type { HeadRatingItem, ModuleOutcome, RatingCorrection } from './module-outcome.ts'
import { scorePeers } from './peer.ts'
import type { ScoredPerson } from './scored-person.ts'
import { taskFills } from './task-fill.ts'
import { scoreOwnTasks, scoreTaskProgress, taskRules } from './task-progress.ts'
import type { OwnTasks } from './task-progress.ts'

type RawRating = Omit<HeadRatingItem, 'correction'>

function rawRatings({ facts, presence, plan }: ScoredPerson): readonly RawRating[] {
  return facts.headRatings.map((rating) => ({
    module: rating.module,
    scorer: rating.scorer,
    band: rating.band,
    raw: rawRating(rating, plan),
    days: presence.daysByModule.get(rating.module) ?? 0,
  }))
}

function correctionOf(rating: RawRating, person: ScoredPerson, track: TrackRatings, pkFactors: ReadonlyMap<string, Rational>): RatingCorrection | null {
  const group = ratingCounts(rating.days, person.plan) ? track.modules.get(rating.module) : undefined
  return group === undefined ? null : correctRating(rating.raw, group, track.mean, pkFactors.get(rating.module) ?? one, person.plan)
}

/** M of all people of one track: their means and fills are taken among themselves. */
function scoreTrack(plan: ExactPlan, people: readonly ScoredPerson[], freeze: string, pkFactors: ReadonlyMap<string, Rational>): readonly ModuleOutcome[] {
  const raw = new Map(people.map((person) => [person, rawRatings(person)]))
  const counted = people.flatMap((person) => (raw.get(person) ?? []).filter((rating) => ratingCounts(rating.days, plan)))
  const ratings = trackRatings(counted)
  const rules = taskRules(plan, freeze)
  const own = new Map(people.map((person): [ScoredPerson, OwnTasks] => [person, scoreOwnTasks(person.facts.parties, rules)]))
  const fills = taskFills(Array.from(own, ([{ presence }, { exact }]) => (exact === null ? [] : [{ presence, exact }])).flat())

  const scored = Array.from(own, ([person, ownTasks]) => {
    const { presence, facts } = person
    const items = (raw.get(person) ?? []).map((rating) => ({ ...rating, correction: correctionOf(rating, person, ratings, pkFactors) }))
    const leaves: ModuleLeaves = {
      headRating: isZero(plan.head) ? null : scoreHeadRatings(items, plan),
      taskProgress: isZero(plan.tasks) ? null : scoreTaskProgress(ownTasks, presence, plan, fills),
      peer: isZero(plan.peer) ? null : scorePeers(facts.peerCount, plan),
      leaderScore: isZero(plan.leader) ? null : scoreLeaders(facts.leaderScores, plan),
    }
    return { leaves, own: scoreOwnModule(leaves, plan) }
  })
  const source = moduleFillSource(scored.flatMap(({ own }) => (own.kind === 'own' ? [own.score] : [])))
  return scored.map(({ leaves, own }) => scoreModule(own, leaves, plan, source))
}

/** The module dimension (模块评分) of everyone scored. */
export function scoreModules(people: readonly ScoredPerson[], input: QuarterInput): ReadonlyMap<ScoredPerson, ModuleOutcome> {
  const pkFactors = new Map(input.modules.map((module) => [module.id, parseDecimal(module.pkFactor)]))
  const result = new Map<ScoredPerson, ModuleOutcome>()
  // Each track has a plan object of its own.
  for (const [plan, track] of groupBy(people, (person) => person.plan)) {
    const outcomes = scoreTrack(plan, track, input.period.freeze, pkFactors)
    for (const [index, outcome] of outcomes.entries()) {
      const person = track[index]
      if (person !== undefined) result.set(person, outcome)
    }
  }
  return result
}
