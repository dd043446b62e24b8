import { addHundredths, exactly, noHundredths, round2 } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { compare, divide, isZero, multiply, sum, whole } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { HeadRatingOutcome, LeaderScoreOutcome, ModuleHow, ModuleLeaf, ModuleOutcome, PeerOutcome, TaskProgressOutcome } from './module-outcome.ts'

/** The four leaf outcomes of one person; null where the plan's maximum is 0. */
export interface ModuleLeaves {
  readonly headRating: HeadRatingOutcome | null
  readonly taskProgress: TaskProgressOutcome | null
  readonly peer: PeerOutcome | null
  readonly leaderScore: LeaderScoreOutcome | null
}

/** M where its own leaves suffice; else what is known for filling it. */
export type OwnModuleScore =
  | { readonly kind: 'own'; readonly leaves: readonly ModuleLeaf[]; readonly how: ModuleHow; readonly score: Hundredths }
  | { readonly kind: 'toFill'; readonly leaves: readonly ModuleLeaf[]; readonly presentMax: Rational }

function existing({ headRating, taskProgress, peer, leaderScore }: ModuleLeaves): readonly ModuleLeaf[] {
  const leaf = (name: ModuleLeaf['leaf'], outcome: { readonly max: Rational; readonly score: Hundredths | null } | null): readonly ModuleLeaf[] =>
    outcome === null ? [] : [{ leaf: name, max: outcome.max, score: outcome.score }]
  return [...leaf('M1', headRating), ...leaf('M2', taskProgress), ...leaf('M3', peer), ...leaf('M4', leaderScore)]
}

/** The sum of the leaves; with some missing, scaled up when those present are worth at least `rescaleAt` of the dimension (缺分处理). */
export function scoreOwnModule(outcomes: ModuleLeaves, plan: ExactPlan): OwnModuleScore {
  const leaves = existing(outcomes)
  const present = leaves.flatMap((leaf) => (leaf.score === null ? [] : [{ max: leaf.max, score: leaf.score }]))
  const score = addHundredths(...present.map((leaf) => leaf.score))
  if (present.length === leaves.length) return { kind: 'own', leaves, how: { kind: 'sum' }, score }
  const presentMax = sum(present.map((leaf) => leaf.max))
  if (isZero(presentMax) || compare(presentMax, multiply(plan.rescaleAt, plan.moduleMax)) < 0) return { kind: 'toFill', leaves, presentMax }
  const exact = divide(multiply(exactly(score), plan.moduleMax), presentMax)
  return { kind: 'own', leaves, how: { kind: 'rescaled', present: score, presentMax, exact }, score: round2(exact) }
}

/** The mean M of the people of one track who need no filling; null when there are none. */
export interface ModuleFillSource {
  readonly people: number
  readonly mean: Rational
}

export function moduleFillSource(scores: readonly Hundredths[]): ModuleFillSource | null {
  if (scores.length === 0) return null
  return { people: scores.length, mean: divide(sum(scores.map(exactly)), whole(scores.length)) }
}

/** Completes the dimension: a missing score is filled from the track, and only when there is nobody it is 0 with a flag. */
export function scoreModule(own: OwnModuleScore, outcomes: ModuleLeaves, plan: ExactPlan, source: ModuleFillSource | null): ModuleOutcome {
  const common = { max: plan.moduleMax, rescaleAt: plan.rescaleAt, ...outcomes, leaves: own.leaves }
  if (own.kind === 'own') return { ...common, how: own.how, score: own.score }
  const { presentMax } = own
  if (source === null) return { ...common, how: { kind: 'noScore', presentMax }, score: noHundredths }
  return { ...common, how: { kind: 'filled', presentMax, ...source }, score: round2(source.mean) }
}
