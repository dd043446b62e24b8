import type { PeriodStage } from '../../plans/cycle.ts'

/** What an appeal may be about: the total, a dimension, a leaf, the grade. Ballots are counted, so that of M3 only the count can be looked at again. */
export const appealMatters = ['total', 'post', 'module', 'M1', 'M2', 'M3', 'M4', 'team', 'T1', 'T2', 'special', 'deduct', 'grade'] as const
export type AppealMatter = (typeof appealMatters)[number]

/** Working days in which an appeal is answered. */
export const answerDays = 5

const appealStages: readonly PeriodStage[] = ['publicity', 'appeal']

export type AppealBar = 'stage' | 'ended'

/** Why no appeal can be made on a day: the period is not in 公示 or 申诉, or its 公示 is over. */
export function appealBar(stage: PeriodStage, publicityTo: string | null, today: string): AppealBar | null {
  if (!appealStages.includes(stage)) return 'stage'
  return publicityTo !== null && today > publicityTo ? 'ended' : null
}
