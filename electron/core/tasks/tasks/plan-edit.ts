import { and, eq, ne } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Checked } from '../../../../shared/domain/cells/fault.ts'
import { editFault } from '../../../../shared/domain/tasks/tasks/edit-rights.ts'
import type { TaskField } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { taskFaultAmong, type TaskChange, type TaskValues } from '../../../../shared/domain/tasks/tasks/task-cell.ts'
import { editFaultReasons, taskFieldNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { staff, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { refusedCell, refusedField, refusedRow, type Refused } from '../../app/batch.ts'
import type { Guarded } from '../../app/guard.ts'
import { named, nouns } from '../../app/vocabulary.ts'
import { partiesOf, rightsOver, subjectOfDraft, type Party, type TaskRow } from './describe.ts'

/** One value that is asked for, read when its turn comes. */
export interface WantedValue {
  readonly field: TaskField
  readonly read: () => Checked<TaskChange>
}

/** An edit of one task that may be written. */
export interface TaskEdit {
  readonly row: TaskRow
  readonly before: TaskValues
  readonly after: TaskValues
  readonly changes: readonly TaskChange[]
}

export interface TaskEditPlan {
  /** Null where nothing is left to write. */
  readonly edit: TaskEdit | null
  readonly refused: readonly Refused<TaskField>[]
}

/** Plans edits of tasks one by one; a 文号 that one row of a batch takes is taken for the next. */
export function taskEditPlanner(guard: Guarded): (id: string, version: number, wanted: readonly WantedValue[]) => TaskEditPlan {
  const docNos = new Set<string>()
  return (id, version, wanted) => {
    const { read, actor } = guard
    const row = read.select().from(task).where(eq(task.id, id)).get()
    if (row === undefined) return refusedWhole(id, new Refusal('not_found', { what: nouns.task }))
    const parties = partiesOf(read, [id]).get(id) ?? []
    const rights = rightsOver(actor, row, parties.map(({ staffId }) => staffId))
    if (!rights.mayDraft) return refusedWhole(id, new Refusal('out_of_scope'))
    if (row.version !== version) return refusedWhole(id, new Refusal('changed_meanwhile'))

    const before = valuesOf(row, parties)
    const refused: Refused<TaskField>[] = []
    const legible = wanted.flatMap(({ field, read: readValue }): readonly TaskChange[] => {
      const value = readValue()
      if (value.kind === 'good' && isSame(value.value, before)) return []
      const barred = editFault(field, row.state, rights)
      if (barred !== null) refused.push(notEditable(id, field, editFaultReasons[barred]))
      else if (value.kind === 'bad') refused.push(refusedCell(id, field, taskFieldNames[field], value.fault))
      else return [value.value]
      return []
    })
    const proposed = withChanges(before, legible)
    const changes = legible.filter((change) => {
      const fault = refusedAmong(guard, row, proposed, change, docNos)
      if (fault !== null) refused.push(fault)
      return fault === null
    })
    for (const change of changes) if (change.field === 'docNo' && change.value !== null) docNos.add(change.value)
    return { edit: changes.length === 0 ? null : { row, before, after: withChanges(before, changes), changes }, refused }
  }
}

/** What an edit concerns: the task as it was and as it will be. */
export function subjectAfter(values: Pick<TaskValues, 'module' | 'hosts' | 'cohosts'>) {
  return subjectOfDraft(values.module, [...values.hosts, ...values.cohosts])
}

function refusedWhole(id: string, refusal: Refusal): TaskEditPlan {
  return { edit: null, refused: [refusedRow(id, refusal)] }
}

function notEditable(id: string, field: TaskField, reason: string): Refused<TaskField> {
  return refusedField(id, field, new Refusal('not_editable', { field: taskFieldNames[field], reason }))
}

/** What is wrong with a legible value beside the others, in the ledger, or for the caller. */
function refusedAmong(guard: Guarded, row: TaskRow, proposed: TaskValues, change: TaskChange, docNos: ReadonlySet<string>): Refused<TaskField> | null {
  const { read, actor } = guard
  const fault = taskFaultAmong(change, { ...proposed, issuedOn: row.issuedOn }, (staffId) => nameOf(read, staffId))
  if (fault !== null) return refusedCell(row.id, change.field, taskFieldNames[change.field], fault)
  if (change.field === 'docNo' && change.value !== null && (docNos.has(change.value) || isTaken(read, change.value, row.id))) {
    return refusedField(row.id, change.field, new Refusal('duplicate', { what: named(nouns.docNo, change.value) }))
  }
  const barred = isMove(change) ? accessFault(actor, contract.tasks.draft['~orpc'].meta, subjectAfter(proposed)) : null
  return barred === null ? null : refusedField(row.id, change.field, new Refusal(barred))
}

function valuesOf(row: TaskRow, parties: readonly Party[]): TaskValues {
  const { docNo, form, source, title, content, moduleId, leadStaffId, weight, due, groupId } = row
  const of = (role: Party['role']) => parties.filter((party) => party.role === role).map(({ staffId }) => staffId)
  return { docNo, form, source, title, content, module: moduleId, lead: leadStaffId, hosts: of('host'), cohosts: of('cohost'), weight, due, group: groupId }
}

function withChanges(values: TaskValues, changes: readonly TaskChange[]): TaskValues {
  return changes.reduce((all, { field, value }) => ({ ...all, [field]: value }), values)
}

function isSame({ field, value }: TaskChange, before: TaskValues): boolean {
  return JSON.stringify(value) === JSON.stringify(before[field])
}

/** Whether a change moves the task under other hands. */
function isMove({ field }: TaskChange): boolean {
  return field === 'module' || field === 'hosts' || field === 'cohosts'
}

function isTaken(read: Read, docNo: string, id: string): boolean {
  return read.select({ id: task.id }).from(task).where(and(eq(task.docNo, docNo), ne(task.id, id))).get() !== undefined
}

function nameOf(read: Read, staffId: string): string {
  return read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get()?.name ?? ''
}
