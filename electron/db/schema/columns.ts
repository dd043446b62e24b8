import { sql, type SQL } from 'drizzle-orm'
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** UUIDv7 primary key, made by the caller. */
export const id = () => text('id').primaryKey()

/** Official order: rises with each row of its table; results, ties and "first" rules use it. */
export const seq = () => integer('seq').notNull()

/** Rises with each change of the row, for optimistic checks. */
export const version = () => integer('version').notNull().default(1)

/** Text that is one of `values`, or null; `oneOf` adds the CHECK. */
export function oneOf(name: string, column: AnySQLiteColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value}'`).join(', ')
  return check(name, sql`${column} IS NULL OR ${column} IN (${sql.raw(list)})`)
}

/** Calendar day `YYYY-MM-DD` as text that SQLite itself recognises as a real day. */
export function isDay(name: string, column: AnySQLiteColumn): ReturnType<typeof check> {
  return check(name, sql`${column} IS NULL OR (length(${column}) = 10 AND date(${column}) IS ${column})`)
}

/** `to` is not before `from`; null is an open end. */
export function notBackwards(name: string, from: AnySQLiteColumn, to: AnySQLiteColumn) {
  return check(name, sql`${to} IS NULL OR ${from} IS NULL OR ${to} >= ${from}`)
}

export function isTrue(name: string, condition: SQL) {
  return check(name, condition)
}

/** A plain decimal written as text, for constants finer than a hundredth (coefficients, factors, quantities). */
export function isDecimal(name: string, column: AnySQLiteColumn) {
  return check(name, sql`${column} IS NULL OR (${column} GLOB '[0-9]*' AND ${column} NOT GLOB '*[^0-9.]*' AND ${column} NOT GLOB '*.*.*' AND ${column} NOT GLOB '*.')`)
}
