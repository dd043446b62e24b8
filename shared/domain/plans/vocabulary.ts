import type { quarterVetoes, yearVetoes } from './points/codes.ts'

/** Value sets that only the evaluation knows; people, tasks and points have theirs in their own `codes.ts`. */

export const yearStatuses = ['active', 'probation', 'pending_case', 'long_leave'] as const
export type YearStatus = (typeof yearStatuses)[number]

/** What the evaluation sees of a task's state; only `open` and `completed` ones count. */
export const taskStatuses = ['open', 'completed', 'suspended', 'revoked', 'exempt'] as const
export type TaskStatus = (typeof taskStatuses)[number]

export const dimensionNames = ['post', 'module', 'team', 'special', 'deduct'] as const
export type DimensionName = (typeof dimensionNames)[number]

export const taskWeights = [1, 2, 3] as const
export type TaskWeight = (typeof taskWeights)[number]

export const scoringModes = ['additive', 'coefficient'] as const
export type ScoringMode = (typeof scoringModes)[number]

export const normalisations = ['mean_ratio', 'top_ratio', 'none'] as const
export type Normalisation = (typeof normalisations)[number]

export const zeroTaskRules = ['module_mean', 'fixed', 'redistribute'] as const
export type ZeroTaskRule = (typeof zeroTaskRules)[number]

export const quotaRoundings = ['floor', 'round', 'ceil'] as const
export type QuotaRounding = (typeof quotaRoundings)[number]

export const quarterGrades = ['good', 'fair_good', 'average', 'poor', 'comment_only', 'pending', 'no_grade'] as const
export type QuarterGrade = (typeof quarterGrades)[number]

export const yearGrades = ['excellent', 'competent', 'basic', 'incompetent', 'comment_only', 'pending', 'no_grade'] as const
export type YearGrade = (typeof yearGrades)[number]

export const leafNames = ['P', 'M1', 'M2', 'M3', 'M4', 'T1', 'T2', 'X', 'D'] as const
export type LeafName = (typeof leafNames)[number]

export const quarterFlags = ['filled', 'needsMeeting', 'noScore', 'noServiceDays', 'noTasks', 'noTeam', 'rescaled', 'villageUnranked'] as const
export type QuarterFlag = (typeof quarterFlags)[number]

export type QuarterVeto = (typeof quarterVetoes)[number]
export type YearVeto = (typeof yearVetoes)[number]
