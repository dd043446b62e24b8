import { and, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Standing } from '../../../shared/domain/access/scope.ts'
import { serviceEvent, village } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { viewFor, type View } from '../app/access.ts'
import type { Guarded } from '../app/guard.ts'
import { staffOfModules } from '../people/assignments.ts'

/** The records in a view: about oneself, of the 组团 one leads, about the people of one's modules. */
export function visibleEvents(read: Read, view: View, day: string): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : eq(serviceEvent.staffId, view.staffId)
  const team = view.staffId === null ? sql`0` : inArray(serviceEvent.villageId, read.select({ id: village.id }).from(village).where(eq(village.teamLeaderId, view.staffId)))
  return or(own, team, inArray(serviceEvent.staffId, staffOfModules(read, view.modules, day)))
}

/**
 * Service records wait for the 团长 of their village; where there is none, or the record is his own or entered by him, for 督考. Others who may
 * verify them are not waited for.
 */
export function eventsWaitingFor({ read, actor }: Pick<Guarded, 'read' | 'actor'>): SQL {
  const { staffId, teams, roles }: Standing = actor.standing
  if (viewFor(actor, 'event.verify') === null) return sql`0`
  const orphans = read.select({ id: village.id }).from(village).where(or(isNull(village.teamLeaderId), eq(village.teamLeaderId, serviceEvent.staffId), eq(village.teamLeaderId, serviceEvent.enteredBy)))
  const turn = or(inArray(serviceEvent.villageId, [...teams]), roles.includes('inspector') ? inArray(serviceEvent.villageId, orphans) : undefined)
  return and(eq(serviceEvent.state, 'entered'), turn, staffId === null ? undefined : and(ne(serviceEvent.staffId, staffId), or(isNull(serviceEvent.enteredBy), ne(serviceEvent.enteredBy, staffId)))) ?? sql`0`
}

/** Records that were sent back to the caller: about himself, or about the people of the modules he heads. */
export function eventsReturnedTo({ read, actor }: Pick<Guarded, 'read' | 'actor'>, day: string): SQL {
  const view = viewFor(actor, 'event.enter')
  if (view === null || view.kind === 'all') return view === null ? sql`0` : eq(serviceEvent.state, 'rejected')
  const own = view.staffId === null ? sql`0` : eq(serviceEvent.staffId, view.staffId)
  return and(eq(serviceEvent.state, 'rejected'), or(own, inArray(serviceEvent.staffId, staffOfModules(read, view.modules, day)))) ?? sql`0`
}
