import { and, eq, isNull } from 'drizzle-orm'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { checkFile, faultBeforeReading, type AttachmentFault } from '../../../../shared/domain/township/attachments/check-file.ts'
import { mostAttachments } from '../../../../shared/domain/township/attachments/limits.ts'
import { attachmentFaults, attachmentSentence } from '../../../../shared/domain/township/attachments/vocabulary.ts'
import { storeContent } from '../../../db/content-store.ts'
import { attachment } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { GuardedContext } from '../../app/guard.ts'
import { countRows, nextSeq, nextVersion, requireRow } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { evidenceOf } from './evidence.ts'
import { admitToOwner, type Owner } from './owner-guard.ts'
import type { OwnerKinds } from './owner-kind.ts'

/**
 * Takes a file in. Its content is on the disk, whole and lasting, before the row that names it is written; what a refusal or a
 * crash leaves there belongs to nobody and is cleared away later.
 */
export async function addAttachment(kinds: OwnerKinds, context: GuardedContext, { owner, file }: { readonly owner: Owner; readonly file: BinaryFile }) {
  const { app } = context
  const { guard, about } = admitToOwner(kinds, context, { meta: contract.attachments.add['~orpc'].meta, path: 'attachments.add' }, owner, 'toChange')
  const early = faultBeforeReading(file.name, file.size)
  if (early !== null) throw refused(file.name, early)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const checked = checkFile(file.name, bytes)
  if (checked.kind === 'refused') throw refused(file.name, checked.fault)
  requireOpen(kinds, guard.read, owner)
  requireRoom(guard.read, owner)
  const digest = storeContent(app.folder.attachments, app.keys, bytes)
  return guard.mutate({
    about,
    write(tx, now) {
      requireOpen(kinds, tx, owner)
      requireRoom(tx, owner)
      const id = app.environment.newId()
      tx.insert(attachment)
        .values({ id, seq: nextSeq(tx, attachment), ownerKind: owner.kind, ownerId: owner.id, name: checked.name, mime: checked.mime, bytes: bytes.length, digest, staffId: guard.actor.standing.staffId, actor: guard.actor.name, at: now })
        .run()
      return { id, version: 1 }
    },
    audit: ({ id }) => ({ subject: owner.id, detail: { id, kind: owner.kind, name: checked.name, bytes: bytes.length } }),
  })
}

interface Seen {
  readonly id: string
  readonly version: number
}

/** Into the 回收站; never what the record's log names as evidence. */
export function removeAttachment(kinds: OwnerKinds, context: GuardedContext, seen: Seen) {
  return change(kinds, context, seen, 'remove', (tx, row, now) => {
    if (row.removedAt !== null) throw new Refusal('not_found', { what: nouns.attachment })
    if (evidenceOf(tx, row.owner).has(row.id)) throw new Refusal('not_editable', { field: row.name, reason: attachmentFaults.evidence })
    return now
  })
}

/** Out of the 回收站. */
export function restoreAttachment(kinds: OwnerKinds, context: GuardedContext, seen: Seen) {
  return change(kinds, context, seen, 'restore', (tx, row) => {
    if (row.removedAt === null) throw new Refusal('changed_meanwhile')
    requireRoom(tx, row.owner)
    return null
  })
}

/** The row of an attachment with its owner. */
export function requireAttachment(read: Read, id: string) {
  const row = requireRow(read.select().from(attachment).where(eq(attachment.id, id)).get(), nouns.attachment)
  const owner: Owner = { kind: row.ownerKind, id: row.ownerId }
  return { ...row, owner }
}

type Row = ReturnType<typeof requireAttachment>

function change(kinds: OwnerKinds, context: GuardedContext, { id, version: seen }: Seen, act: 'remove' | 'restore', removedAt: (tx: Write, row: Row, now: string) => string | null) {
  const { owner } = requireAttachment(context.guard.read, id)
  const { guard, about } = admitToOwner(kinds, context, { meta: contract.attachments[act]['~orpc'].meta, path: `attachments.${act}` }, owner, 'toChange')
  return guard.mutate({
    about,
    write(tx, now) {
      const row = requireAttachment(tx, id)
      requireOpen(kinds, tx, owner)
      const version = nextVersion(row, seen)
      tx.update(attachment).set({ removedAt: removedAt(tx, row, now), version }).where(eq(attachment.id, id)).run()
      return { id, version, name: row.name }
    },
    audit: ({ name }) => ({ subject: owner.id, detail: { id, kind: owner.kind, name } }),
  })
}

function refused(name: string, fault: AttachmentFault): Refusal {
  return new Refusal('file_refused', { reason: attachmentSentence(name, fault), why: fault.kind })
}

function requireOpen(kinds: OwnerKinds, read: Read, owner: Owner): void {
  const state = kinds[owner.kind].fixedAs(read, owner.id)
  if (state !== null) throw new Refusal('not_in_state', { state, action: acts.changeAttachments })
}

function requireRoom(read: Read, { kind, id }: Owner): void {
  const standing = countRows(read, attachment, and(eq(attachment.ownerKind, kind), eq(attachment.ownerId, id), isNull(attachment.removedAt)))
  if (standing >= mostAttachments) throw new Refusal('file_refused', { reason: attachmentFaults.tooMany, why: 'tooMany' })
}
