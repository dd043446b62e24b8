/** Value sets of 专项工作组 and 抽调. */

/** 周例会, 月评估 */
export const groupMeetingKinds = ['weekly', 'monthly'] as const
export type GroupMeetingKind = (typeof groupMeetingKinds)[number]

/** 抽调 into the township from elsewhere, or out of it. */
export const secondmentDirections = ['in', 'out'] as const
export type SecondmentDirection = (typeof secondmentDirections)[number]
