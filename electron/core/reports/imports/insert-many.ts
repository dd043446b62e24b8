import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Write } from '../../../db/types.ts'

/** Inserts many rows of one table by one statement; what a row leaves out is the column's default or null. Gives the rows as they stand then. */
export function insertMany<Table extends SQLiteTable>(tx: Write, table: Table, rows: readonly Table['$inferInsert'][]): readonly Readonly<Record<string, unknown>>[] {
  const columns = Object.entries<SQLiteColumn>(getTableColumns<SQLiteTable>(table))
  const places = Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)]))
  const statement = tx.insert<SQLiteTable>(table).values(places).prepare()
  return rows.map((row) => {
    const given = new Map(Object.entries(row))
    const whole = Object.fromEntries(columns.map(([name, column]) => [name, given.get(name) ?? column.default ?? null]))
    statement.run(whole)
    return whole
  })
}
