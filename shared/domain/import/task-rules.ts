import { editFault, isBeforeIssue, type TaskRights } from '../tasks/edit-rights.ts'
import type { TaskState } from '../tasks/codes.ts'
import type { TaskField } from '../tasks/fields.ts'
import { editFaultReasons } from '../tasks/vocabulary.ts'
import { taskKind, type TaskKey } from './columns.ts'
import { taskLabel } from './read-tasks.ts'
import type { FieldChange, RowIssue, TaskIssueCode, TaskRow } from './types.ts'
import { issueMessages } from './vocabulary.ts'

/** A known task, and what the one who imports holds about it. */
export interface TaskStanding {
  readonly state: TaskState
  readonly rights: TaskRights
}

export interface TaskRules {
  /** The one who imports; null for somebody who is no worker of the township. */
  readonly self: string | null
  readonly standingOf: (taskId: string) => TaskStanding
  /** Whether a deadline of this day is judged in a quarter that is frozen. */
  readonly isFrozen: (day: string) => boolean
}

type Issue = RowIssue<TaskIssueCode>

const keyOf = new Map(taskKind.columns.map(({ key, label }) => [label, key]))

/**
 * Holds the matched rows of a ledger to the rules of the screen: a known task changes as far as editing it may (`editFault`),
 * nobody brings a task for himself, and no deadline comes into a frozen quarter. 交办时间 is the day of 签发: before it the column says nothing, afterwards it stands
 * as the module does. A row with a refused cell is an error row with every reason.
 */
export function applyTaskRules(rows: readonly TaskRow[], rules: TaskRules): readonly TaskRow[] {
  return rows.map((row) => {
    if (row.state === 'new') return withErrors(row, [...ownParts(row, rules.self), ...frozenDue(row, rules)])
    if (row.state !== 'changed' || row.matchId === null) return row
    const standing = rules.standingOf(row.matchId)
    const changes = isBeforeIssue(standing.state) ? row.changes.filter(({ column }) => keyOf.get(column) !== 'issuedOn') : row.changes
    if (changes.length === 0) return { ...row, state: 'same', changes }
    return withErrors({ ...row, changes }, [...changes.flatMap((change) => barred(change, standing)), ...(changes.some(({ column }) => keyOf.get(column) === 'due') ? frozenDue(row, rules) : [])])
  })
}

function withErrors(row: TaskRow, errors: readonly Issue[]): TaskRow {
  return errors.length === 0 ? row : { ...row, state: 'error', errors: [...row.errors, ...errors], matchId: null, changes: [], hostIds: [], cohostIds: [] }
}

function ownParts({ hostIds, cohostIds }: TaskRow, self: string | null): readonly Issue[] {
  if (self === null) return []
  const parts = [['hosts', hostIds], ['cohosts', cohostIds]] as const
  return parts.flatMap(([key, ids]): readonly Issue[] => (ids.includes(self) ? [{ column: taskLabel(key), code: 'about_self', message: issueMessages.ownTask }] : []))
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
