import { and, asc, eq } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { attachment } from '../../../db/schema/index.ts'
import { readContent } from '../../../db/content-store.ts'
import { actorNames } from '../../app/actor-names.ts'
import { guarded, type GuardedContext } from '../../app/guard.ts'
import { addAttachment, removeAttachment, requireAttachment, restoreAttachment } from './change.ts'
import { evidenceOf } from './evidence.ts'
import { admitToOwner, isOpenTo, type Owner } from './owner-guard.ts'
import type { OwnerKinds } from './owner-kind.ts'

/** The procedures of attachments, over the kinds of records that the rooms contribute. */
export function attachmentsRouter(kinds: OwnerKinds) {
  return {
    list: guarded.attachments.list.handler(({ input: { owner }, context }) => listAttachments(kinds, context, owner)),
    read: guarded.attachments.read.handler(({ input, context }) => readAttachment(kinds, context, input.id)),
    add: guarded.attachments.add.handler(({ input, context }) => addAttachment(kinds, context, input)),
    remove: guarded.attachments.remove.handler(({ input, context }) => removeAttachment(kinds, context, input)),
    restore: guarded.attachments.restore.handler(({ input, context }) => restoreAttachment(kinds, context, input)),
  }
}

function listAttachments(kinds: OwnerKinds, context: GuardedContext, owner: Owner) {
  const { guard: { read } } = admitToOwner(kinds, context, { meta: contract.attachments.list['~orpc'].meta, path: 'attachments.list' }, owner, 'toRead')
  const evidence = evidenceOf(read, owner)
  const nameOf = actorNames(read)
  const rows = read.select().from(attachment).where(and(eq(attachment.ownerKind, owner.kind), eq(attachment.ownerId, owner.id))).orderBy(asc(attachment.seq)).all()
  return {
    rows: rows.map((row) => ({ id: row.id, name: row.name, mime: row.mime, bytes: row.bytes, by: nameOf(row.actor), at: row.at, removedAt: row.removedAt, isEvidence: evidence.has(row.id), version: row.version })),
    mayChange: kinds[owner.kind].fixedAs(read, owner.id) === null && isOpenTo(kinds, context.guard, owner, 'toChange'),
  }
}

/** The content; a file that is gone or changed is named, and never handed out in part. */
function readAttachment(kinds: OwnerKinds, context: GuardedContext, id: string) {
  const { app, guard } = context
  const { owner, name, digest, mime } = requireAttachment(guard.read, id)
  admitToOwner(kinds, context, { meta: contract.attachments.read['~orpc'].meta, path: 'attachments.read' }, owner, 'toRead')
  const stored = readContent(app.folder.attachments, app.keys, digest)
  if (stored.kind !== 'content') throw new Refusal(stored.kind === 'missing' ? 'attachment_missing' : 'attachment_damaged', { name })
  return { file: new File([new Uint8Array(stored.bytes)], name, { type: mime }) }
}
