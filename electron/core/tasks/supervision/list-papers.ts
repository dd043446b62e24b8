import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { paperFilter, paperSortFields } from '../../../../shared/contract/tasks/supervision.ts'
import { supervisionLevels, type SupervisionState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { supervision, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Guarded } from '../../app/guard.ts'
import { filledWithin, placeIn } from '../../app/list-sql.ts'
import { contains } from '../../app/search-text.ts'
import { aboutFound, aboutHolds, aboutOrder, isActorCalled, whereAbout, type AboutQuery } from './about-sql.ts'

type PaperFilter = z.infer<typeof paperFilter>

export interface PapersQuery extends AboutQuery {
  readonly offset: number
  readonly limit: number
  readonly state?: SupervisionState | undefined
  readonly search?: string | undefined
  readonly sort: readonly { readonly field: (typeof paperSortFields)[number]; readonly descending: boolean }[]
  readonly filters: readonly PaperFilter[]
}

/** What waits for 了结 comes first, then what waits for a reply. */
const stateOrder = ['answered', 'issued', 'settled'] as const satisfies readonly SupervisionState[]

/** One page of the 督办单 in the caller's view, and how many there are: filtered, ordered and cut by SQLite. */
export function pageOfPapers(guard: Guarded, query: PapersQuery) {
  const { read } = guard
  const where = whereAbout(guard, supervision.taskId, query, [
    query.state === undefined ? undefined : eq(supervision.state, query.state),
    ...query.filters.map((filter) => conditionOf(read, filter)),
    query.search ? aboutFound(read, query.search, [supervision.docNo, supervision.code]) : undefined,
  ])
  const order = query.sort.length === 0 ? [asc(placeIn(supervision.state, stateOrder))] : query.sort.flatMap((sort) => orderOf(read, sort))
  const rows = read.select({ row: supervision }).from(supervision).innerJoin(task, eq(task.id, supervision.taskId)).where(where).orderBy(...order, desc(supervision.seq)).limit(query.limit).offset(query.offset).all()
  const isWhole = query.offset === 0 && rows.length < query.limit
  return { rows: rows.map(({ row }) => row), total: isWhole ? rows.length : (read.select({ rows: count() }).from(supervision).innerJoin(task, eq(task.id, supervision.taskId)).where(where).get()?.rows ?? 0) }
}

function conditionOf(read: Read, filter: PaperFilter): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      return textCondition(read, filter)
    case 'days':
      return filledWithin(filter.field === 'due' ? task.due : supervision[filter.field], filter.from, filter.to)
    case 'blank':
      return filter.isBlank ? isNull(supervision[filter.field]) : isNotNull(supervision[filter.field])
    case 'choice':
      return filter.field === 'level' ? inArray(supervision.level, filter.oneOf) : inArray(supervision.state, filter.oneOf)
    default:
      return assertNever(filter)
  }
}

function textCondition(read: Read, { field, contains: text }: Extract<PaperFilter, { kind: 'text' }>): SQL | undefined {
  switch (field) {
    case 'docNo':
      return or(contains(supervision.docNo, text), and(isNull(supervision.docNo), contains(supervision.code, text)))
    case 'reply':
      return contains(supervision.reply, text)
    case 'issuedBy':
      return isActorCalled(read, supervision.issuedBy, text)
    default:
      return aboutHolds(read, field, text)
  }
}

function orderOf(read: Read, { field, descending }: PapersQuery['sort'][number]): readonly SQL[] {
  const direction = descending ? desc : asc
  switch (field) {
    case 'docNo':
      return [direction(sql`coalesce(${supervision.docNo}, ${supervision.code})`)]
    case 'level':
      return [direction(placeIn(supervision.level, supervisionLevels))]
    case 'state':
      return [direction(placeIn(supervision.state, stateOrder))]
    case 'issuedOn':
    case 'replyDue':
      return [direction(supervision[field])]
    default:
      return [direction(aboutOrder(read, field))]
  }
}
