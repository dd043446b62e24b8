import { and, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/**
 * The condition as one that no index may answer in part: the list is read once, in order, from the index made for lists. Left to
 * itself SQLite, that knows nothing of how many rows a module has, looks each of them up in the table. A CASE also stops at the
 * first part that decides.
 */
export function scanned(condition: SQL | undefined): SQL | undefined {
  return condition === undefined ? undefined : sql`CASE WHEN ${condition} THEN 1 ELSE 0 END`
}

/** `scanned`, in two parts of which the second is asked only where the first holds. */
export function scannedWithin(first: SQL | undefined, second: SQL | undefined): SQL | undefined {
  if (first === undefined || second === undefined) return scanned(first ?? second)
  return sql`CASE WHEN ${first} THEN ${scanned(second)} ELSE 0 END`
}

/** The column holds one of the values; null among them stands for an empty cell. */
export function amongOrEmpty(column: SQLiteColumn, values: readonly (string | null)[]): SQL | undefined {
  const wanted = values.filter((value) => value !== null)
  return or(inArray(column, wanted), values.includes(null) ? isNull(column) : undefined)
}

/** The place of a code in its list, for an order that is not the alphabet's. */
export function placeIn(column: SQLiteColumn, codes: readonly string[]): SQL {
  return sql`CASE ${column} ${sql.join(codes.map((code, place) => sql`WHEN ${code} THEN ${sql.raw(String(place))}`), sql` `)} END`
}

/** The column holds something between both ends, which count; an open end is null. */
export function filledWithin(column: SQLiteColumn, from: string | null, to: string | null): SQL | undefined {
  return and(sql`${column} IS NOT NULL`, from === null ? undefined : gte(column, from), to === null ? undefined : lte(column, to))
}
