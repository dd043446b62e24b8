import { assertNever } from '../../../lib/assert-never.ts'
import { finishedStates, type TaskState } from './codes.ts'
import { taskFields, type TaskField } from './fields.ts'

/** What the caller holds about one task. */
export interface TaskRights {
  /** May draft a task of this module for these parties. */
  readonly mayDraft: boolean
  /** 督考, 班子成员 or 党政正职. */
  readonly maySupervise: boolean
  readonly isDoer: boolean
  /** Wrote the draft. */
  readonly isDrafter: boolean
}

/** Why a field may not be changed now. */
export type EditFault = 'out_of_scope' | 'finished' | 'fixed' | 'terms' | 'doer' | 'extension' | 'handedIn'

/** Not yet 签发: nobody works on it. */
export function isBeforeIssue(state: TaskState): boolean {
  return state === 'draft' || state === 'pending'
}

/** 事项、文号、来源 and the like · 权重 · 办理时限 · what a task is made of. */
function kindOf(field: TaskField): 'wording' | 'weight' | 'due' | 'frame' {
  switch (field) {
    case 'docNo':
    case 'source':
    case 'title':
    case 'content':
    case 'lead':
    case 'group':
      return 'wording'
    case 'weight':
      return 'weight'
    case 'due':
      return 'due'
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
 * Whether a field of a task may be changed in a state. A draft: all of it by whoever may draft the task, but by a doer only where he
 * wrote it. Once it is proposed a doer touches nothing. Once issued: the wording by whoever may draft, the weight by 督考 and above
 * until it is handed in, the deadline by 延期 alone, the rest by nobody. After 办结 nothing. Null means yes.
 */
export function editFault(field: TaskField, state: TaskState, rights: TaskRights): EditFault | null {
  if (!rights.mayDraft) return 'out_of_scope'
  if (state === 'draft') return rights.isDoer && !rights.isDrafter ? 'doer' : null
  if (state === 'pending') return rights.isDoer ? 'doer' : null
  if (finishedStates.some((other) => other === state)) return 'finished'
  const kind = kindOf(field)
  if (kind === 'frame') return 'fixed'
  if (rights.isDoer) return 'doer'
  if (kind === 'due') return 'extension'
  if (kind === 'weight' && !rights.maySupervise) return 'terms'
  return kind === 'weight' && (state === 'submitted' || state === 'reviewed') ? 'handedIn' : null
}

export function editableFields(state: TaskState, rights: TaskRights): readonly TaskField[] {
  return taskFields.filter((field) => editFault(field, state, rights) === null)
}
