/** What a plan weighs of a task: the role of a party, the quality of its work. */

export const partyRoles = ['host', 'cohost'] as const
export type PartyRole = (typeof partyRoles)[number]

export const taskQualities = ['excellent', 'good', 'fair', 'poor'] as const
export type TaskQuality = (typeof taskQualities)[number]
