import { and, asc, count, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import { parseCells } from '../../../shared/domain/registers/column.ts'
import { partsOf } from '../../../shared/domain/registers/proposal.ts'
import { showRegisterValue } from '../../../shared/domain/registers/cell.ts'
import { attachment, circular, honour, register, registerRow, serviceEvent, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { mayDefine, mayEnter, mayExport, visibleRegisters, type LedgerRow } from './access.ts'
import { registerDirectory } from './directory.ts'
import { proposalByTitle, storedRegisters, type StoredRegister } from './stored.ts'

/** The registers the caller reads, those of no module last. */
export function listRegisters(guard: Guarded, moduleId: string | undefined) {
  const { read, actor, view } = guard
  const rows = read
    .select()
    .from(register)
    .where(and(visibleRegisters(actor, view), moduleId === undefined ? undefined : or(isNull(register.moduleId), eq(register.moduleId, moduleId))))
    .orderBy(asc(isNull(register.moduleId)), asc(register.seq))
    .all()
  const counts = read
    .select({ registerId: registerRow.registerId, rows: count(), removed: count(registerRow.removedAt) })
    .from(registerRow)
    .where(inArray(registerRow.registerId, rows.map(({ id }) => id)))
    .groupBy(registerRow.registerId)
    .all()
  return storedRegisters(read, rows).map((stored) => {
    const { row, columns, removedColumns } = stored
    const counted = counts.find(({ registerId }) => registerId === row.id)
    return {
      id: row.id,
      code: row.code,
      moduleId: row.moduleId,
      name: row.name,
      description: row.description,
      enabled: row.enabled,
      columns: columns.map(copy),
      removedColumns: removedColumns.map(copy),
      proposal: proposalByTitle(stored),
      rows: (counted?.rows ?? 0) - (counted?.removed ?? 0),
      removedRows: counted?.removed ?? 0,
      mayEnter: row.enabled && mayEnter(actor, row, actor.standing.staffId),
      mayDefine: mayDefine(actor, row.moduleId),
      mayExport: mayExport(actor, row),
      version: row.version,
    }
  })
}

function copy<Column extends { readonly options: readonly string[] }>(column: Column) {
  return { ...column, options: [...column.options] }
}

/** Rows as the contract shows them to the caller. */
export function describeRows(guard: Guarded, { row: of, columns }: StoredRegister, rows: readonly LedgerRow[]) {
  const { read, actor } = guard
  const ids = rows.map(({ id }) => id)
  const directory = registerDirectory(read, dayInChina(guard.now))
  const naming = columns.filter(({ type }) => type === 'person' || type === 'village')
  const files = new Map(
    read
      .select({ ownerId: attachment.ownerId, files: count() })
      .from(attachment)
      .where(and(eq(attachment.ownerKind, 'register_row'), inArray(attachment.ownerId, ids), isNull(attachment.removedAt)))
      .groupBy(attachment.ownerId)
      .all()
      .map(({ ownerId, files: number }) => [ownerId, number]),
  )
  const people = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, rows.flatMap(({ enteredBy }) => enteredBy ?? []))).all().map(({ id, name }) => [id, name]))
  const proposed = proposedRows(read, ids)
  return rows.map(({ id, cells: json, enteredBy, enteredAt, removedAt, version }) => {
    const cells = parseCells(json)
    return {
      id,
      cells: { ...cells },
      names: Object.fromEntries(naming.flatMap((column): [string, string][] => {
        const value = cells[column.id]
        return value === undefined ? [] : [[column.id, showRegisterValue(column, value, directory)]]
      })),
      attachments: files.get(id) ?? 0,
      enteredBy: enteredBy === null ? null : (people.get(enteredBy) ?? null),
      enteredAt,
      removedAt,
      proposed: proposed.has(id),
      editable: of.enabled && removedAt === null && mayEnter(actor, of, enteredBy),
      version,
    }
  })
}

const originPrefix = 'register:'

export function originOf(rowId: string): string {
  return `${originPrefix}${rowId}`
}

const madeOfRows = [serviceEvent, honour, circular] as const
type Origin = (typeof madeOfRows)[number]['origin']

/** Which of the rows a service record or a point has been made of; what was sent back does not count. */
export function proposedRows(read: Read, ids: readonly string[]): ReadonlySet<string> {
  const origins = ids.map(originOf)
  return standingOrigins(read, (origin) => inArray(origin, origins))
}

/** As {@link proposedRows}, of all the rows of a register. */
export function proposedInRegister(read: Read, registerId: string): ReadonlySet<string> {
  const origins = read.select({ origin: sql`${originPrefix} || ${registerRow.id}` }).from(registerRow).where(eq(registerRow.registerId, registerId))
  return standingOrigins(read, (origin) => inArray(origin, origins))
}

function standingOrigins(read: Read, among: (origin: Origin) => SQL): ReadonlySet<string> {
  const found = madeOfRows.flatMap((table) => read.select({ origin: table.origin }).from(table).where(and(among(table.origin), ne(table.state, 'rejected'))).all())
  return new Set(found.flatMap(({ origin }) => (origin === null ? [] : [origin.slice(originPrefix.length)])))
}

/** Whether any record or point names the row as what it was made of, one that was sent back among them. */
export function isOrigin(read: Read, rowId: string): boolean {
  return madeOfRows.some((table) => read.select({ id: table.id }).from(table).where(eq(table.origin, originOf(rowId))).get() !== undefined)
}

/** What a record was made of stays as the record says: the columns, by id, of a row that has been proposed. */
export function recordedColumns({ proposal }: StoredRegister): ReadonlySet<string> {
  return new Set(proposal === null ? [] : partsOf(proposal).map(({ column }) => column))
}
