import { eq, sql } from 'drizzle-orm'
import { task, taskLog } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq } from '../../app/rows.ts'
import type { TaskRow } from './describe.ts'

/** What happens to a task beside its flow, as its log names it. */
export type SideAction = 'edit' | 'plan' | 'milestone' | 'convert' | 'askExtension' | 'extend' | 'refuseExtension' | 'withdrawExtension' | 'supervise' | 'reply' | 'returnReply' | 'settle' | 'inspect' | 'import' | 'undoImport'

/** Notes in the log what was done to a task without moving it in its flow. */
export function noteOnTask(tx: Write, app: App, guard: Guarded, now: string, row: TaskRow, action: SideAction, reason: string | null): void {
  tx.insert(taskLog)
    .values({ ...sideLine(guard, now, row, action, reason), id: app.environment.newId(), seq: nextSeq(tx, taskLog) })
    .run()
}

type Line = Omit<typeof taskLog.$inferInsert, 'id' | 'seq'>

/** The line of the log that tells what was done to a task without moving it in its flow. */
export function sideLine({ actor }: Guarded, at: string, { id, state }: Pick<TaskRow, 'id' | 'state'>, action: SideAction, reason: string | null): Line {
  return { taskId: id, at, staffId: actor.standing.staffId, actor: actor.name, action, fromState: state, toState: state, reason }
}

/** The line of the log that tells how a task came into the township other than by 拟稿. */
export function arrivalLine({ actor, now }: Guarded, { id, state }: Pick<TaskRow, 'id' | 'state'>, action: 'import'): Line {
  return { taskId: id, at: now, staffId: actor.standing.staffId, actor: actor.name, action, fromState: null, toState: state }
}

/** A new version of a task, beside which something changed that belongs to it. */
export function touchTask(tx: Write, id: string): void {
  tx.update(task).set({ version: sql`${task.version} + 1` }).where(eq(task.id, id)).run()
}
