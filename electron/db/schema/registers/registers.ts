import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { registerColumnTypes } from '../../../../shared/domain/registers/codes.ts'
import { account } from '../township/accounts.ts'
import { id, isTrue, oneOf, seq, version } from '../columns.ts'
import { moduleTable } from '../township/organisation.ts'
import { staff } from '../people/people.ts'

/** 特色台账: a ledger defined as data; without a module it is shared by all of them (三库). */
export const register = sqliteTable(
  'register',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    moduleId: text('module_id').references(() => moduleTable.id),
    name: text('name').notNull(),
    description: text('description'),
    /** What a row may propose, as JSON: a service record or a point, and which columns it is made of; null is nothing. */
    proposal: text('proposal'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    version: version(),
  },
  (t) => [isTrue('register_enabled', sql`${t.enabled} IN (0, 1)`), isTrue('register_proposal', sql`${t.proposal} IS NULL OR json_valid(${t.proposal})`), unique('register_name').on(t.moduleId, t.name), index('register_module').on(t.moduleId)],
)

/** A column of a register; one that is removed keeps its entries and can be brought back. */
export const registerColumn = sqliteTable(
  'register_column',
  {
    id: id(),
    seq: seq(),
    registerId: text('register_id').notNull().references(() => register.id),
    title: text('title').notNull(),
    type: text('type', { enum: registerColumnTypes }).notNull(),
    unit: text('unit'),
    /** The choices of a choice column, as a JSON array of texts. */
    options: text('options').notNull().default('[]'),
    required: integer('required', { mode: 'boolean' }).notNull().default(false),
    isUnique: integer('is_unique', { mode: 'boolean' }).notNull().default(false),
    inList: integer('in_list', { mode: 'boolean' }).notNull().default(true),
    total: integer('total', { mode: 'boolean' }).notNull().default(false),
    removedAt: text('removed_at'),
    version: version(),
  },
  (t) => [
    oneOf('register_column_type', t.type, registerColumnTypes),
    isTrue('register_column_title', sql`${t.title} <> ''`),
    isTrue('register_column_options', sql`json_valid(${t.options})`),
    isTrue('register_column_flags', sql`${t.required} IN (0, 1) AND ${t.isUnique} IN (0, 1) AND ${t.inList} IN (0, 1) AND ${t.total} IN (0, 1)`),
    index('register_column_register').on(t.registerId, t.seq),
  ],
)

/** A row of a register: its cells as JSON by the id of their column. */
export const registerRow = sqliteTable(
  'register_row',
  {
    id: id(),
    seq: seq(),
    registerId: text('register_id').notNull().references(() => register.id),
    cells: text('cells').notNull(),
    /** The syllables of its texts, for search by pinyin and initials. */
    searchKey: text('search_key').notNull().default(''),
    enteredBy: text('entered_by').references(() => staff.id),
    accountId: text('account_id').references(() => account.id),
    enteredAt: text('entered_at').notNull(),
    /** In the 回收站 since. */
    removedAt: text('removed_at'),
    version: version(),
  },
  (t) => [isTrue('register_row_cells', sql`json_valid(${t.cells})`), index('register_row_register').on(t.registerId, t.removedAt, t.seq), index('register_row_entered_by').on(t.enteredBy)],
)
