import { and, eq, getTableName, inArray } from 'drizzle-orm'
import { assignment, circular, deduction, honour, importChange, leave, post, registerRow, serviceEvent, staff, task, taskLog, taskParty, teamMember, village, villageRank } from '../../../db/schema/index.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { Write } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { insertMany } from './insert-many.ts'

/** The tables an import may write. */
export const keyedTables = [post, staff, assignment, task, taskParty, taskLog, registerRow, leave, village, teamMember, serviceEvent, honour, circular, deduction] as const
export type ImportTable = (typeof keyedTables)[number] | typeof villageRank
export const tables: readonly ImportTable[] = [...keyedTables, villageRank]

export type ChangeRow = typeof importChange.$inferSelect
export type Row = Readonly<Record<string, unknown>>

export const rowsPerStatement = 100

interface Note {
  readonly table: ImportTable
  readonly id: string
  readonly before: string | null
  /** As it stands, where that is known. */
  readonly after: string | null
}

/** Writes rows for an import and keeps, for its undo, each one as it was before and after. */
export class ImportRecord {
  readonly #tx: Write
  readonly #batchId: string
  readonly #notes: Note[] = []
  readonly #noted = new Set<string>()

  constructor(tx: Write, batchId: string) {
    this.#tx = tx
    this.#batchId = batchId
  }

  /** Notes that the row is written; call it after an insert (`before` null) or an update. What it was at first is kept. */
  note(table: ImportTable, id: string, before: Row | null): void {
    this.#keep({ table, id, before: before === null ? null : pack(before), after: null })
  }

  /** Notes rows that were inserted as they are given, and are not changed after. */
  noteNew(table: ImportTable, rows: readonly Row[]): void {
    for (const row of rows) this.#keep({ table, id: String(row['id']), before: null, after: pack(row) })
  }

  #keep(note: Note): void {
    const place = `${getTableName(note.table)} ${note.id}`
    if (this.#noted.has(place)) return
    this.#noted.add(place)
    this.#notes.push(note)
  }

  /** Keeps every noted row as it stands now, at the end of the import. */
  finish(): void {
    const tx = this.#tx
    const open = this.#notes.filter(({ after }) => after === null)
    const read = new Map<string, string>()
    for (const [table, notes] of groupBy(open, (note) => note.table)) {
      for (const [id, row] of rowsOf(tx, table, notes.map(({ id }) => id))) read.set(`${getTableName(table)} ${id}`, pack(row))
    }
    const rows = this.#notes.map(({ table, id, before, after }, place) => {
      const tableName = getTableName(table)
      return { batchId: this.#batchId, seq: place + 1, tableName, rowId: id, before, after: after ?? requireRow(read.get(`${tableName} ${id}`), nouns.imported) }
    })
    insertMany(tx, importChange, rows)
  }
}

function isOfRanks(table: ImportTable): table is typeof villageRank {
  return table === villageRank
}

/** Which row of its table an id of the record means: of a rank, its village and period. */
export function isRow(table: ImportTable, id: string) {
  if (!isOfRanks(table)) return eq(table.id, id)
  const [villageId = '', periodId = ''] = id.split(' ')
  return and(eq(villageRank.villageId, villageId), eq(villageRank.periodId, periodId))
}

export function* rowsOf(tx: Write, table: ImportTable, ids: readonly string[]): Generator<readonly [id: string, row: Row]> {
  if (isOfRanks(table)) {
    for (const id of ids) for (const row of tx.select().from(table).where(isRow(table, id)).all()) yield [id, row]
    return
  }
  for (let from = 0; from < ids.length; from += rowsPerStatement) {
    const rows = tx.select().from(table).where(inArray(table.id, ids.slice(from, from + rowsPerStatement))).all()
    for (const row of rows) yield [row.id, row]
  }
}

/** JSON with sealed bytes as base64. */
export function pack(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? { sealed: value.toString('base64') } : value])))
}

export function unpack(text: string): Row {
  const row: unknown = JSON.parse(text, (_, value: unknown) => (isSealed(value) ? Buffer.from(value.sealed, 'base64') : value))
  return typeof row === 'object' && row !== null ? { ...row } : {}
}

function isSealed(value: unknown): value is { readonly sealed: string } {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string'
}
