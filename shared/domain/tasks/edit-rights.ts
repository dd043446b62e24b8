import { assertNever } from '../../lib/assert-never.ts'
import { finishedStates, type TaskState } from './codes.ts'
import { taskFields, type TaskField } from './fields.ts'

/** What the caller holds about one task. */
export interface TaskRights {
  /** May draft a task of this module for these parties. */
  readonly mayDraft: boolean
  /** 督考, 班子成员 or 党政正职, who may move a deadline. */
  readonly maySupervise: boolean
  readonly isDoer: boolean
}

/** Why a field may not be changed now. */
export type EditFault = 'out_of_scope' | 'finished' | 'fixed' | 'terms' | 'doer'

const open: readonly TaskState[] = ['draft', 'pending']

/** Once issued: 事项、文号、来源 and the like by whoever may draft; 时限、权重 by 督考 and above; the rest by nobody. */
function kindOf(field: TaskField): 'wording' | 'terms' | 'frame' {
  switch (field) {
    case 'docNo':
    case 'source':
    case 'title':
    case 'content':
    case 'lead':
    case 'group':
      return 'wording'
    case 'weight':
    case 'due':
      return 'terms'
    case 'form':
    case 'module':
    case 'hosts':
    case 'cohosts':
      return 'frame'
    default:
      return assertNever(field)
  }
}

/**
 * Whether a field of a task may be changed in a state: before 签发 all of them by whoever may draft the task, afterwards as
 * `kindOf` says and never by who does the work, after 办结 none. Null means yes.
 */
export function editFault(field: TaskField, state: TaskState, rights: TaskRights): EditFault | null {
  if (!rights.mayDraft) return 'out_of_scope'
  if (open.includes(state)) return null
  if (finishedStates.some((other) => other === state)) return 'finished'
  const kind = kindOf(field)
  if (kind === 'frame') return 'fixed'
  if (rights.isDoer) return 'doer'
  return kind === 'terms' && !rights.maySupervise ? 'terms' : null
}

export function editableFields(state: TaskState, rights: TaskRights): readonly TaskField[] {
  return taskFields.filter((field) => editFault(field, state, rights) === null)
}
