/** Value sets of a task: form, state, role of a party, quality. */

export const taskForms = ['assignment_order', 'memo', 'supervision_order', 'weekly_list'] as const
export type TaskForm = (typeof taskForms)[number]

/** 草稿 → 待签发 → 待签收 → 办理中 → 待模块审 → 待核验 → 已办结 → 已销号; 中止 and 撤销 stand aside. */
export const taskStates = ['draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked'] as const
export type TaskState = (typeof taskStates)[number]

/** Something is still to be done, or waited for. */
export const unfinishedStates = ['draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'suspended'] as const satisfies readonly TaskState[]

/** Nothing is to be done any more. */
export const finishedStates = ['completed', 'closed', 'revoked'] as const satisfies readonly TaskState[]

export const partyRoles = ['host', 'cohost'] as const
export type PartyRole = (typeof partyRoles)[number]

export const taskQualities = ['excellent', 'good', 'fair', 'poor'] as const
export type TaskQuality = (typeof taskQualities)[number]
