import type { TaskState } from '../../../shared/domain/tasks/codes.ts'

/** Where the part of one party stands, whatever the others do. */
export type PartyState = 'notStarted' | 'notAccepted' | 'working' | 'submitted' | 'completed'

/** Derived from the days of the party and the state of the task. */
export function partyState(task: TaskState, party: { readonly submittedOn: string | null; readonly completedOn: string | null }): PartyState {
  if (party.completedOn !== null || task === 'completed' || task === 'closed') return 'completed'
  if (party.submittedOn !== null) return 'submitted'
  if (task === 'draft' || task === 'pending' || task === 'revoked') return 'notStarted'
  return task === 'issued' ? 'notAccepted' : 'working'
}
