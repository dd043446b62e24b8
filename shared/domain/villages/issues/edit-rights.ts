import { assertNever } from '../../../lib/assert-never.ts'
import type { IssueState } from './codes.ts'
import { issueFields, type IssueField } from './fields.ts'
import type { IssueStanding } from './who.ts'

/** Why a field may not be changed now. */
export type IssueEditFault = 'out_of_scope' | 'finished' | 'dispatched' | 'not_dispatched' | 'terms' | 'doer'

/** What was reported, who handles it, until when. */
function kindOf(field: IssueField): 'report' | 'handler' | 'due' {
  switch (field) {
    case 'title':
    case 'content':
    case 'village':
    case 'source':
    case 'reporter':
    case 'phone':
    case 'reportedOn':
      return 'report'
    case 'handler':
      return 'handler'
    case 'due':
      return 'due'
    default:
      return assertNever(field)
  }
}

/**
 * Whether a field may be changed in a state; null means yes. What was reported: by whoever recorded it until it is dispatched, by the
 * desk until it is closed. The handler: by the desk or the module's head while it is under way. The day: by the desk alone, and never
 * by who does the work.
 */
export function issueEditFault(field: IssueField, state: IssueState, who: IssueStanding): IssueEditFault | null {
  if (!who.isDesk && !who.isRecorder && !who.isHandler && !who.headsModule) return 'out_of_scope'
  if (state === 'closed' || state === 'declined') return 'finished'
  const kind = kindOf(field)
  if (kind === 'report') {
    if (who.isDesk) return null
    if (!who.isRecorder) return 'out_of_scope'
    return state === 'recorded' ? null : 'dispatched'
  }
  if (state !== 'dispatched' && state !== 'handling') return 'not_dispatched'
  if (kind === 'handler') return who.isDesk || who.headsModule ? null : 'terms'
  if (!who.isDesk) return 'terms'
  return who.isHandler ? 'doer' : null
}

export function editableIssueFields(state: IssueState, who: IssueStanding): readonly IssueField[] {
  return issueFields.filter((field) => issueEditFault(field, state, who) === null)
}

/** Who reads the telephone number in full: whoever dispatches or handles it and the head of its module, who have to ring; whoever recorded it, while he may still correct it, and to ask whether it was done well. */
export function seesPhone(state: IssueState, who: IssueStanding): boolean {
  return who.isDesk || who.isHandler || who.headsModule || (who.isRecorder && state === 'resolved') || issueEditFault('phone', state, who) === null
}
