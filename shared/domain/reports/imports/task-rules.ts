import { editFault, isBeforeIssue, type TaskRights } from '../../tasks/tasks/edit-rights.ts'
import type { TaskState } from '../../tasks/tasks/codes.ts'
import type { TaskField } from '../../tasks/tasks/fields.ts'
import { editFaultReasons } from '../../tasks/tasks/vocabulary.ts'
import { taskKind, type TaskKey } from './columns.ts'
import { taskLabel } from './read-tasks.ts'
import type { FieldChange, RowIssue, TaskIssueCode, TaskRow } from './types.ts'
import { issueMessages } from './vocabulary.ts'

/** A known task, and what the one who imports holds about it. */
export interface TaskStanding {
  readonly state: TaskState
  readonly rights: TaskRights
  /** Who is on it already. */
  readonly doers: readonly string[]
}

export interface TaskRules {
  /** The one who imports; null for somebody who is no worker of the township. */
  readonly self: string | null
  readonly standingOf: (taskId: string) => TaskStanding
  /** Whether a deadline of this day is judged in a quarter that is frozen. */
  readonly isFrozen: (day: string) => boolean
  /** Why nothing new may be given to a person: he has left; null is no fault. */
  readonly departed: (staffId: string) => string | null
}

type Issue = RowIssue<TaskIssueCode>

const keyOf = new Map(taskKind.columns.map(({ key, label }) => [label, key]))

/**
 * Holds the matched rows of a ledger to the rules of the screen: a known task changes as far as editing it may (`editFault`),
 * nobody brings a task for himself, nobody who has left is put on one anew, and no deadline comes into a frozen quarter. 交办时间 is the day of 签发: before it the column says nothing, afterwards it stands
 * as the module does. A row with a refused cell is an error row with every reason.
 */
export function applyTaskRules(row: TaskRow, rules: TaskRules): TaskRow {
  if (row.state === 'new') return withErrors(row, [...ownParts(row, rules.self), ...departedParts(row, [], rules), ...frozenDue(row, rules)])
  if (row.state !== 'changed' || row.matchId === null) return row
  const standing = rules.standingOf(row.matchId)
  const isOpen = isBeforeIssue(standing.state)
  const changes = isOpen ? row.changes.filter(({ column }) => keyOf.get(column) !== 'issuedOn') : row.changes
  if (changes.length === 0) return { ...row, state: 'same', changes }
  return withErrors({ ...row, changes }, [
    ...changes.flatMap((change) => barred(change, standing)),
    ...(isOpen ? departedParts(row, standing.doers, rules) : []),
    ...(changes.some(({ column }) => keyOf.get(column) === 'due') ? frozenDue(row, rules) : []),
  ])
}

function withErrors(row: TaskRow, errors: readonly Issue[]): TaskRow {
  return errors.length === 0 ? row : { ...row, state: 'error', errors: [...row.errors, ...errors], matchId: null, changes: [], hostIds: [], cohostIds: [] }
}

function partsOf({ hostIds, cohostIds }: TaskRow): readonly (readonly [column: string, staffIds: readonly string[]])[] {
  return [[taskLabel('hosts'), hostIds], [taskLabel('cohosts'), cohostIds]]
}

function ownParts(row: TaskRow, self: string | null): readonly Issue[] {
  if (self === null) return []
  return partsOf(row).flatMap(([column, ids]): readonly Issue[] => (ids.includes(self) ? [{ column, code: 'about_self', message: issueMessages.ownTask }] : []))
}

/** Those put on the task anew who have left; who is on it already may have left since. */
function departedParts(row: TaskRow, doers: readonly string[], { departed }: TaskRules): readonly Issue[] {
  return partsOf(row).flatMap(([column, ids]) =>
    ids.filter((id) => !doers.includes(id)).flatMap((id): readonly Issue[] => {
      const message = departed(id)
      return message === null ? [] : [{ column, code: 'person_departed', message }]
    }),
  )
}

function frozenDue({ draft: { due } }: TaskRow, { isFrozen }: TaskRules): readonly Issue[] {
  return due !== null && isFrozen(due) ? [{ column: taskLabel('due'), code: 'quarter_closed', message: issueMessages.quarterClosed }] : []
}

function barred({ column }: FieldChange, { state, rights }: TaskStanding): readonly Issue[] {
  const fault = editFault(ruledAs(keyOf.get(column)), state, rights)
  return fault === null ? [] : [{ column, code: fault === 'out_of_scope' ? fault : 'not_editable', message: editFaultReasons[fault] }]
}

/** The field of a task whose rule a column goes by. */
function ruledAs(key: TaskKey | undefined): TaskField {
  switch (key) {
    case 'docNo':
    case 'title':
    case 'module':
    case 'hosts':
    case 'cohosts':
    case 'weight':
    case 'due':
      return key
    case 'issuedOn':
      return 'module'
    case 'seq':
    case 'remark':
    case undefined:
      throw new Error(`no field of a task changes by the column ${key ?? ''}`)
  }
}
