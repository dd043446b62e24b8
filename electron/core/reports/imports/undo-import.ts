import { desc, eq, getTableName, inArray, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { parseCells, type RegisterCells } from '../../../../shared/domain/registers/column.ts'
import { assignment, attachment, circular, deduction, honour, importBatch, importChange, leave, registerRow, serviceEvent, task, taskLog, taskParty, teamMember, villageRank } from '../../../db/schema/index.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { requireDayOpen, requireOpenForInput, requirePeriodById, requireRangeOpen } from '../../plans/periods.ts'
import { isOrigin, proposedRows, recordedColumns } from '../../registers/describe.ts'
import { requireRegister } from '../../registers/stored.ts'
import { noteOnTask } from '../../tasks/tasks/task-log.ts'
import { requireMayTakeBack } from './undo-access.ts'
import { isRow, keyedTables, pack, rowsOf, rowsPerStatement, tables, unpack, type ChangeRow, type Row } from './import-record.ts'

/**
 * Takes an import back, newest change first; a task that stays keeps its log, with a line more. Refused as `import_undone`
 * when that was done before, and as `import_used` when a row has changed since, or others refer to it (a record made of it and a
 * file put to it among them). A caller who does not see the whole township may take back his own imports alone, and everybody only rows
 * that he might bring himself today: `about_self`, `out_of_scope`.
 */
export function undoImport(tx: Write, app: App, guard: Guarded, batchId: string): void {
  const batch = requireRow(tx.select().from(importBatch).where(eq(importBatch.id, batchId)).get(), nouns.importBatch)
  if (guard.view.kind !== 'all' && batch.actor !== guard.actor.name) throw new Refusal('out_of_scope')
  if (batch.undoneAt !== null) throw new Refusal('import_undone')
  const changes = tx.select().from(importChange).where(eq(importChange.batchId, batchId)).orderBy(desc(importChange.seq)).all().map((change) => ({ ...change, table: requireRow(tables.find((candidate) => getTableName(candidate) === change.tableName), nouns.importTable) }))
  const present = new Map([...groupBy(changes, ({ table }) => table)].map(([table, of]) => [table, new Map(rowsOf(tx, table, of.map(({ rowId }) => rowId)))]))
  requireMayTakeBack(tx, guard, batch.kind, changes.map(({ tableName, rowId, before, after }) => ({ tableName, rowId, before: before === null ? null : unpack(before), after: unpack(after) })))
  const withFiles = ownersOfFiles(tx, changes.map(({ rowId }) => rowId))
  const removals = new Map<string, { run(values: { readonly id: string }): unknown }>(keyedTables.map((table) => [getTableName(table), tx.delete<SQLiteTable>(table).where(eq(table.id, sql.placeholder('id'))).prepare()]))
  for (const change of changes) {
    const { table, tableName, rowId, before } = change
    const row = present.get(table)?.get(rowId)
    requireStillOpen(tx, change)
    if (row === undefined || pack(row) !== change.after || isUsed(tx, change, withFiles)) throw new Refusal('import_used', { what: calledAs(row, tableName) })
    try {
      const removal = removals.get(tableName)
      if (before !== null) tx.update(table).set(restored(before, row)).where(isRow(table, rowId)).run()
      else if (removal === undefined) tx.delete(table).where(isRow(table, rowId)).run()
      else removal.run({ id: rowId })
    } catch (error) {
      if (error instanceof Error && isReferredTo(String(error.cause ?? error))) throw new Refusal('import_used', { what: calledAs(row, tableName) })
      throw error
    }
    if (tableName === getTableName(task) && before !== null) noteUndone(tx, app, guard, rowId)
  }
  tx.update(importBatch).set({ undoneAt: guard.now }).where(eq(importBatch.id, batchId)).run()
}

/** What counts in a quarter is taken back only while nothing of the quarter is frozen, as on its own screen. */
function requireStillOpen(tx: Write, { tableName, before, after }: ChangeRow): void {
  const row = unpack(after)
  const day = (name: string) => (typeof row[name] === 'string' ? row[name] : null)
  switch (tableName) {
    case getTableName(honour):
    case getTableName(circular):
    case getTableName(villageRank):
      return requireOpenForInput(requirePeriodById(tx, String(row['periodId'])), acts.undoImport)
    case getTableName(deduction):
    case getTableName(serviceEvent):
      return requireDayOpen(tx, String(row['date']), acts.undoImport)
    case getTableName(task):
      for (const due of new Set([row, ...(before === null ? [] : [unpack(before)])].map((one) => String(one['due'])))) requireDayOpen(tx, due, acts.undoImport)
      return undefined
    case getTableName(teamMember):
      return requireRangeOpen(tx, { from: String(row['from']), to: day('to') }, acts.undoImport)
    default:
      return undefined
  }
}

/** Whether something stands on what would be taken back that no key of the database tells: a file, a record, or a record's cell. */
function isUsed(tx: Write, { tableName, rowId, before, after }: ChangeRow, withFiles: ReadonlySet<string>): boolean {
  const isRegisterRow = tableName === getTableName(registerRow)
  if (before === null) return withFiles.has(rowId) || (isRegisterRow && isOrigin(tx, rowId))
  if (!isRegisterRow || !proposedRows(tx, [rowId]).has(rowId)) return false
  const { registerId } = requireRow(tx.select({ registerId: registerRow.registerId }).from(registerRow).where(eq(registerRow.id, rowId)).get(), nouns.registerRow)
  const [was, is] = [cellsOf(before), cellsOf(after)]
  return [...recordedColumns(requireRegister(tx, registerId))].some((column) => was[column] !== is[column])
}

/** Rows with a file put to them; files in the 回收站 among them, for they can be brought back. */
function ownersOfFiles(tx: Write, ids: readonly string[]): ReadonlySet<string> {
  const owners = new Set<string>()
  for (let from = 0; from < ids.length; from += rowsPerStatement) {
    for (const { ownerId } of tx.select({ ownerId: attachment.ownerId }).from(attachment).where(inArray(attachment.ownerId, ids.slice(from, from + rowsPerStatement))).all()) owners.add(ownerId)
  }
  return owners
}

function cellsOf(packed: string): RegisterCells {
  return parseCells(String(unpack(packed)['cells']))
}

/** A row as it was, under a version of its own. */
function restored(before: string, present: Row): Row {
  return { ...unpack(before), version: Number(present['version']) + 1 }
}

/** Others point to the row, or a task's log has grown beyond the line of its import. */
function isReferredTo(fault: string): boolean {
  return fault.includes('FOREIGN KEY') || fault.includes('task_log is append-only')
}

function noteUndone(tx: Write, app: App, guard: Guarded, id: string): void {
  const row = requireRow(tx.select().from(task).where(eq(task.id, id)).get(), nouns.task)
  if (row.state !== 'draft') noteOnTask(tx, app, guard, guard.now, row, 'undoImport', null)
}

const nounOf: ReadonlyMap<string, string> = new Map([
  [getTableName(registerRow), nouns.registerRow],
  [getTableName(taskLog), nouns.task],
  [getTableName(taskParty), nouns.party],
  [getTableName(assignment), nouns.assignment],
  [getTableName(leave), nouns.leave],
  [getTableName(teamMember), nouns.teamMember],
  [getTableName(serviceEvent), nouns.serviceEvent],
  [getTableName(villageRank), nouns.villageRank],
  [getTableName(honour), nouns.point],
  [getTableName(circular), nouns.point],
  [getTableName(deduction), nouns.deduction],
])

function calledAs(row: Row | undefined, tableName: string): string {
  return String(row?.['name'] ?? row?.['title'] ?? nounOf.get(tableName) ?? nouns.imported)
}
