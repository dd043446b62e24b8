/** The columns of a task that may be typed over, in the order of the ledger. `lead`, `hosts`, `cohosts` are people, `module` a module, `group` a 专项组, by name. */
export const taskFields = ['docNo', 'form', 'source', 'title', 'content', 'module', 'lead', 'hosts', 'cohosts', 'weight', 'due', 'group'] as const
export type TaskField = (typeof taskFields)[number]
