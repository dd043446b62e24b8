import { eq, inArray } from 'drizzle-orm'
import { moduleTable, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { partiesOf, type Party, type TaskRow } from '../tasks/describe.ts'

/** The tasks of some rows, each in the one line that the rows show of it, and with its parties. */
export function tasksAbout(read: Read, ids: readonly string[]) {
  const wanted = [...new Set(ids)]
  const parties = partiesOf(read, wanted)
  const rows = read.select({ row: task, moduleName: moduleTable.name }).from(task).innerJoin(moduleTable, eq(moduleTable.id, task.moduleId)).where(inArray(task.id, wanted)).all()
  return new Map(rows.map(({ row, moduleName }) => [row.id, { row, parties: parties.get(row.id) ?? [], line: lineOf(row, moduleName, parties.get(row.id) ?? []) }]))
}

function lineOf(row: TaskRow, moduleName: string, parties: readonly Party[]) {
  const hosts = parties.filter(({ role }) => role === 'host').map(({ staffName }) => staffName)
  return { taskId: row.id, taskCode: row.code, taskDocNo: row.docNo, title: row.title, moduleId: row.moduleId, moduleName, hosts, due: row.due, taskState: row.state }
}
