import type { Hundredths } from '../../../lib/hundredths.ts'
import type { GradeOutcome, PersonOutcome } from './outcome.ts'
import { leafNames, quarterFlags } from '../../plans/vocabulary.ts'
import type { LeafName, QuarterFlag } from '../../plans/vocabulary.ts'

/** The leaves a person has, in the order of the result; missing ones and those the plan does not have are absent. */
export function leavesOf({
  post,
  module,
  team,
  special,
  deduction,
}: Pick<PersonOutcome, 'post' | 'module' | 'team' | 'special' | 'deduction'>): Readonly<Partial<Record<LeafName, Hundredths>>> {
  const scores: Readonly<Record<LeafName, Hundredths | null>> = {
    P: post.score,
    M1: module.headRating?.score ?? null,
    M2: module.taskProgress?.score ?? null,
    M3: module.peer?.score ?? null,
    M4: module.leaderScore?.score ?? null,
    T1: team.result?.score ?? null,
    T2: team.service?.score ?? null,
    X: special.score,
    D: deduction.score,
  }
  const present: Partial<Record<LeafName, Hundredths>> = {}
  for (const leaf of leafNames) {
    const score = scores[leaf]
    if (score !== null) present[leaf] = score
  }
  return present
}

/** Everything about the numbers that needs a look, sorted. */
export function flagsOf({ module, team }: Pick<PersonOutcome, 'module' | 'team'>, grade: GradeOutcome): readonly QuarterFlag[] {
  const raised: Readonly<Record<QuarterFlag, boolean>> = {
    filled: module.how.kind === 'filled',
    needsMeeting: grade.reason.kind === 'ranked' && grade.reason.place === 'tiedAtLine',
    noScore: module.how.kind === 'noScore',
    noServiceDays: team.how.kind === 'noServiceDays',
    noTasks: module.taskProgress !== null && module.taskProgress.result.kind !== 'tasks',
    noTeam: team.how.kind === 'noTeam',
    rescaled: module.how.kind === 'rescaled',
    villageUnranked: team.unrankedVillage,
  }
  return quarterFlags.filter((flag) => raised[flag])
}
