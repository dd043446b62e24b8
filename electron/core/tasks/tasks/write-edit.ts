import { eq } from 'drizzle-orm'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import type { TaskChange, TaskValues } from '../../../../shared/domain/tasks/tasks/task-cell.ts'
import { taskFieldNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { specialGroup, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq } from '../../app/rows.ts'
import { requireDayOpen } from '../../plans/periods.ts'
import type { TaskEdit } from './plan-edit.ts'
import { acts } from '../../app/vocabulary.ts'
import { noteOnTask } from './task-log.ts'
import { changeSeparator, changeText } from './vocabulary.ts'

/** Writes a planned edit: the task, its parties, and for an issued task a line in its log. */
export function writeTaskEdit(tx: Write, app: App, guard: Guarded, now: string, { row, before, after, changes }: TaskEdit) {
  const version = row.version + 1
  const { module: moduleId, lead: leadStaffId, group: groupId, hosts, cohosts, ...columns } = after
  tx.update(task)
    .set({ ...columns, moduleId, leadStaffId, groupId, version, ...(after.title === before.title ? {} : { searchKey: searchKeyOf(after.title) }) })
    .where(eq(task.id, row.id))
    .run()
  if (changes.some(({ field }) => field === 'hosts' || field === 'cohosts')) writeParties(tx, app, row.id, hosts, cohosts)
  if (after.due !== before.due) requireDayOpen(tx, after.due, acts.draftTask)
  if (row.state !== 'draft') {
    const reason = changes.map(({ field, value }) => changeText(taskFieldNames[field], shown(tx, field, before[field]), shown(tx, field, value))).join(changeSeparator)
    noteOnTask(tx, app, guard, now, row, 'edit', reason)
  }
  const changed = Object.fromEntries(changes.map(({ field, value }) => [field, { from: before[field], to: value }]))
  return { id: row.id, version, detail: { id: row.id, changed } }
}

/** In the order written; before 签发 nobody has handed anything in, so the rows are made anew. */
function writeParties(tx: Write, app: App, taskId: string, hosts: readonly string[], cohosts: readonly string[]): void {
  tx.delete(taskParty).where(eq(taskParty.taskId, taskId)).run()
  const parties = [...hosts.map((staffId) => ({ staffId, role: 'host' as const })), ...cohosts.map((staffId) => ({ staffId, role: 'cohost' as const }))]
  let seq = nextSeq(tx, taskParty)
  for (const party of parties) tx.insert(taskParty).values({ ...party, id: app.environment.newId(), seq: seq++, taskId, reworks: 0 }).run()
}

/** A value as the log shows it; who leads, and a 专项组, by name. */
function shown(read: Read, field: TaskChange['field'], value: TaskValues[TaskChange['field']]): string {
  if ((field !== 'lead' && field !== 'group') || typeof value !== 'string') return value === null ? '' : String(value)
  if (field === 'group') return read.select({ name: specialGroup.name }).from(specialGroup).where(eq(specialGroup.id, value)).get()?.name ?? ''
  return read.select({ name: staff.name }).from(staff).where(eq(staff.id, value)).get()?.name ?? ''
}
