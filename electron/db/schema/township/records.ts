import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, isTrue } from '../columns.ts'

/** 审计: an HMAC chain; triggers refuse update and delete. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject'),
    detail: text('detail').notNull(),
    mac: text('mac').notNull(),
  },
  // When somebody did something last.
  (t) => [index('audit_entry_actor').on(t.actor, t.action)],
)

/** 导入批次; `changes` of the batch allow one-click undo. */
export const importBatch = sqliteTable(
  'import_batch',
  {
    id: id(),
    kind: text('kind').notNull(),
    fileDigest: text('file_digest').notNull(),
    asOf: text('as_of').notNull(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    taken: integer('taken').notNull(),
    refused: integer('refused').notNull(),
    undoneAt: text('undone_at'),
    /** 报送单位: whose list it was. */
    sender: text('sender'),
  },
  (t) => [index('import_batch_digest').on(t.fileDigest)],
)

/** One row that an import made or changed: `before` is null for a new row. */
export const importChange = sqliteTable(
  'import_change',
  {
    batchId: text('batch_id').notNull().references(() => importBatch.id),
    seq: integer('seq').notNull(),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    before: text('before'),
    after: text('after').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.seq] }),
    isTrue('import_change_before', sql`${t.before} IS NULL OR json_valid(${t.before})`),
    isTrue('import_change_after', sql`json_valid(${t.after})`),
  ],
)

/** 导出记录 */
export const exportLog = sqliteTable(
  'export_log',
  {
    id: id(),
    fileName: text('file_name').notNull(),
    workbook: text('workbook').notNull(),
    copy: text('copy').notNull(),
    periodCode: text('period_code'),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    fileDigest: text('file_digest').notNull(),
    /** The township's own layout or the upper template it was made by; null: the shipped layout. */
    form: text('form'),
  },
  (t) => [index('export_log_digest').on(t.fileDigest)],
)

/** A digest per sheet and per cell of an export: `cells` is gzipped JSON (electron/workbooks/exports/verify/cells-file.ts). */
export const exportSheet = sqliteTable(
  'export_sheet',
  {
    exportId: text('export_id').notNull().references(() => exportLog.id),
    seq: integer('seq').notNull(),
    name: text('name').notNull(),
    digest: text('digest').notNull(),
    cells: blob('cells', { mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.seq] })],
)
