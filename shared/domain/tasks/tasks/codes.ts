/** Value sets of a task: form and state. Roles and qualities, which a plan weighs, stand with it. */

export const taskForms = ['assignment_order', 'memo', 'supervision_order', 'weekly_list'] as const
export type TaskForm = (typeof taskForms)[number]

/** 草稿 → 待签发 → 待签收 → 办理中 → 待模块审 → 待核验 → 已办结 → 已销号; 中止 and 撤销 stand aside. */
export const taskStates = ['draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked'] as const
export type TaskState = (typeof taskStates)[number]

/** Something is still to be done, or waited for. */
export const unfinishedStates = ['draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'suspended'] as const satisfies readonly TaskState[]

/** Nothing is to be done any more. */
export const finishedStates = ['completed', 'closed', 'revoked'] as const satisfies readonly TaskState[]

/** 承办人自己的一段: each party goes its own way from 签收 to 办结; the task stands where its slowest party stands. */
export const partyStates = ['issued', 'active', 'submitted', 'reviewed', 'completed'] as const satisfies readonly TaskState[]
export type PartyState = (typeof partyStates)[number]

/** The states of a part that its person has still to work on. */
export const partyToDoStates = ['issued', 'active'] as const satisfies readonly PartyState[]

/** 延期: asked for by the module head, decided by 督考 or a leader; what is not decided when the task is handed in or revoked goes with that step. */
export const extensionStates = ['asked', 'granted', 'refused', 'withdrawn'] as const
export type ExtensionState = (typeof extensionStates)[number]

/** 督办单: yellow after more than 3 days overdue, red after more than 7. */
export const supervisionLevels = ['yellow', 'red'] as const
export type SupervisionLevel = (typeof supervisionLevels)[number]

/** 待整改 → 已回复 → 已了结 */
export const supervisionStates = ['issued', 'answered', 'settled'] as const
export type SupervisionState = (typeof supervisionStates)[number]

/** 督查日: planned, then held with its findings, or called off. */
export const supervisionDayStates = ['planned', 'held', 'cancelled'] as const
export type SupervisionDayState = (typeof supervisionDayStates)[number]
