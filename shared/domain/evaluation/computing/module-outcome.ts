import type { Hundredths } from '../../../lib/hundredths.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { PartyRole, TaskQuality } from '../../plans/task-codes.ts'
import type { DayText } from '../../plans/case.ts'
import type { Normalisation, TaskStatus, TaskWeight } from '../../plans/vocabulary.ts'

/** The counted raw ratings of one module in one track: |R(m)|, μ(m), max R(m). */
export interface RatingGroup {
  readonly count: number
  readonly mean: Rational
  readonly top: Rational
}

/** One rating by a module head. Uncounted ones (too few days in the module) keep `correction` null and count nowhere. */
export interface HeadRatingItem {
  readonly module: string
  readonly scorer: string
  readonly band: string | null
  readonly raw: Rational
  readonly days: number
  readonly correction: RatingCorrection | null
}

/**
 * raw × factor = `normalised`; `value` = min(M1max, normalised × pkFactor). `how` says where the factor came from:
 * `clamped` means the ratio of means lay outside factorMin…factorMax, `fewRatings` and `zeroMean` that it is 1.
 * For `top` normalised = raw / top × M1max and factor = M1max / top.
 */
export interface RatingCorrection {
  readonly how: 'mean' | 'clamped' | 'fewRatings' | 'zeroMean' | 'top' | 'zeroTop' | 'none'
  readonly group: RatingGroup
  readonly trackMean: Rational
  readonly factor: Rational
  readonly normalised: Rational
  readonly pkFactor: Rational
  readonly value: Rational
}

/** M1: Σ value × days / Σ days over the counted ratings; `score` null when there is none. */
export interface HeadRatingOutcome {
  readonly max: Rational
  readonly normalisation: Normalisation
  readonly minRatedDays: number
  readonly ratings: readonly HeadRatingItem[]
  readonly ratedDays: number
  readonly exact: Rational | null
  readonly score: Hundredths | null
}

/** One part of a task that counts: `base` = w·r, `factor` = timing × quality, `contribution` = w·r·f. */
export interface TaskPart {
  readonly task: string
  readonly title: string
  readonly module: string
  readonly weight: TaskWeight
  readonly role: PartyRole
  readonly roleFactor: Rational
  readonly due: DayText
  readonly completedOn: DayText | null
  /** Positive when late, 0 when on time, null when not completed by the freeze day. */
  readonly daysLate: number | null
  readonly reworks: number
  readonly timing: 'onTime' | 'returned' | 'late' | 'notCompleted' | 'afterFreeze'
  readonly timingFactor: Rational
  readonly quality: TaskQuality | null
  readonly qualityFactor: Rational
  readonly factor: Rational
  readonly base: Rational
  readonly contribution: Rational
}

/** A part due in the period that does not count because of the task's status. */
export interface TaskLeftOut {
  readonly task: string
  readonly title: string
  readonly status: TaskStatus
}

/** The mean M2 that stands for one module of a person without tasks: of the module, of the whole track, or share × M2max. */
export interface ModuleFill {
  readonly module: string
  readonly days: number
  readonly source: 'module' | 'track' | 'share'
  readonly people: number
  readonly mean: Rational
}

/** How M2 came about; all but `tasks` carry the flag `noTasks`. `redistribute` leaves M2 missing. */
export type TaskScore =
  | { readonly kind: 'tasks'; readonly exact: Rational; readonly score: Hundredths }
  | { readonly kind: 'module_mean'; readonly modules: readonly ModuleFill[]; readonly exact: Rational; readonly score: Hundredths }
  | { readonly kind: 'fixed'; readonly share: Rational; readonly exact: Rational; readonly score: Hundredths }
  | { readonly kind: 'redistribute'; readonly score: null }

/** M2 = M2max × contributions / bases. */
export interface TaskProgressOutcome {
  readonly max: Rational
  readonly parts: readonly TaskPart[]
  readonly leftOut: readonly TaskLeftOut[]
  readonly bases: Rational
  readonly contributions: Rational
  readonly result: TaskScore
  readonly score: Hundredths | null
}

/** M3 from counts; never shown to people when `votes` is below 3. */
export interface PeerOutcome {
  readonly max: Rational
  readonly bands: readonly { readonly band: string; readonly points: Rational; readonly votes: number }[]
  readonly votes: number
  readonly abstained: number
  readonly ballots: number
  readonly minVotes: number
  readonly minTurnout: Rational
  readonly why: 'valid' | 'noVotes' | 'fewVotes' | 'lowTurnout'
  /** Over the votes, also when they are too few to be valid; null without any. */
  readonly mean: Rational | null
  readonly score: Hundredths | null
}

/** M4: mean of the scores given. */
export interface LeaderScoreOutcome {
  readonly max: Rational
  readonly scores: readonly { readonly scorer: string; readonly score: Rational }[]
  readonly mean: Rational | null
  readonly score: Hundredths | null
}

/** A leaf of the module dimension that exists in the plan; `score` null is missing. */
export interface ModuleLeaf {
  readonly leaf: 'M1' | 'M2' | 'M3' | 'M4'
  readonly max: Rational
  readonly score: Hundredths | null
}

/**
 * How M came about. `rescaled`: present × Mmax / presentMax. `filled`: the exact mean of `people` others of the track.
 * `noScore`: nothing to fill from, so 0 and a flag.
 */
export type ModuleHow =
  | { readonly kind: 'sum' }
  | { readonly kind: 'rescaled'; readonly present: Hundredths; readonly presentMax: Rational; readonly exact: Rational }
  | { readonly kind: 'filled'; readonly presentMax: Rational; readonly people: number; readonly mean: Rational }
  | { readonly kind: 'noScore'; readonly presentMax: Rational }

/** The module dimension; a leaf outcome is null when its maximum in the plan is 0. */
export interface ModuleOutcome {
  readonly max: Rational
  readonly rescaleAt: Rational
  readonly headRating: HeadRatingOutcome | null
  readonly taskProgress: TaskProgressOutcome | null
  readonly peer: PeerOutcome | null
  readonly leaderScore: LeaderScoreOutcome | null
  readonly leaves: readonly ModuleLeaf[]
  readonly how: ModuleHow
  readonly score: Hundredths
}
