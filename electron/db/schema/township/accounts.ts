import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { roles } from '../../../../shared/domain/township/access/roles.ts'
import { id, isTrue, oneOf, seq, version } from '../columns.ts'
import { staff } from '../people/people.ts'

/** 账号. Passwords are nowhere in the database: each account has a key slot beside it. */
export const account = sqliteTable(
  'account',
  {
    id: id(),
    seq: seq(),
    name: text('name').notNull().unique(),
    staffId: text('staff_id').references(() => staff.id),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(true),
    version: version(),
  },
  (t) => [isTrue('account_enabled', sql`${t.enabled} IN (0, 1)`), isTrue('account_must_change', sql`${t.mustChangePassword} IN (0, 1)`)],
)

export const accountRole = sqliteTable(
  'account_role',
  {
    accountId: text('account_id').notNull().references(() => account.id),
    role: text('role', { enum: roles }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.role] }), oneOf('account_role_role', t.role, roles)],
)

/** Failed logins per account, so that a lock outlives restarts. Unknown names count under their digest. */
export const loginAttempt = sqliteTable(
  'login_attempt',
  {
    id: id(),
    nameDigest: text('name_digest').notNull(),
    at: text('at').notNull(),
  },
  (t) => [index('login_attempt_name').on(t.nameDigest, t.at)],
)
