/** Value sets of 专项加分 and 扣分. */

export const circularKinds = ['positive', 'negative'] as const
export type CircularKind = (typeof circularKinds)[number]

export const deductionRules = ['yellow_supervision', 'red_supervision', 'rejected_feedback', 'negative_circular', 'absence'] as const
export type DeductionRule = (typeof deductionRules)[number]

export const quarterVetoes = ['cap_basic', 'cap_incompetent', 'no_good'] as const
export const yearVetoes = ['no_excellent', 'cap_basic', 'cap_incompetent', 'no_bonus'] as const
export const vetoEffects = ['no_good', 'no_excellent', 'cap_basic', 'cap_incompetent', 'no_bonus'] as const
export type VetoEffect = (typeof vetoEffects)[number]

/** declared 申报 → verified 初核 → approved 审定; only approved points count. */
export const pointStates = ['declared', 'verified', 'approved', 'rejected'] as const
export type PointState = (typeof pointStates)[number]
