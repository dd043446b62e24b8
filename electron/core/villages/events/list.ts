import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { eventActions, eventFilter, eventSortFields } from '../../../../shared/contract/villages/events.ts'
import { contract } from '../../../../shared/contract/index.ts'
import { eventStates } from '../../../../shared/domain/villages/villages/codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { serviceEvent, staff, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { filledWithin, placeIn } from '../../app/list-sql.ts'
import { countRows } from '../../app/rows.ts'
import { contains, foundBy } from '../../app/search-text.ts'
import { isDayOpen } from '../../plans/periods.ts'
import { subjectsOfDoers, subjectsOfEvents, waitsAgain, type EventRow } from './subject.ts'
import { eventsReturnedTo, eventsWaitingFor, visibleEvents } from './visible.ts'

type EventFilter = z.infer<typeof eventFilter>
type EventAction = (typeof eventActions)[number]

export interface EventQuery {
  readonly offset: number
  readonly limit: number
  readonly search?: string | undefined
  readonly sort: readonly { readonly field: (typeof eventSortFields)[number]; readonly descending: boolean }[]
  readonly filters: readonly EventFilter[]
}

const verifier = alias(staff, 'verifier')

/** One page of the records in the caller's view, and how many there are: filtered, ordered and cut by SQLite. */
export function pageOfEvents(guard: Guarded, query: EventQuery) {
  const { read } = guard
  const where = and(visibleEvents(read, guard.view, dayInChina(guard.now)), query.search ? foundAnywhere(read, query.search) : undefined, ...query.filters.map((filter) => conditionOf(guard, filter)))
  const order = [...query.sort.map(({ field, descending }) => (descending ? desc : asc)(orderOf(field))), desc(serviceEvent.date), desc(serviceEvent.seq)]
  const ids = read.select({ id: serviceEvent.id }).from(serviceEvent).where(where).orderBy(...order).limit(query.limit).offset(query.offset).all().map(({ id }) => id)
  const rows = new Map(rowsOf(read, ids).map((row) => [row.event.id, row]))
  const actionsOf = allowedActions(guard)
  const isWhole = query.offset === 0 && ids.length < query.limit
  return {
    rows: ids.flatMap((id) => {
      const row = rows.get(id)
      return row === undefined ? [] : [{ ...row.event, ...row.names, allowed: actionsOf(row.event) }]
    }),
    total: isWhole ? ids.length : countRows(read, serviceEvent, where),
  }
}

function rowsOf(read: Read, ids: readonly string[]) {
  return read
    .select({ event: serviceEvent, names: { staffCode: staff.code, staffName: staff.name, villageName: village.name, verifierName: verifier.name } })
    .from(serviceEvent)
    .innerJoin(staff, eq(staff.id, serviceEvent.staffId))
    .innerJoin(village, eq(village.id, serviceEvent.villageId))
    .leftJoin(verifier, eq(verifier.id, serviceEvent.verifiedBy))
    .where(inArray(serviceEvent.id, [...ids]))
    .all()
}

/** What the caller may do with a record: by its state, and by the rules of the procedure that does it. */
function allowedActions(guard: Guarded): (row: EventRow) => EventAction[] {
  const ofDoers = subjectsOfDoers(guard.read, guard)
  const ofVerifiers = subjectsOfEvents(guard.read, guard)
  return (row) => {
    return actionsInState(guard.read, row).filter((action) => accessFault(guard.actor, contract.events[action]['~orpc'].meta, action === 'correct' || action === 'withdraw' ? ofDoers(row) : ofVerifiers(row)) === null)
  }
}

function actionsInState(read: Read, row: EventRow): readonly EventAction[] {
  if (row.state === 'verified') return isDayOpen(read, row.date) ? ['unverify'] : []
  const back: readonly EventAction[] = waitsAgain(row) ? ['correct'] : ['correct', 'withdraw']
  return row.state === 'entered' ? [...back, 'verify', 'reject'] : back
}

function peopleCalled(read: Read, name: string) {
  return read.select({ id: staff.id }).from(staff).where(foundBy(name, [staff.name], staff.searchKey))
}

function villagesCalled(read: Read, name: string) {
  return read.select({ id: village.id }).from(village).where(foundBy(name, [village.name], village.searchKey))
}

function foundAnywhere(read: Read, text: string): SQL {
  return sql`(${inArray(serviceEvent.staffId, peopleCalled(read, text))} OR ${inArray(serviceEvent.villageId, villagesCalled(read, text))} OR ${contains(serviceEvent.household, text)} OR ${contains(serviceEvent.note, text)})`
}

function conditionOf(guard: Guarded, filter: EventFilter): SQL | undefined {
  switch (filter.kind) {
    case 'text':
      return textCondition(guard.read, filter)
    case 'days':
      return filledWithin(serviceEvent[filter.field], filter.from, filter.to)
    case 'flag':
      return flagCondition(guard, filter.flag)
    case 'choice':
      return choiceCondition(filter)
    default:
      return assertNever(filter)
  }
}

function textCondition(read: Read, { field, contains: text }: Extract<EventFilter, { kind: 'text' }>): SQL {
  switch (field) {
    case 'staff':
      return inArray(serviceEvent.staffId, peopleCalled(read, text))
    case 'village':
      return inArray(serviceEvent.villageId, villagesCalled(read, text))
    case 'household':
    case 'note':
      return contains(serviceEvent[field], text)
    default:
      return assertNever(field)
  }
}

function flagCondition(guard: Guarded, flag: Extract<EventFilter, { kind: 'flag' }>['flag']): SQL {
  const { staffId } = guard.actor.standing
  switch (flag) {
    case 'mine':
      return staffId === null ? sql`0` : eq(serviceEvent.staffId, staffId)
    case 'waitingForMe':
      return eventsWaitingFor(guard, dayInChina(guard.now))
    case 'returned':
      return eventsReturnedTo(guard, dayInChina(guard.now))
    default:
      return assertNever(flag)
  }
}

function choiceCondition(filter: Extract<EventFilter, { kind: 'choice' }>): SQL {
  switch (filter.field) {
    case 'state':
      return inArray(serviceEvent.state, filter.oneOf)
    case 'kind':
      return inArray(serviceEvent.kind, filter.oneOf)
    case 'village':
      return inArray(serviceEvent.villageId, filter.oneOf)
    case 'staff':
      return inArray(serviceEvent.staffId, filter.oneOf)
    case 'entry':
      return inArray(serviceEvent.entryId, filter.oneOf)
    default:
      return assertNever(filter)
  }
}

function orderOf(field: EventQuery['sort'][number]['field']): SQL {
  switch (field) {
    case 'date':
    case 'kind':
    case 'household':
      return sql`${serviceEvent[field]}`
    case 'state':
      return placeIn(serviceEvent.state, eventStates)
    case 'staff':
      return sql`(SELECT ${staff.searchKey} FROM ${staff} WHERE ${eq(staff.id, serviceEvent.staffId)})`
    case 'village':
      return sql`(SELECT ${village.seq} FROM ${village} WHERE ${eq(village.id, serviceEvent.villageId)})`
    default:
      return assertNever(field)
  }
}
