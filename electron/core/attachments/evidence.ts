import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { taskLog } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { Owner } from './owner-guard.ts'

const evidence = z.array(z.string())

/** Ids of the attachments that the record's log names: the log is append-only, and so is what it points to. */
export function evidenceOf(read: Read, { kind, id }: Owner): ReadonlySet<string> {
  if (kind !== 'task') return new Set()
  const entries = read.select({ evidence: taskLog.evidence }).from(taskLog).where(eq(taskLog.taskId, id)).all()
  return new Set(entries.flatMap((entry) => evidence.parse(JSON.parse(entry.evidence))))
}
