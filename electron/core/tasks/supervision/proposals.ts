import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { contract } from '../../../../shared/contract/index.ts'
import type { proposalFilter, proposalSortFields } from '../../../../shared/contract/tasks/supervision.ts'
import { daysOverdue, proposedSupervision, supervisionAfter } from '../../../../shared/domain/tasks/supervision/supervision.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { supervision, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { filledWithin } from '../../app/list-sql.ts'
import { contains } from '../../app/search-text.ts'
import { subjectOfStep } from '../tasks/describe.ts'
import { hasLight } from '../tasks/light-sql.ts'
import { aboutFound, aboutHolds, aboutOrder } from './about-sql.ts'
import { tasksAbout } from './about-tasks.ts'

type ProposalFilter = z.infer<typeof proposalFilter>

export interface ProposalsInput {
  readonly on: string
  readonly offset: number
  readonly limit: number
  readonly moduleId?: string | undefined
  readonly search?: string | undefined
  readonly sort: readonly { readonly field: (typeof proposalSortFields)[number]; readonly descending: boolean }[]
  readonly filters: readonly ProposalFilter[]
}

/** shared/domain/tasks/supervision/supervision.ts as a condition on `task`: its light proposes a 督办单 on a day. A test holds the two against each other. */
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

/** Tasks whose light proposes a 督办单, filtered, ordered and cut by SQLite; without another order the longest overdue first. */
export function listProposals({ read, actor }: Guarded, { on, offset, limit, moduleId, search, sort, filters }: ProposalsInput) {
  const where = and(
    isProposed(read, on),
    moduleId === undefined ? undefined : eq(task.moduleId, moduleId),
    ...filters.map((filter) => conditionOf(read, filter, on)),
    search ? aboutFound(read, search, []) : undefined,
  )
  const ids = read.select({ id: task.id }).from(task).where(where).orderBy(...sort.flatMap((each) => orderOf(read, each)), asc(task.due), asc(task.seq)).limit(limit).offset(offset).all().map(({ id }) => id)
  const about = tasksAbout(read, ids)
  const issued = supervisionsOf(read, ids)
  const isWhole = offset === 0 && ids.length < limit
  return {
    rows: ids.flatMap((id) => {
      const of = about.get(id)
      const level = of === undefined ? null : proposedSupervision({ ...of.row, supervisions: issued.get(id) ?? [] }, on)
      if (of === undefined || level === null) return []
      const mayIssue = accessFault(actor, contract.supervisions.issue['~orpc'].meta, subjectOfStep(of.row, of.parties.map(({ staffId }) => staffId), actor.standing.staffId)) === null
      return [{ ...of.line, level, daysOverdue: daysOverdue(of.row, on), mayIssue }]
    }),
    total: isWhole ? ids.length : (read.select({ rows: count() }).from(task).where(where).get()?.rows ?? 0),
  }
}

function conditionOf(read: Read, filter: ProposalFilter, on: string): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      return filter.field === 'docNo' ? or(contains(task.docNo, filter.contains), and(isNull(task.docNo), contains(task.code, filter.contains))) : aboutHolds(read, filter.field, filter.contains)
    case 'days':
      return filledWithin(task.due, filter.from, filter.to)
    case 'number': {
      const late = sql`CAST(julianday(${on}) - julianday(${task.due}) AS INTEGER)`
      return and(filter.min === null ? undefined : gte(late, filter.min), filter.max === null ? undefined : lte(late, filter.max))
    }
    case 'choice': {
      const red = dayText(dayNumber(on) - supervisionAfter.red)
      return or(...filter.oneOf.map((level) => (level === 'red' ? lt(task.due, red) : gte(task.due, red))))
    }
    default:
      return assertNever(filter)
  }
}

/** The longest overdue are the first due; what is proposed red is longer overdue than what is proposed yellow. */
function orderOf(read: Read, { field, descending }: ProposalsInput['sort'][number]): readonly SQL[] {
  const direction = descending ? desc : asc
  switch (field) {
    case 'level':
    case 'daysOverdue':
      return [descending ? asc(task.due) : desc(task.due)]
    case 'docNo':
      return [direction(sql`coalesce(${task.docNo}, ${task.code})`)]
    default:
      return [direction(aboutOrder(read, field))]
  }
}

function supervisionsOf(read: Read, taskIds: readonly string[]) {
  const rows = read.select({ taskId: supervision.taskId, level: supervision.level, issuedOn: supervision.issuedOn }).from(supervision).where(inArray(supervision.taskId, [...taskIds])).all()
  return Map.groupBy(rows, ({ taskId }) => taskId)
}
