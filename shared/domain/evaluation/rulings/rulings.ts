/** Value sets of 会议审定: what the inspector proposes and the principal decides, and 申诉. */

/**
 * exemption 尽责豁免 of a deduction · veto 否决 · special_case 特殊情形 decided by a clause of the plan · amendment 更正 of a frozen
 * snapshot, which makes a new version of the result.
 */
export const rulingKinds = ['exemption', 'veto', 'special_case', 'amendment'] as const
export type RulingKind = (typeof rulingKinds)[number]

export const rulingStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const
export type RulingState = (typeof rulingStates)[number]

/** 申诉 during 公示: answered by 支持 (an amendment follows) or 维持. */
export const appealStates = ['filed', 'granted', 'dismissed', 'withdrawn'] as const
export type AppealState = (typeof appealStates)[number]
