import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { registerFilter } from '../../../shared/contract/registers/registers.ts'
import type { RegisterColumn } from '../../../shared/domain/registers/column.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { attachment, circular, honour, registerRow, serviceEvent, staff, village } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { foundBy } from '../app/search-text.ts'
import type { LedgerRow } from './access.ts'

export type RegisterFilter = z.infer<typeof registerFilter>

export interface Selection {
  readonly registerId: string
  readonly removed: boolean
  readonly search?: string | undefined
  readonly filters: readonly RegisterFilter[]
}

export interface OrderedSelection extends Selection {
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
}

export interface RowsQuery extends OrderedSelection {
  readonly offset: number
  readonly limit: number
}

/** One page of a register's rows, and how many there are: filtered, ordered and cut by SQLite. */
export function pageOfRows(read: Read, columns: readonly RegisterColumn[], query: RowsQuery, self: string | null): { readonly rows: readonly LedgerRow[]; readonly total: number } {
  const where = conditionOf(read, columns, query, self)
  const rows = read.select().from(registerRow).where(where).orderBy(...orderOfAll(columns, query)).limit(query.limit).offset(query.offset).all()
  const isWhole = query.offset === 0 && rows.length < query.limit
  return { rows, total: isWhole ? rows.length : countOf(read, where) }
}

/** All of the rows that the pages show, in their order. */
export function allRows(read: Read, columns: readonly RegisterColumn[], selection: OrderedSelection, self: string | null): readonly LedgerRow[] {
  return read.select().from(registerRow).where(conditionOf(read, columns, selection, self)).orderBy(...orderOfAll(columns, selection)).all()
}

function orderOfAll(columns: readonly RegisterColumn[], { sort, removed }: OrderedSelection): readonly SQL[] {
  return [...sort.flatMap((one) => orderOf(columns, one)), removed ? desc(registerRow.removedAt) : asc(registerRow.seq)]
}

function countOf(read: Read, where: SQL | undefined): number {
  return read.select({ rows: count() }).from(registerRow).where(where).get()?.rows ?? 0
}

/** The sums of the columns with a 合计 over what a selection finds: exact, in ten-thousandths, for a number has no more decimals. */
export function totalsOf(read: Read, columns: readonly RegisterColumn[], selection: Selection, self: string | null): { readonly rows: number; readonly sums: Readonly<Record<string, string>> } {
  const where = conditionOf(read, columns, selection, self)
  const sums = columns
    .filter(({ total }) => total)
    .map(({ id, type }): readonly [string, string] => {
      const row = read.select({ sum: sql<number>`COALESCE(SUM(CAST(ROUND(CAST(${cellOf(id)} AS REAL) * 10000) AS INTEGER)), 0)` }).from(registerRow).where(where).get()
      return [id, decimalText(row?.sum ?? 0, type === 'amount' ? 2 : 0)]
    })
  return { rows: countOf(read, where), sums: Object.fromEntries(sums) }
}

/** 125000 → `12.5`, with at least so many decimals. */
function decimalText(tenThousandths: number, atLeast: number): string {
  const digits = String(Math.abs(tenThousandths)).padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0+$/, '').padEnd(atLeast, '0')
  return `${tenThousandths < 0 ? '-' : ''}${digits.slice(0, -4)}${fraction === '' ? '' : `.${fraction}`}`
}

/** The cell of a column; NULL where it is empty. */
export function cellOf(columnId: string): SQL {
  return sql`(${registerRow.cells} ->> ${columnId})`
}

function conditionOf(read: Read, columns: readonly RegisterColumn[], { registerId, removed, search, filters }: Selection, self: string | null): SQL | undefined {
  return and(
    eq(registerRow.registerId, registerId),
    removed ? isNotNull(registerRow.removedAt) : isNull(registerRow.removedAt),
    search ? rowsFoundBy(read, columns, search) : undefined,
    ...filters.map((filter) => filterCondition(read, columns, filter, self)),
  )
}

/** Rows that hold what was typed in a cell of theirs, a person or village by the name; letters also as pinyin or initials. */
export function rowsFoundBy(read: Read, columns: readonly RegisterColumn[], typed: string): SQL | undefined {
  return or(foundBy(typed, [], registerRow.searchKey), ...columns.filter(({ type }) => type !== 'attachment').map((column) => holds(read, column, typed)))
}

function holds(read: Read, { id, type }: RegisterColumn, typed: string): SQL {
  if (type === 'person') return inArray(cellOf(id), read.select({ id: staff.id }).from(staff).where(like(sql`${staff.name}`, typed)))
  if (type === 'village') return inArray(cellOf(id), read.select({ id: village.id }).from(village).where(like(sql`${village.name}`, typed)))
  return like(cellOf(id), typed)
}

function like(expression: SQL, text: string): SQL {
  return sql`${expression} LIKE ${`%${text.replace(/[%_\\]/g, '\\$&')}%`} ESCAPE '\\'`
}

function filterCondition(read: Read, columns: readonly RegisterColumn[], filter: RegisterFilter, self: string | null): SQL | undefined {
  switch (filter.kind) {
    case 'flag':
      return filter.flag === 'mine' ? (self === null ? sql`0` : eq(registerRow.enteredBy, self)) : sql`NOT (${isProposed()})`
    case 'text':
      return textCondition(read, columns, filter.field, filter.contains)
    case 'days': {
      const value = filter.field === 'enteredAt' ? sql`date(${registerRow.enteredAt}, '+8 hours')` : cellOf(filter.field)
      return and(sql`${value} IS NOT NULL`, filter.from === null ? undefined : sql`${value} >= ${filter.from}`, filter.to === null ? undefined : sql`${value} <= ${filter.to}`)
    }
    case 'number': {
      const isAttachment = columns.some(({ id, type }) => id === filter.field && type === 'attachment')
      const value = isAttachment ? attachmentCount() : sql`CAST(${cellOf(filter.field)} AS REAL)`
      return and(isAttachment ? undefined : sql`${cellOf(filter.field)} IS NOT NULL`, filter.min === null ? undefined : sql`${value} >= ${filter.min}`, filter.max === null ? undefined : sql`${value} <= ${filter.max}`)
    }
    case 'choice': {
      const wanted = filter.oneOf.filter((value) => value !== null)
      return or(wanted.length === 0 ? undefined : inArray(cellOf(filter.field), wanted), filter.oneOf.includes(null) ? sql`${cellOf(filter.field)} IS NULL` : undefined)
    }
    default:
      return assertNever(filter)
  }
}

function textCondition(read: Read, columns: readonly RegisterColumn[], field: string, typed: string): SQL | undefined {
  if (field === 'enteredBy') return inArray(registerRow.enteredBy, read.select({ id: staff.id }).from(staff).where(foundBy(typed, [staff.name], staff.searchKey)))
  const column = columns.find(({ id }) => id === field)
  if (column === undefined) return sql`0`
  if (column.type === 'person') return inArray(cellOf(field), read.select({ id: staff.id }).from(staff).where(foundBy(typed, [staff.name], staff.searchKey)))
  if (column.type === 'village') return inArray(cellOf(field), read.select({ id: village.id }).from(village).where(foundBy(typed, [village.name], village.searchKey)))
  return like(cellOf(field), typed)
}

function attachmentCount(): SQL {
  return sql`(SELECT COUNT(*) FROM ${attachment} WHERE ${attachment.ownerKind} = 'register_row' AND ${attachment.ownerId} = ${registerRow.id} AND ${attachment.removedAt} IS NULL)`
}

/** A service record or a point of the row that has not been sent back. */
function isProposed(): SQL {
  const origin = sql`'register:' || ${registerRow.id}`
  return sql`EXISTS (SELECT 1 FROM ${serviceEvent} WHERE ${serviceEvent.origin} = ${origin} AND ${serviceEvent.state} <> 'rejected')
    OR EXISTS (SELECT 1 FROM ${honour} WHERE ${honour.origin} = ${origin} AND ${honour.state} <> 'rejected')
    OR EXISTS (SELECT 1 FROM ${circular} WHERE ${circular.origin} = ${origin} AND ${circular.state} <> 'rejected')`
}

/** Empty cells come last, whichever way a column is ordered. */
function orderOf(columns: readonly RegisterColumn[], { field, descending }: OrderedSelection['sort'][number]): readonly SQL[] {
  const direction = descending ? desc : asc
  if (field === 'number') return [direction(registerRow.seq)]
  if (field === 'enteredAt') return [direction(registerRow.enteredAt)]
  if (field === 'enteredBy') return [direction(sql`(SELECT ${staff.searchKey} FROM ${staff} WHERE ${staff.id} = ${registerRow.enteredBy})`)]
  const column = columns.find(({ id }) => id === field)
  if (column === undefined) return []
  const isEmpty = asc(sql`${cellOf(field)} IS NULL`)
  switch (column.type) {
    case 'number':
    case 'amount':
      return [isEmpty, direction(sql`CAST(${cellOf(field)} AS REAL)`)]
    case 'choice':
      return [isEmpty, direction(column.options.length === 0 ? cellOf(field) : sql`CASE ${cellOf(field)} ${sql.join(column.options.map((option, place) => sql`WHEN ${option} THEN ${sql.raw(String(place))}`), sql` `)} END`)]
    case 'person':
      return [isEmpty, direction(sql`(SELECT ${staff.searchKey} FROM ${staff} WHERE ${staff.id} = ${cellOf(field)})`)]
    case 'village':
      return [isEmpty, direction(sql`(SELECT ${village.seq} FROM ${village} WHERE ${village.id} = ${cellOf(field)})`)]
    case 'attachment':
      return [direction(attachmentCount())]
    case 'text':
    case 'long_text':
    case 'date':
      return [isEmpty, direction(cellOf(field))]
    default:
      return assertNever(column.type)
  }
}
