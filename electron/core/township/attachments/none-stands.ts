import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import { attachment } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { countRows } from '../../app/rows.ts'

/** Refuses to take a record away from under its attachments, which nobody could reach afterwards: `attachments_stand`. */
export function requireNoAttachments(read: Read, owner: { readonly kind: AttachmentOwner; readonly id: string }, what: string): void {
  const count = countRows(read, attachment, and(eq(attachment.ownerKind, owner.kind), eq(attachment.ownerId, owner.id), isNull(attachment.removedAt)))
  if (count > 0) throw new Refusal('attachments_stand', { what, count })
}
