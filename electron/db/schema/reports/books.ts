import { sql } from 'drizzle-orm'
import { blob, index, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { layoutBooks, workbookBooks } from '../../../../shared/domain/papers/codes.ts'
import { id, isTrue, oneOf, seq, version } from '../columns.ts'
import { period } from '../plans/plans.ts'
import { staff } from '../people/people.ts'

/** 版式: the township's own form of a workbook. The one in use stands for the shipped one; `content` is what `resources/layouts` holds for that workbook. */
export const bookLayout = sqliteTable(
  'book_layout',
  {
    id: id(),
    seq: seq(),
    book: text('book', { enum: layoutBooks }).notNull(),
    name: text('name').notNull(),
    content: text('content').notNull(),
    /** `yes` while it stands for the shipped one. */
    inUse: text('in_use', { enum: ['yes', 'no'] }).notNull(),
    version: version(),
  },
  (t) => [
    oneOf('book_layout_book', t.book, layoutBooks),
    oneOf('book_layout_in_use', t.inUse, ['yes', 'no']),
    isTrue('book_layout_content', sql`json_valid(${t.content})`),
    unique('book_layout_name').on(t.book, t.name),
    uniqueIndex('book_layout_used').on(t.book).where(sql`${t.inUse} = 'yes'`),
  ],
)

/** 上级模板: a workbook that the upper level sent, kept as it came, and what goes into which of its cells. */
export const upperTemplate = sqliteTable(
  'upper_template',
  {
    id: id(),
    seq: seq(),
    name: text('name').notNull().unique('upper_template_name'),
    fileName: text('file_name').notNull(),
    file: blob('file', { mode: 'buffer' }).notNull(),
    /** Which workbook's data fill it. */
    book: text('book', { enum: workbookBooks }).notNull(),
    mapping: text('mapping').notNull(),
    version: version(),
  },
  (t) => [oneOf('upper_template_book', t.book, workbookBooks), isTrue('upper_template_mapping', sql`json_valid(${t.mapping})`)],
)

/** How the lists of a sender are read: sheet, heading rows and columns, by kind of import. */
export const importMapping = sqliteTable(
  'import_mapping',
  {
    id: id(),
    seq: seq(),
    kind: text('kind').notNull(),
    sender: text('sender').notNull(),
    choice: text('choice').notNull(),
    version: version(),
  },
  (t) => [isTrue('import_mapping_choice', sql`json_valid(${t.choice})`), unique('import_mapping_once').on(t.kind, t.sender)],
)

/** 评分表（工作簿）: one that went out to a scorer without the application, and when it came back. */
export const scoreBook = sqliteTable(
  'score_book',
  {
    id: id(),
    seq: seq(),
    periodId: text('period_id').notNull().references(() => period.id),
    scorerId: text('scorer_id').notNull().references(() => staff.id),
    /** 校验码: over every cell that the scorer must not change. */
    code: text('code').notNull(),
    issuedAt: text('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
    takenAt: text('taken_at'),
    takenBy: text('taken_by'),
    version: version(),
  },
  (t) => [isTrue('score_book_taken', sql`(${t.takenAt} IS NULL) = (${t.takenBy} IS NULL)`), index('score_book_period').on(t.periodId), index('score_book_scorer').on(t.scorerId)],
)

/** A score book as it went out: every fixed cell and what stood in the open ones, gzipped JSON. Apart from the row, since lists do not want it. */
export const scoreBookOriginal = sqliteTable('score_book_original', {
  bookId: text('book_id').primaryKey().references(() => scoreBook.id),
  content: blob('content', { mode: 'buffer' }).notNull(),
})
