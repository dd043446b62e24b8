import { and, asc, count, eq, gte, lt, notExists, or, sql, type SQL } from 'drizzle-orm'
import { contract } from '../../../shared/contract/index.ts'
import { daysOverdue, proposedSupervision, supervisionAfter } from '../../../shared/domain/tasks/supervision.ts'
import { dayNumber, dayText } from '../../../shared/lib/calendar-day.ts'
import { supervision, task } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { accessFault } from '../app/access.ts'
import type { Guarded } from '../app/guard.ts'
import { subjectOfStep } from '../tasks/describe.ts'
import { hasLight } from '../tasks/light-sql.ts'
import { tasksAbout } from './about-tasks.ts'

export interface ProposalsInput {
  readonly on: string
  readonly offset: number
  readonly limit: number
  readonly moduleId?: string | undefined
}

/** shared/domain/tasks/supervision.ts as a condition on `task`: its light proposes a 督办单 on a day. A test holds the two against each other. */
export function isProposed(read: Read, today: string): SQL | undefined {
  const late = (days: number) => dayText(dayNumber(today) - days)
  const issued = (level?: 'red') =>
    read
      .select({ one: sql`1` })
      .from(supervision)
      .where(and(eq(supervision.taskId, task.id), sql`${supervision.issuedOn} > ${task.due}`, level === undefined ? undefined : eq(supervision.level, level)))
  return and(
    hasLight('red', today),
    or(
      and(lt(task.due, late(supervisionAfter.red)), notExists(issued('red'))),
      and(lt(task.due, late(supervisionAfter.yellow)), gte(task.due, late(supervisionAfter.red)), notExists(issued())),
    ),
  )
}

/** Tasks whose light proposes a 督办单, the longest overdue first. */
export function listProposals({ read, actor }: Guarded, { on, offset, limit, moduleId }: ProposalsInput) {
  const where = and(isProposed(read, on), moduleId === undefined ? undefined : eq(task.moduleId, moduleId))
  const rows = read.select().from(task).where(where).orderBy(asc(task.due), asc(task.seq)).limit(limit).offset(offset).all()
  const about = tasksAbout(read, rows.map(({ id }) => id))
  return {
    rows: rows.flatMap((row) => {
      const of = about.get(row.id)
      const level = proposedSupervision({ ...row, supervisions: supervisionsOf(read, row.id) }, on)
      if (of === undefined || level === null) return []
      const mayIssue = accessFault(actor, contract.supervisions.issue['~orpc'].meta, subjectOfStep(row, of.parties.map(({ staffId }) => staffId), actor.standing.staffId)) === null
      return [{ ...of.line, level, daysOverdue: daysOverdue(row, on), mayIssue }]
    }),
    total: read.select({ rows: count() }).from(task).where(where).get()?.rows ?? 0,
  }
}

function supervisionsOf(read: Read, taskId: string) {
  return read.select({ level: supervision.level, issuedOn: supervision.issuedOn }).from(supervision).where(eq(supervision.taskId, taskId)).all()
}
