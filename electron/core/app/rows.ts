import { count, max, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { sentenceOf } from '../../../shared/contract/errors.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { fieldNameOf } from '../../../shared/contract/vocabulary.ts'
import { isSaneDay } from '../../../shared/domain/cells/sane-day.ts'
import type { Read } from '../../db/types.ts'
import { faults } from './vocabulary.ts'

/** The `seq` after the last one of a table. */
export function nextSeq(read: Read, table: SQLiteTable & { readonly seq: SQLiteColumn }): number {
  const row = read.select({ last: max(table.seq) }).from(table).get()
  return Number(row?.last ?? 0) + 1
}

export function countRows(read: Read, table: SQLiteTable, where: SQL | undefined): number {
  return read.select({ rows: count() }).from(table).where(where).get()?.rows ?? 0
}

/** `S0007`: a stable code for a row made by hand, from its place. */
export function codeOf(prefix: string, seq: number): string {
  return `${prefix}${String(seq).padStart(4, '0')}`
}

export function requireRow<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new Refusal('not_found', { what })
  return row
}

/** Optimistic check: the row must be as the caller saw it; gives the version to write. */
export function nextVersion(row: { readonly version: number }, seen: number): number {
  if (row.version !== seen) throw new Refusal('changed_meanwhile')
  return row.version + 1
}

export function requireReason(reason: string, action: string): string {
  if (reason === '') throw new Refusal('reason_required', { action })
  return reason
}

/** A value that another row has already; `path` is its field in the input. */
export function alreadyThere(path: string, what: string): Refusal {
  return new Refusal('duplicate', { what }, [{ path, code: 'duplicate', message: sentenceOf('duplicate', { what }) }])
}

/** A value that a rule refuses; `path` is its field in the input, which the sentence names. */
export function wrongField(path: string, reason: string): Refusal {
  const data = { field: fieldNameOf(path), reason }
  return new Refusal('invalid_input', data, [{ path, code: 'invalid_input', message: sentenceOf('invalid_input', data) }])
}

/** A field that is wrong by a rule of the data's side: the one sentence, led to the field. */
export function atField(path: string, field: string, reason: string): Refusal {
  const data = { field, reason }
  return new Refusal('invalid_input', data, [{ path, code: 'invalid_input', message: sentenceOf('invalid_input', data) }])
}

/** Refuses a day that is a slip of the pen: before the year 2000, or more than two years ahead. */
export function requireSaneDay(day: string, today: string, path: string): void {
  if (!isSaneDay(day, today)) throw wrongField(path, faults.insaneDay)
}

export function requireOrder(from: string, to: string | null, field: string): void {
  if (to !== null && to < from) throw new Refusal('dates_backwards', { field })
}

/** Decimal text → the pair of columns that hold it: hundredths, and the text itself where it is finer. */
export function scoreColumns(text: string | null): { score: number | null; scoreExact: string | null } {
  if (text === null) return { score: null, scoreExact: null }
  const [whole = '0', fraction = ''] = text.split('.')
  const score = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  return { score, scoreExact: /^\d\d0*[1-9]/.test(fraction) ? text : null }
}

/** The decimal text that `scoreColumns` took in, with two decimals where it was no finer. */
export function scoreText(row: { readonly score: number | null; readonly scoreExact?: string | null }): string | null {
  if (row.scoreExact) return row.scoreExact
  return row.score === null ? null : hundredthsToText(row.score)
}

/** 9739 → `97.39` */
export function hundredthsToText(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
