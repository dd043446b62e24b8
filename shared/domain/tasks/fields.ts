/** The columns of a task that may be typed over, in the order of the ledger. `lead`, `hosts`, `cohosts` are people, `module` a module, by name. */
export const taskFields = ['docNo', 'form', 'source', 'title', 'content', 'module', 'lead', 'hosts', 'cohosts', 'weight', 'due'] as const
export type TaskField = (typeof taskFields)[number]
