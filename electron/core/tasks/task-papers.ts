import { and, eq, inArray, ne } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { deduction, supervision } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import type { TaskRow } from './describe.ts'

function openPapers(read: Read, taskId: string) {
  return read.select().from(supervision).where(and(eq(supervision.taskId, taskId), ne(supervision.state, 'settled'))).all()
}

/** 销号 comes after every 督办单 on the task has been settled. */
export function requireSettled(read: Read, taskId: string): void {
  const { length } = openPapers(read, taskId)
  if (length > 0) throw new Refusal('supervision_open', { count: length })
}

/** A task that is revoked takes its 督办单 along, and the deductions of them that nobody has approved. */
export function dropPapers(tx: Write, taskId: string, today: string, actor: string): Partial<TaskRow> {
  for (const paper of openPapers(tx, taskId)) {
    tx.update(supervision).set({ state: 'settled', settledOn: today, settledBy: actor, version: paper.version + 1 }).where(eq(supervision.id, paper.id)).run()
    tx.update(deduction).set({ state: 'rejected' }).where(and(eq(deduction.origin, `supervision:${paper.id}`), inArray(deduction.state, ['declared', 'verified']))).run()
  }
  return {}
}
