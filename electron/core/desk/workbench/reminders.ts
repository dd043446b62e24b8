import { and, count } from 'drizzle-orm'
import { waitedIssueSteps } from '../../../../shared/domain/villages/issues/who.ts'
import { publicIssue, task } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { issueWaitsFor } from '../../villages/issues/waiting-sql.ts'
import { tasksInCharge } from '../../tasks/tasks/visible.ts'
import { waitsForAny } from '../../tasks/tasks/waiting-sql.ts'
import { rulingsWaiting } from './rulings-waiting.ts'
import { eventsWaiting } from './events-today.ts'
import { supervisionWaiting } from './supervision-waiting.ts'

/** How much waits for the caller, by kind: what the tab of the workbench counts and a notice of the system reminds of. */
export function reminders(guard: Guarded) {
  const { read, actor } = guard
  const view = viewFor(actor, 'task.work')
  const supervision = supervisionWaiting(guard, dayInChina(guard.now))
  const rulings = rulingsWaiting(guard, dayInChina(guard.now))
  return {
    tasks: view === null ? 0 : (read.select({ rows: count() }).from(task).where(and(waitsForAny(read, actor), tasksInCharge(read, view))).get()?.rows ?? 0),
    supervision: supervision.extensions.total + supervision.replies.total + supervision.settlements.total,
    records: eventsWaiting(guard).total,
    rulings: rulings.rulings.total + rulings.appeals.total,
    issues: viewFor(actor, 'issue.work') === null ? 0 : waitedIssueSteps.reduce((sum, step) => sum + (read.select({ rows: count() }).from(publicIssue).where(issueWaitsFor(read, actor.standing, step)).get()?.rows ?? 0), 0),
  }
}
