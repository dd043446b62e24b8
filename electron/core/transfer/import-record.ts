import { desc, eq, getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { parseCells, type RegisterCells } from '../../../shared/domain/registers/column.ts'
import { assignment, attachment, importBatch, importChange, post, registerRow, staff, task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import type { Guarded } from '../app/guard.ts'
import { requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import { isOrigin, proposedRows, recordedColumns } from '../registers/describe.ts'
import { requireRegister } from '../registers/stored.ts'
import { noteOnTask } from '../tasks/task-log.ts'

/** The tables an import may write. */
const tables = [post, staff, assignment, task, taskParty, taskLog, registerRow] as const
type ImportTable = (typeof tables)[number]

type ChangeRow = typeof importChange.$inferSelect
type Row = Readonly<Record<string, unknown>>

/** Writes rows for an import and keeps, for its undo, each one as it was before and after. */
export class ImportRecord {
  readonly #tx: Write
  readonly #batchId: string
  #written = 0

  constructor(tx: Write, batchId: string) {
    this.#tx = tx
    this.#batchId = batchId
  }

  /** Notes that the row now stands as it does; call it after an insert (`before` null) or an update. */
  note(table: ImportTable, id: string, before: Row | null): void {
    this.#written += 1
    this.#tx
      .insert(importChange)
      .values({
        batchId: this.#batchId,
        seq: this.#written,
        tableName: getTableName(table),
        rowId: id,
        before: before === null ? null : pack(before),
        after: pack(requireRow(rowOf(this.#tx, table, id), nouns.imported)),
      })
      .run()
  }
}

/**
 * Takes an import back, newest change first; a task that stays keeps its log, with a line more. Refused as `import_undone`
 * when that was done before, and as `import_used` when a row has changed since, or others refer to it (a record made of it and a
 * file put to it among them). A caller who does not see the whole township may take back his own imports alone.
 */
export function undoImport(tx: Write, app: App, guard: Guarded, batchId: string): void {
  const batch = requireRow(tx.select().from(importBatch).where(eq(importBatch.id, batchId)).get(), nouns.importBatch)
  if (guard.view.kind !== 'all' && batch.actor !== guard.actor.name) throw new Refusal('out_of_scope')
  if (batch.undoneAt !== null) throw new Refusal('import_undone')
  const changes = tx.select().from(importChange).where(eq(importChange.batchId, batchId)).orderBy(desc(importChange.seq)).all()
  for (const change of changes) {
    const table = requireRow(tables.find((candidate) => getTableName(candidate) === change.tableName), nouns.importTable)
    const present = rowOf(tx, table, change.rowId)
    if (present === undefined || pack(present) !== change.after || isUsed(tx, change)) throw new Refusal('import_used', { what: calledAs(present, change.tableName) })
    try {
      if (change.before === null) tx.delete(table).where(eq(table.id, change.rowId)).run()
      else tx.update(table).set(restored(change.before, present)).where(eq(table.id, change.rowId)).run()
    } catch (error) {
      if (error instanceof Error && isReferredTo(String(error.cause ?? error))) throw new Refusal('import_used', { what: calledAs(present, change.tableName) })
      throw error
    }
    if (change.tableName === getTableName(task) && change.before !== null) noteUndone(tx, app, guard, change.rowId)
  }
  tx.update(importBatch).set({ undoneAt: guard.now }).where(eq(importBatch.id, batchId)).run()
}

/** Whether something stands on what would be taken back that no key of the database tells: a file, a record, or a record's cell. */
function isUsed(tx: Write, { tableName, rowId, before, after }: ChangeRow): boolean {
  const isRegisterRow = tableName === getTableName(registerRow)
  if (before === null) return hasFiles(tx, rowId) || (isRegisterRow && isOrigin(tx, rowId))
  if (!isRegisterRow || !proposedRows(tx, [rowId]).has(rowId)) return false
  const { registerId } = requireRow(tx.select({ registerId: registerRow.registerId }).from(registerRow).where(eq(registerRow.id, rowId)).get(), nouns.registerRow)
  const [was, is] = [cellsOf(before), cellsOf(after)]
  return [...recordedColumns(requireRegister(tx, registerId))].some((column) => was[column] !== is[column])
}

/** Files in the 回收站 among them: they can be brought back. */
function hasFiles(tx: Write, rowId: string): boolean {
  return tx.select({ id: attachment.id }).from(attachment).where(eq(attachment.ownerId, rowId)).get() !== undefined
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

function calledAs(row: Row | undefined, tableName: string): string {
  if (tableName === getTableName(registerRow)) return nouns.registerRow
  if (tableName === getTableName(taskLog)) return nouns.task
  return String(row?.['name'] ?? row?.['title'] ?? tableName)
}

function rowOf(tx: Write, table: ImportTable & SQLiteTable & { readonly id: SQLiteColumn }, id: string): Row | undefined {
  return tx.select(getTableColumns(table)).from(table).where(eq(table.id, id)).get()
}

/** JSON with sealed bytes as base64. */
function pack(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? { sealed: value.toString('base64') } : value])))
}

function unpack(text: string): Row {
  const row: unknown = JSON.parse(text, (_, value: unknown) => (isSealed(value) ? Buffer.from(value.sealed, 'base64') : value))
  return typeof row === 'object' && row !== null ? { ...row } : {}
}

function isSealed(value: unknown): value is { readonly sealed: string } {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string'
}
