import { and, asc, between, desc, eq, inArray, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import { contract } from '../../../../shared/contract/index.ts'
import type { meetingFilter, meetingSortFields } from '../../../../shared/contract/tasks/meetings.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { account, accountRole, meeting, moduleTable, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { filledWithin } from '../../app/list-sql.ts'
import { countRows } from '../../app/rows.ts'
import { contains, foundBy } from '../../app/search-text.ts'
import { aboutMeeting, type MeetingRow } from './subject.ts'

type MeetingFilter = z.infer<typeof meetingFilter>

export interface MeetingQuery {
  readonly offset: number
  readonly limit: number
  readonly search?: string | undefined
  readonly sort: readonly { readonly field: (typeof meetingSortFields)[number]; readonly descending: boolean }[]
  readonly filters: readonly MeetingFilter[]
}

const allower = alias(staff, 'allower')

/** One page of the meetings of the township, and how many there are. A meeting is no secret: whoever keeps registers sees all. */
export function pageOfMeetings(guard: Guarded, query: MeetingQuery) {
  const { read } = guard
  const today = dayInChina(guard.now)
  const where = and(query.search ? foundAnywhere(read, query.search) : undefined, ...query.filters.map((filter) => conditionOf(read, filter, today)))
  const isAscending = query.sort[0]?.field === 'date' && !query.sort[0].descending
  const direction = isAscending ? asc : desc
  const order = [...query.sort.map(({ field, descending }) => (descending ? desc : asc)(orderOf(field))), direction(meeting.date), direction(sql`ifnull(${meeting.time}, '')`), direction(meeting.seq)]
  const rows = meetingRows(read, where, order, query)
  const isWhole = query.offset === 0 && rows.length < query.limit
  return { rows: rows.map(({ row, names }) => ({ ...row, ...names, editable: mayEdit(guard, row) })), total: isWhole ? rows.length : countRows(read, meeting, where) }
}

/** The meetings of some days that were not cancelled, by day and time. */
export function standingMeetings(read: Read, { from, to }: { readonly from: string; readonly to: string }) {
  const where = and(isNull(meeting.cancelledReason), between(meeting.date, from, to))
  const rows = meetingRows(read, where, [asc(meeting.date), asc(sql`ifnull(${meeting.time}, '')`), asc(meeting.seq)], { offset: 0, limit: -1 })
  return rows.map(({ row, names }) => ({ ...row, ...names }))
}

function meetingRows(read: Read, where: SQL | undefined, order: readonly SQL[], { offset, limit }: Pick<MeetingQuery, 'offset' | 'limit'>) {
  return read
    .select({ row: meeting, names: { moduleName: moduleTable.name, convenerCode: staff.code, convenerName: staff.name, exceptionByName: allower.name } })
    .from(meeting)
    .innerJoin(moduleTable, eq(moduleTable.id, meeting.moduleId))
    .leftJoin(staff, eq(staff.id, meeting.convenerId))
    .leftJoin(allower, eq(allower.id, meeting.exceptionBy))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .all()
}

function mayEdit({ actor }: Guarded, row: MeetingRow): boolean {
  return row.cancelledReason === null && accessFault(actor, contract.meetings.edit['~orpc'].meta, aboutMeeting(actor, row)) === null
}

/** The 党政正职: by 考核类别, or by the role of their account. */
export function listPrincipals(read: Read) {
  return read
    .select({ id: staff.id, code: staff.code, name: staff.name })
    .from(staff)
    .where(and(isPrincipalRow(read), isNull(staff.leftOn)))
    .orderBy(asc(staff.seq))
    .all()
}

export function isPrincipal(read: Read, staffId: string): boolean {
  return read.select({ id: staff.id }).from(staff).where(and(eq(staff.id, staffId), isPrincipalRow(read))).get() !== undefined
}

function isPrincipalRow(read: Read): SQL | undefined {
  const byRole = read.select({ id: account.staffId }).from(account).innerJoin(accountRole, eq(accountRole.accountId, account.id)).where(and(eq(accountRole.role, 'principal'), isNotNull(account.staffId)))
  return or(eq(staff.track, 'excluded'), inArray(staff.id, byRole))
}

function peopleCalled(read: Read, name: string) {
  return read.select({ id: staff.id }).from(staff).where(foundBy(name, [staff.name], staff.searchKey))
}

function foundAnywhere(read: Read, text: string): SQL | undefined {
  return or(contains(meeting.title, text), contains(meeting.place, text), contains(meeting.attendees, text), inArray(meeting.convenerId, peopleCalled(read, text)))
}

function conditionOf(read: Read, filter: MeetingFilter, today: string): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      return filter.field === 'convener' ? inArray(meeting.convenerId, peopleCalled(read, filter.contains)) : contains(meeting[filter.field], filter.contains)
    case 'days':
      return filledWithin(meeting[filter.field], filter.from, filter.to)
    case 'flag':
      return flagCondition(filter.flag, today)
    case 'choice':
      return inArray(meeting.moduleId, filter.oneOf)
    default:
      return assertNever(filter)
  }
}

function flagCondition(flag: Extract<MeetingFilter, { kind: 'flag' }>['flag'], today: string): SQL | undefined {
  switch (flag) {
    case 'cancelled':
      return isNotNull(meeting.cancelledReason)
    case 'withException':
      return isNotNull(meeting.exceptionReason)
    case 'withoutMinutes':
      return and(isNull(meeting.minutes), isNull(meeting.cancelledReason), lte(meeting.date, today))
    default:
      return assertNever(flag)
  }
}

function orderOf(field: MeetingQuery['sort'][number]['field']): SQL {
  switch (field) {
    case 'date':
    case 'title':
    case 'place':
      return sql`${meeting[field]}`
    case 'module':
      return sql`(SELECT m.seq FROM ${moduleTable} AS m WHERE m.id = ${meeting.moduleId})`
    case 'convener':
      return sql`(SELECT s.search_key FROM ${staff} AS s WHERE s.id = ${meeting.convenerId})`
    default:
      return assertNever(field)
  }
}
