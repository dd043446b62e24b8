import { index, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { account } from './accounts.ts'
import { id, seq, version } from '../columns.ts'

/** 保存的视图: how an account likes to see a grid (columns, order, filters), under a name of its own. */
export const gridView = sqliteTable(
  'grid_view',
  {
    id: id(),
    seq: seq(),
    accountId: text('account_id').notNull().references(() => account.id),
    grid: text('grid').notNull(),
    name: text('name').notNull(),
    state: text('state').notNull(),
    version: version(),
  },
  (t) => [unique('grid_view_once').on(t.accountId, t.grid, t.name), index('grid_view_account').on(t.accountId, t.grid)],
)
