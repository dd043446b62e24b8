import { and, eq, ne } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { editFault, isBeforeIssue, type EditFault, type TaskRights } from '../../../../shared/domain/tasks/tasks/edit-rights.ts'
import { editFaultReasons, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { alreadyThere, nextVersion, requireRow, wrongField } from '../../app/rows.ts'
import { acts, faults, fields, named, nouns } from '../../app/vocabulary.ts'
import { requireDayOpen } from '../../plans/periods.ts'
import { partiesOf, rightsOver, type TaskRow } from './describe.ts'
import { aboutTask } from './steps.ts'
import { noteOnTask } from './task-log.ts'
import { convertText } from './vocabulary.ts'

const convertible: readonly TaskState[] = ['draft', 'pending', 'issued', 'active']

/** Whether a task is a 备忘录 that may still become a 交办单. */
function isConvertible({ form, state }: Pick<TaskRow, 'form' | 'state'>): boolean {
  return form === 'memo' && convertible.includes(state)
}

/** Why these rights do not make a 交办单 of it: that takes whoever may draft one, and once it is issued another than the doer. Null means they do. */
function convertFault({ state }: Pick<TaskRow, 'state'>, rights: TaskRights): EditFault | null {
  if (isBeforeIssue(state)) return editFault('form', state, rights)
  if (!rights.mayDraft) return 'out_of_scope'
  return rights.isDoer ? 'doer' : null
}

/** Whether a 备忘录 may be made a 交办单 with these rights. */
export function mayConvert(row: Pick<TaskRow, 'form' | 'state'>, rights: TaskRights): boolean {
  return isConvertible(row) && convertFault(row, rights) === null
}

export interface ConvertInput {
  readonly id: string
  readonly version: number
  readonly docNo: string | null
  readonly due: string
}

/** 备忘录 → 交办单, where it stands, with a 文号 and a deadline of its own. Refusals: `not_in_state`, `not_editable`, `duplicate`, `invalid_input`, `period_not_open`. */
export function convertMemo(app: App, guard: Guarded, { id, version: seen, docNo, due }: ConvertInput) {
  return guard.mutate({
    about: (read) => aboutTask(read, id, guard.actor.standing.staffId),
    write(tx, now) {
      const row = requireRow(tx.select().from(task).where(eq(task.id, id)).get(), nouns.task)
      if (row.form !== 'memo') throw new Refusal('not_editable', { field: fields.form, reason: faults.notMemo })
      if (!isConvertible(row)) throw new Refusal('not_in_state', { state: taskStateNames[row.state], action: acts.convertMemo })
      const rights = rightsOver(guard.actor, row, (partiesOf(tx, [id]).get(id) ?? []).map(({ staffId }) => staffId))
      const barred = convertFault(row, rights)
      if (barred !== null) throw new Refusal('not_editable', { field: fields.form, reason: editFaultReasons[barred] })
      if (due !== row.due) requireNewDue(tx, due, row, rights, dayInChina(now))
      if (docNo !== null && tx.select({ id: task.id }).from(task).where(and(eq(task.docNo, docNo), ne(task.id, id))).get() !== undefined) throw alreadyThere('docNo', named(nouns.docNo, docNo))
      const version = nextVersion(row, seen)
      tx.update(task).set({ form: 'assignment_order', docNo, due, version }).where(eq(task.id, id)).run()
      noteOnTask(tx, app, guard, now, row, 'convert', convertText(docNo, due))
      return { version }
    },
    audit: () => ({ subject: id, detail: { docNo, due } }),
  })
}

/** Another deadline by the rules of a draft: where the deadline may be changed, not gone by, and in a quarter that is open. */
function requireNewDue(read: Read, due: string, row: TaskRow, rights: TaskRights, today: string): void {
  const barred = editFault('due', row.state, rights)
  if (barred !== null) throw new Refusal('not_editable', { field: fields.due, reason: editFaultReasons[barred] })
  if (due < today) throw wrongField('due', faults.pastDay)
  requireDayOpen(read, due, acts.draftTask)
}
