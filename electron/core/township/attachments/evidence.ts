import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { attachment, taskLog } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { nouns } from '../../app/vocabulary.ts'
import type { Owner } from './owner-guard.ts'

const evidence = z.array(z.string())

/** Ids of the attachments that the record's log names: the log is append-only, and so is what it points to. */
export function evidenceOf(read: Read, { kind, id }: Owner): ReadonlySet<string> {
  if (kind !== 'task') return new Set()
  const entries = read.select({ evidence: taskLog.evidence }).from(taskLog).where(eq(taskLog.taskId, id)).all()
  return new Set(entries.flatMap((entry) => evidence.parse(JSON.parse(entry.evidence))))
}

/** Refuses as evidence what is no attachment of the task, or lies in the 回收站. */
export function requireEvidence(read: Read, taskId: string, ids: readonly string[]): void {
  if (ids.length === 0) return
  const standing = read.select({ id: attachment.id }).from(attachment).where(and(eq(attachment.ownerKind, 'task'), eq(attachment.ownerId, taskId), inArray(attachment.id, [...ids]), isNull(attachment.removedAt))).all()
  if (standing.length < new Set(ids).size) throw new Refusal('not_found', { what: nouns.evidence })
}
