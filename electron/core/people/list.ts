import { and, asc, count, desc, eq, inArray, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { personFilter, personSortFields } from '../../../shared/contract/people/people.ts'
import { identities, sexes, staffStatuses, tracks } from '../../../shared/domain/people/codes.ts'
import { strokeOrder } from '../../../shared/domain/people/stroke-order.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { compareText } from '../../../shared/lib/text-order.ts'
import { assignment, leave, post, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { View } from '../app/access.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { amongOrEmpty, filledWithin, placeIn } from '../app/list-sql.ts'
import { contains, foundBy } from '../app/search-text.ts'
import { coversDay } from '../app/standing.ts'
import { staffOfModules } from './assignments.ts'
import type { StaffRow } from './describe.ts'

export type PersonFilter = z.infer<typeof personFilter>
export interface PersonSort {
  readonly field: (typeof personSortFields)[number]
  readonly descending: boolean
}

export interface PeopleQuery {
  readonly on: string
  readonly offset: number
  readonly limit: number
  readonly moduleId?: string | undefined
  readonly search?: string | undefined
  readonly sort: readonly PersonSort[]
  readonly filters: readonly PersonFilter[]
}

/** One page of the people in the caller's view, and how many there are. */
export function pageOfPeople(guard: Guarded, query: PeopleQuery): { readonly rows: readonly StaffRow[]; readonly total: number } {
  const { read } = guard
  const where = and(
    visibleStaff(read, guard.view, dayInChina(guard.now)),
    query.moduleId === undefined ? undefined : inArray(staff.id, staffOfModules(read, [query.moduleId], query.on)),
    query.search ? foundBy(query.search, [staff.name, staff.code, staff.phone], staff.searchKey) : undefined,
    ...query.filters.map((filter) => conditionOf(read, filter, query.on)),
  )
  if (query.sort.some(({ field }) => field === 'stroke')) return pageByStrokes(read, where, query)
  const order = query.sort.flatMap((sort) => keysOf(sort).map(({ key, descending }) => (descending ? desc(key) : asc(key))))
  const rows = read.select().from(staff).where(where).orderBy(...order, asc(staff.seq)).limit(query.limit).offset(query.offset).all()
  return { rows, total: read.select({ rows: count() }).from(staff).where(where).get()?.rows ?? 0 }
}

/** The people in a view: oneself and those of one's modules today. */
export function visibleStaff(read: Read, view: View, today: string): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : eq(staff.id, view.staffId)
  return or(own, inArray(staff.id, staffOfModules(read, view.modules, today)))
}

function conditionOf(read: Read, filter: PersonFilter, on: string): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      if (filter.field === 'name') return foundBy(filter.contains, [staff.name], staff.searchKey)
      return filter.field === 'post' ? inArray(staff.id, inPostCalled(read, filter.contains, on)) : contains(staff[filter.field], filter.contains)
    case 'days':
    case 'months':
      return filledWithin(staff[filter.field], filter.from, filter.to)
    case 'flag':
      return flagCondition(read, filter.flag, on)
    case 'choice':
      return choiceCondition(read, filter, on)
    default:
      return assertNever(filter)
  }
}

function inPostCalled(read: Read, name: string, on: string) {
  return read
    .select({ id: assignment.staffId })
    .from(assignment)
    .innerJoin(post, eq(post.id, assignment.postId))
    .where(and(contains(post.name, name), coversDay(assignment.from, assignment.to, on)))
}

function onLeave(read: Read, on: string) {
  return read.select({ id: leave.staffId }).from(leave).where(coversDay(leave.from, leave.to, on))
}

function flagCondition(read: Read, flag: Extract<PersonFilter, { kind: 'flag' }>['flag'], on: string): SQL | undefined {
  const hasLeft = sql`${staff.leftOn} IS NOT NULL AND ${lt(staff.leftOn, on)}`
  switch (flag) {
    case 'onLeave':
      return inArray(staff.id, onLeave(read, on))
    case 'left':
      return hasLeft
    case 'present':
      return sql`NOT (${hasLeft})`
    case 'unassigned':
      return not(inArray(staff.id, read.select({ id: assignment.staffId }).from(assignment).where(coversDay(assignment.from, assignment.to, on))))
    default:
      return assertNever(flag)
  }
}

function choiceCondition(read: Read, filter: Extract<PersonFilter, { kind: 'choice' }>, on: string): SQL | undefined {
  switch (filter.field) {
    case 'sex':
      return amongOrEmpty(staff.sex, filter.oneOf)
    case 'identity':
      return inArray(staff.identity, filter.oneOf)
    case 'track':
      return inArray(staff.track, filter.oneOf)
    case 'status':
      return inArray(staff.status, filter.oneOf)
    case 'module':
      return inArray(staff.id, staffOfModules(read, filter.oneOf, on))
    case 'leave':
      return inArray(staff.id, read.select({ id: leave.staffId }).from(leave).where(and(inArray(leave.kind, filter.oneOf), coversDay(leave.from, leave.to, on))))
    default:
      return assertNever(filter)
  }
}

interface OrderKey {
  readonly key: SQL | SQLiteColumn
  readonly descending: boolean
}

/** What a column is ordered by; empty cells come last, whichever way. */
function keysOf({ field, descending }: PersonSort): readonly OrderKey[] {
  switch (field) {
    case 'stroke':
      return [{ key: staff.name, descending }]
    case 'name':
      return [{ key: staff.searchKey, descending }]
    case 'code':
      return [{ key: sql`length(${staff.code})`, descending }, { key: staff.code, descending }]
    case 'identity':
      return [{ key: placeIn(staff.identity, identities), descending }]
    case 'track':
      return [{ key: placeIn(staff.track, tracks), descending }]
    case 'status':
      return [{ key: placeIn(staff.status, staffStatuses), descending }]
    case 'sex':
      return [{ key: isNull(staff.sex), descending: false }, { key: placeIn(staff.sex, sexes), descending }]
    case 'birthMonth':
    case 'political':
    case 'sendingUnit':
    case 'rankTitle':
    case 'pool':
    case 'workStart':
    case 'joinedOn':
      return [{ key: isNull(staff[field]), descending: false }, { key: staff[field], descending }]
    default:
      return assertNever(field)
  }
}

/** SQLite cannot count strokes: the keys of all rows are ordered here, and only the page is read whole. A township has some hundred people. */
function pageByStrokes(read: Read, where: SQL | undefined, query: PeopleQuery) {
  const byStrokes = strokeOrder()
  const columns = query.sort.flatMap((sort) => keysOf(sort).map(({ key, descending }) => ({ key, descending, compare: sort.field === 'stroke' ? byStrokes : compareText })))
  const values = columns.map(({ key }) => read.select({ value: sql<string | number | null>`${key}` }).from(staff).where(where).orderBy(asc(staff.seq)).all())
  const ids = read.select({ id: staff.id }).from(staff).where(where).orderBy(asc(staff.seq)).all()
  const ordered = ids
    .map(({ id }, place) => ({ id, keys: values.map((column) => column[place]?.value ?? null) }))
    .sort((a, b) => columns.reduce((order, { descending, compare }, index) => order || (descending ? -1 : 1) * compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, compare), 0))
    .slice(query.offset, query.offset + query.limit)
    .map(({ id }) => id)
  const rows = new Map(read.select().from(staff).where(inArray(staff.id, ordered)).all().map((row) => [row.id, row]))
  return { rows: ordered.flatMap((id) => rows.get(id) ?? []), total: ids.length }
}

function compareKeys(a: string | number | null, b: string | number | null, compare: (a: string, b: string) => number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compare(String(a ?? ''), String(b ?? ''))
}
