import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { DerivedKeys } from '../../../db/derived-keys.ts'
import type { Write } from '../../../db/types.ts'
import type { ImportRecord } from '../import-record.ts'

/** An import that is being written. */
export interface Importing {
  readonly tx: Write
  readonly keys: DerivedKeys
  readonly record: ImportRecord
  readonly newId: () => string
  /** New assignments start on this day. */
  readonly asOf: string
}

const rowsPerInsert = 40

/** Inserts many rows of one table, some at a time. */
export function insertMany<Table extends SQLiteTable>(tx: Write, table: Table, rows: readonly Table['$inferInsert'][]): void {
  for (let from = 0; from < rows.length; from += rowsPerInsert) tx.insert(table).values([...rows.slice(from, from + rowsPerInsert)]).run()
}
