import { and, count, desc, eq, gt } from 'drizzle-orm'
import { auditEntry, task, taskLog } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { scanned } from '../../app/list-sql.ts'
import { tasksInCharge } from '../../tasks/tasks/visible.ts'

/**
 * 上次登录以来: when the caller logged in the time before this one, by the audit log, and how many steps others have taken since on
 * tasks that are his or his modules'. Null for who logs in for the first time.
 */
export function sinceLastLook({ read, actor }: Guarded): { readonly at: string; readonly changes: number } | null {
  const view = viewFor(actor, 'task.work')
  const [, before] = read.select({ at: auditEntry.at }).from(auditEntry).where(and(eq(auditEntry.action, 'session.login'), eq(auditEntry.actor, actor.name))).orderBy(desc(auditEntry.seq)).limit(2).all()
  if (view === null || before === undefined) return null
  const where = and(gt(taskLog.at, before.at), scanned(tasksInCharge(read, view)))
  const rows = read.select({ steps: count(), actor: taskLog.actor }).from(taskLog).innerJoin(task, eq(task.id, taskLog.taskId)).where(where).groupBy(taskLog.actor).all()
  return { at: before.at, changes: rows.filter((row) => row.actor !== actor.name).reduce((sum, { steps }) => sum + steps, 0) }
}
