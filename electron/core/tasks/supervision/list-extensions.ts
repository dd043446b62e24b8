import { and, asc, count, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { extensionFilter, extensionSortFields } from '../../../../shared/contract/tasks/supervision.ts'
import { extensionStates, type ExtensionState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { extension, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Guarded } from '../../app/guard.ts'
import { filledWithin, placeIn } from '../../app/list-sql.ts'
import { contains } from '../../app/search-text.ts'
import { aboutFound, aboutHolds, aboutOrder, isActorCalled, whereAbout, type AboutQuery } from './about-sql.ts'

type ExtensionFilter = z.infer<typeof extensionFilter>

export interface ExtensionsQuery extends AboutQuery {
  readonly offset: number
  readonly limit: number
  readonly state?: ExtensionState | undefined
  readonly search?: string | undefined
  readonly sort: readonly { readonly field: (typeof extensionSortFields)[number]; readonly descending: boolean }[]
  readonly filters: readonly ExtensionFilter[]
}

/** How many the task has been granted. Each task has few, a state has many: the unary plus keeps the index of states out of it. */
const granted = sql`(SELECT count(*) FROM ${extension} AS of_task WHERE of_task.task_id = ${task.id} AND +of_task.state = 'granted')`

/** One page of the 延期 in the caller's view, and how many there are: filtered, ordered and cut by SQLite. */
export function pageOfExtensions(guard: Guarded, query: ExtensionsQuery) {
  const { read } = guard
  const where = whereAbout(guard, extension.taskId, query, [
    query.state === undefined ? undefined : eq(extension.state, query.state),
    ...query.filters.map((filter) => conditionOf(read, filter)),
    query.search ? aboutFound(read, query.search, [extension.reason]) : undefined,
  ])
  const order = query.sort.length === 0 ? [asc(placeIn(extension.state, extensionStates))] : query.sort.flatMap((sort) => orderOf(read, sort))
  const rows = read.select({ row: extension }).from(extension).innerJoin(task, eq(task.id, extension.taskId)).where(where).orderBy(...order, desc(extension.seq)).limit(query.limit).offset(query.offset).all()
  const isWhole = query.offset === 0 && rows.length < query.limit
  return { rows: rows.map(({ row }) => row), total: isWhole ? rows.length : (read.select({ rows: count() }).from(extension).innerJoin(task, eq(task.id, extension.taskId)).where(where).get()?.rows ?? 0) }
}

function conditionOf(read: Read, filter: ExtensionFilter): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      return textCondition(read, filter)
    case 'days':
      return filledWithin(extension[filter.field], filter.from, filter.to)
    case 'number':
      return and(filter.min === null ? undefined : gte(granted, filter.min), filter.max === null ? undefined : lte(granted, filter.max))
    case 'choice':
      return inArray(extension.state, filter.oneOf)
    default:
      return assertNever(filter)
  }
}

function textCondition(read: Read, { field, contains: text }: Extract<ExtensionFilter, { kind: 'text' }>): SQL | undefined {
  switch (field) {
    case 'reason':
    case 'answer':
      return contains(extension[field], text)
    case 'askedBy':
    case 'decidedBy':
      return isActorCalled(read, extension[field], text)
    default:
      return aboutHolds(read, field, text)
  }
}

function orderOf(read: Read, { field, descending }: ExtensionsQuery['sort'][number]): readonly SQL[] {
  const direction = descending ? desc : asc
  switch (field) {
    case 'state':
      return [direction(placeIn(extension.state, extensionStates))]
    case 'fromDue':
    case 'toDue':
    case 'askedAt':
      return [direction(extension[field])]
    case 'granted':
      return [direction(granted)]
    default:
      return [direction(aboutOrder(read, field))]
  }
}
