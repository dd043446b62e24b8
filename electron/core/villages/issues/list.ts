import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { issueFilter, issueSortFields } from '../../../../shared/contract/villages/issues.ts'
import { issueSources, issueStates, satisfactions } from '../../../../shared/domain/villages/issues/codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { moduleTable, publicIssue, staff, village } from '../../../db/schema/index.ts'
import type { Guarded } from '../../app/guard.ts'
import { amongOrEmpty, filledWithin, placeIn, scannedWithin } from '../../app/list-sql.ts'
import { contains, foundBy } from '../../app/search-text.ts'
import { hasIssueLight, issueLightRank } from './light-sql.ts'
import { visibleIssues } from './visible.ts'
import { issueWaitsForAny } from './waiting-sql.ts'

type IssueFilter = z.infer<typeof issueFilter>
interface IssueSort {
  readonly field: (typeof issueSortFields)[number]
  readonly descending: boolean
}

export interface IssueQuery {
  readonly on: string
  readonly offset: number
  readonly limit: number
  readonly search?: string | undefined
  readonly sort: readonly IssueSort[]
  readonly filters: readonly IssueFilter[]
}

/** One page of the issues in the caller's view, and how many there are: filtered, ordered and cut by SQLite. */
export function pageOfIssues(guard: Guarded, query: IssueQuery) {
  const { read, actor } = guard
  const conditions = [
    query.search ? foundBy(query.search, [publicIssue.title, publicIssue.code, publicIssue.reporter], publicIssue.searchKey) : undefined,
    ...query.filters.map((filter) => conditionOf(guard, filter, query.on)),
  ]
  const where = scannedWithin(visibleIssues(read, actor), and(...conditions))
  const order = [...query.sort.flatMap((sort) => orderOf(sort, query.on)), desc(publicIssue.seq)]
  const rows = read.select().from(publicIssue).where(where).orderBy(...order).limit(query.limit).offset(query.offset).all()
  const isWhole = query.offset === 0 && rows.length < query.limit
  return { rows, total: isWhole ? rows.length : (read.select({ rows: count() }).from(publicIssue).where(where).get()?.rows ?? 0) }
}

function conditionOf(guard: Guarded, filter: IssueFilter, on: string): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      return textCondition(guard, filter)
    case 'days':
      return filledWithin(publicIssue[filter.field], filter.from, filter.to)
    case 'number':
      return and(filter.min === null ? undefined : gte(publicIssue[filter.field], filter.min), filter.max === null ? undefined : lte(publicIssue[filter.field], filter.max))
    case 'flag':
      return flagCondition(guard, filter.flag, on)
    case 'choice':
      return choiceCondition(filter, on)
    default:
      return assertNever(filter)
  }
}

function textCondition({ read }: Guarded, { field, contains: text }: Extract<IssueFilter, { kind: 'text' }>): SQL | undefined {
  if (field === 'title') return foundBy(text, [publicIssue.title], publicIssue.searchKey)
  if (field === 'handler') return inArray(publicIssue.handlerId, read.select({ id: staff.id }).from(staff).where(foundBy(text, [staff.name], staff.searchKey)))
  return contains(publicIssue[field], text)
}

function flagCondition({ read, actor }: Guarded, flag: Extract<IssueFilter, { kind: 'flag' }>['flag'], on: string): SQL | undefined {
  const { staffId } = actor.standing
  switch (flag) {
    case 'mine':
      return staffId === null ? sql`0` : or(eq(publicIssue.enteredBy, staffId), eq(publicIssue.handlerId, staffId))
    case 'overdue':
      return hasIssueLight('red', on)
    case 'waitingForMe':
      return issueWaitsForAny(read, actor.standing)
    default:
      return assertNever(flag)
  }
}

function choiceCondition(filter: Extract<IssueFilter, { kind: 'choice' }>, on: string): SQL | undefined {
  switch (filter.field) {
    case 'light':
      return or(...filter.oneOf.map((light) => hasIssueLight(light, on)))
    case 'state':
      return inArray(publicIssue.state, filter.oneOf)
    case 'source':
      return inArray(publicIssue.source, filter.oneOf)
    case 'village':
      return inArray(publicIssue.villageId, filter.oneOf)
    case 'satisfaction':
      return amongOrEmpty(publicIssue.satisfaction, filter.oneOf)
    case 'module':
      return amongOrEmpty(publicIssue.moduleId, filter.oneOf)
    case 'handler':
      return amongOrEmpty(publicIssue.handlerId, filter.oneOf)
    default:
      return assertNever(filter)
  }
}

/** Empty cells come last, whichever way a column is ordered. */
function orderOf({ field, descending }: IssueSort, on: string): readonly SQL[] {
  const direction = descending ? desc : asc
  switch (field) {
    case 'title':
      return [direction(publicIssue.searchKey)]
    case 'code':
      return [direction(publicIssue.seq)]
    case 'reportedOn':
    case 'reworks':
      return [direction(publicIssue[field])]
    case 'due':
    case 'resolvedOn':
    case 'closedOn':
      return [asc(isNull(publicIssue[field])), direction(publicIssue[field])]
    case 'source':
      return [direction(placeIn(publicIssue.source, issueSources))]
    case 'state':
      return [direction(placeIn(publicIssue.state, issueStates))]
    case 'satisfaction':
      return [asc(isNull(publicIssue.satisfaction)), direction(placeIn(publicIssue.satisfaction, satisfactions))]
    case 'light':
      return [direction(issueLightRank(on))]
    case 'village':
      return [direction(sql`(SELECT ${village.seq} FROM ${village} WHERE ${eq(village.id, publicIssue.villageId)})`)]
    case 'module':
      return [asc(isNull(publicIssue.moduleId)), direction(sql`(SELECT ${moduleTable.seq} FROM ${moduleTable} WHERE ${eq(moduleTable.id, publicIssue.moduleId)})`)]
    case 'handler':
      return [asc(isNull(publicIssue.handlerId)), direction(sql`(SELECT ${staff.searchKey} FROM ${staff} WHERE ${eq(staff.id, publicIssue.handlerId)})`)]
    default:
      return assertNever(field)
  }
}
