import { z } from 'zod'
import { attachmentOwners } from '../../domain/township/attachments/codes.ts'
import { binaryFile } from '../binary.ts'
import { id, ofRecord, rowVersion } from '../procedure.ts'

export const attachmentOwner = z.object({ kind: z.enum(attachmentOwners), id })

const attachmentRow = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  /** Of the content. */
  bytes: z.int(),
  /** Who added it. */
  by: z.string(),
  at: z.string(),
  /** In the 回收站 since; null while it stands. */
  removedAt: z.string().nullable(),
  /** The record's log names it: it can never be removed. */
  isEvidence: z.boolean(),
  version: rowVersion,
})

const written = z.object({ id, version: rowVersion })

export const attachments = {
  /** What belongs to a record, in the order in which it was added, with what lies in the 回收站; `mayChange`: the caller may add and remove now. */
  list: ofRecord({ reads: ['attachment', 'task'] }).input(z.object({ owner: attachmentOwner })).output(z.object({ rows: z.array(attachmentRow), mayChange: z.boolean() })),
  /** The content, as it was added. */
  read: ofRecord({}, 'attachment_missing', 'attachment_damaged').input(z.object({ id })).output(z.object({ file: binaryFile })),
  /** Takes one file in: of an allowed kind by its content, at most 20 MB, at most 50 a record. */
  add: ofRecord({ changes: ['attachment'] }, 'file_refused', 'not_in_state').input(z.object({ owner: attachmentOwner, file: binaryFile })).output(written),
  /** Into the 回收站, from where `restore` brings it back; the file stays. */
  remove: ofRecord({ changes: ['attachment'] }, 'changed_meanwhile', 'not_editable', 'not_in_state').input(written).output(written),
  restore: ofRecord({ changes: ['attachment'] }, 'changed_meanwhile', 'file_refused', 'not_in_state').input(written).output(written),
}
