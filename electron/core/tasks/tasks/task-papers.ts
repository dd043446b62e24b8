import { and, eq, inArray, ne } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { deduction, extension, supervision } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import type { TaskRow } from './describe.ts'
import { noteOnTask } from './task-log.ts'
import { extensionText, withdrawnText } from './vocabulary.ts'

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

/** An extension that nobody has decided goes with the step after which none could be granted; `row` is the task as that step left it. */
export function withdrawExtension(tx: Write, app: App, guard: Guarded, now: string, row: TaskRow): void {
  for (const asked of tx.select().from(extension).where(and(eq(extension.taskId, row.id), eq(extension.state, 'asked'))).all()) {
    const answer = withdrawnText(taskStateNames[row.state])
    tx.update(extension).set({ state: 'withdrawn', decidedBy: guard.actor.name, decidedAt: now, answer, version: asked.version + 1 }).where(eq(extension.id, asked.id)).run()
    noteOnTask(tx, app, guard, now, row, 'withdrawExtension', extensionText(asked.fromDue, asked.toDue, answer))
  }
}
