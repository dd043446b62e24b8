import { eq, sql } from 'drizzle-orm'
import { task, taskLog } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq } from '../app/rows.ts'
import type { TaskRow } from './describe.ts'

/** What happens to a task beside its flow, as its log names it. */
export type SideAction = 'edit' | 'plan' | 'milestone' | 'convert' | 'askExtension' | 'extend' | 'refuseExtension' | 'withdrawExtension' | 'supervise' | 'reply' | 'returnReply' | 'settle' | 'inspect' | 'import' | 'undoImport'

/** Notes in the log what was done to a task without moving it in its flow. */
export function noteOnTask(tx: Write, app: App, guard: Guarded, now: string, row: TaskRow, action: SideAction, reason: string | null): void {
  tx.insert(taskLog)
    .values({ id: app.environment.newId(), seq: nextSeq(tx, taskLog), taskId: row.id, at: now, staffId: guard.actor.standing.staffId, actor: guard.actor.name, action, fromState: row.state, toState: row.state, reason })
    .run()
}

/** Notes in the log how a task came into the township other than by 拟稿. Returns the id of the line. */
export function noteArrival(tx: Write, app: App, guard: Guarded, row: Pick<TaskRow, 'id' | 'state'>, action: 'import'): string {
  const id = app.environment.newId()
  tx.insert(taskLog)
    .values({ id, seq: nextSeq(tx, taskLog), taskId: row.id, at: guard.now, staffId: guard.actor.standing.staffId, actor: guard.actor.name, action, fromState: null, toState: row.state })
    .run()
  return id
}

/** A new version of a task, beside which something changed that belongs to it. */
export function touchTask(tx: Write, id: string): void {
  tx.update(task).set({ version: sql`${task.version} + 1` }).where(eq(task.id, id)).run()
}
