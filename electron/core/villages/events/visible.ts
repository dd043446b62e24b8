import { and, between, eq, inArray, isNotNull, isNull, lt, ne, not, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Standing } from '../../../../shared/domain/township/access/scope.ts'
import { serviceEvent, staff, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { viewFor, type View } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { frozenQuarters } from '../../plans/periods.ts'
import { staffOfModules } from '../../people/assignments.ts'

/** The records in a view: about oneself, of the 组团 one leads, about the people of one's modules. */
export function visibleEvents(read: Read, view: View, day: string): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : eq(serviceEvent.staffId, view.staffId)
  const team = view.staffId === null ? sql`0` : inArray(serviceEvent.villageId, read.select({ id: village.id }).from(village).where(eq(village.teamLeaderId, view.staffId)))
  return or(own, team, inArray(serviceEvent.staffId, staffOfModules(read, view.modules, day)))
}

/**
 * Service records wait for the 团长 of their village; where there is none or he has left by the day, or the record is his own or entered by
 * him, for 督考. Others who may verify them are not waited for.
 */
export function eventsWaitingFor({ read, actor }: Pick<Guarded, 'read' | 'actor'>, day: string): SQL {
  const { staffId, teams, roles }: Standing = actor.standing
  if (viewFor(actor, 'event.verify') === null) return sql`0`
  const departed = read.select({ id: staff.id }).from(staff).where(lt(staff.leftOn, day))
  const orphans = read.select({ id: village.id }).from(village).where(or(isNull(village.teamLeaderId), inArray(village.teamLeaderId, departed), eq(village.teamLeaderId, serviceEvent.staffId), eq(village.teamLeaderId, serviceEvent.enteredBy)))
  const turn = or(inArray(serviceEvent.villageId, [...teams]), roles.includes('inspector') ? inArray(serviceEvent.villageId, orphans) : undefined)
  return and(eq(serviceEvent.state, 'entered'), turn, staffId === null ? undefined : and(ne(serviceEvent.staffId, staffId), or(isNull(serviceEvent.enteredBy), ne(serviceEvent.enteredBy, staffId)))) ?? sql`0`
}

/** Records that were sent back to the caller and may still be corrected: about himself, or about the people of the modules he heads. */
export function eventsReturnedTo({ read, actor }: Pick<Guarded, 'read' | 'actor'>, day: string): SQL {
  const view = viewFor(actor, 'event.enter')
  if (view === null) return sql`0`
  const frozen = frozenQuarters(read).map(({ start, end }) => not(between(serviceEvent.date, start, end)))
  const anew = read.select({ origin: serviceEvent.origin }).from(serviceEvent).where(and(isNotNull(serviceEvent.origin), ne(serviceEvent.state, 'rejected')))
  const returned = and(eq(serviceEvent.state, 'rejected'), ...frozen, or(isNull(serviceEvent.origin), notInArray(serviceEvent.origin, anew))) ?? sql`0`
  if (view.kind === 'all') return returned
  const own = view.staffId === null ? sql`0` : eq(serviceEvent.staffId, view.staffId)
  return and(returned, or(own, inArray(serviceEvent.staffId, staffOfModules(read, view.modules, day)))) ?? sql`0`
}
