import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { attachmentOwners } from '../../../../shared/domain/township/attachments/codes.ts'
import { staff } from '../people/people.ts'
import { id, isTrue, oneOf, seq, version } from '../columns.ts'

/** 附件: the file lies encrypted beside the database, under the keyed digest of its content. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: id(),
    seq: seq(),
    ownerKind: text('owner_kind', { enum: attachmentOwners }).notNull(),
    ownerId: text('owner_id').notNull(),
    name: text('name').notNull(),
    mime: text('mime').notNull(),
    /** Size of the content, in bytes. */
    bytes: integer('bytes').notNull(),
    digest: text('digest').notNull(),
    staffId: text('staff_id').references(() => staff.id),
    actor: text('actor').notNull(),
    at: text('at').notNull(),
    /** In the 回收站 since. */
    removedAt: text('removed_at'),
    version: version(),
  },
  (t) => [
    oneOf('attachment_owner_kind', t.ownerKind, attachmentOwners),
    isTrue('attachment_name', sql`${t.name} <> ''`),
    isTrue('attachment_bytes', sql`${t.bytes} >= 0`),
    index('attachment_owner').on(t.ownerKind, t.ownerId),
    index('attachment_digest').on(t.digest),
  ],
)
