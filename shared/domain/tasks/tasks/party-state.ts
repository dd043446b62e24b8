import type { PartyState, TaskState } from './codes.ts'

/** Where a part stands by its days and by its task, for rows that come without a state of their own: imports, cases. */
export function partyStateOf(task: TaskState, { submittedOn, completedOn }: { readonly submittedOn: string | null; readonly completedOn: string | null }): PartyState {
  if (completedOn !== null || task === 'completed' || task === 'closed') return 'completed'
  if (task === 'reviewed') return 'reviewed'
  if (task === 'submitted' || submittedOn !== null) return 'submitted'
  return task === 'active' || task === 'suspended' ? 'active' : 'issued'
}
