import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type * as schema from './schema/index.ts'

export type Db = BetterSQLite3Database<typeof schema>

/** What a query may do. */
export type Read = Pick<Db, 'select' | 'selectDistinct' | 'query' | '$count'>

/** The transaction `mutate` hands out: a write outside a transaction does not compile. */
export type Write = Parameters<Parameters<Db['transaction']>[0]>[0]
