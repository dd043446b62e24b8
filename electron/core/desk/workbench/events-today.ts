import { asc, desc, eq, type SQL } from 'drizzle-orm'
import { serviceEvent, staff, village } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { countRows } from '../../app/rows.ts'
import { eventsReturnedTo, eventsWaitingFor } from '../../villages/events/visible.ts'

const most = 20

/** Service records that wait for the caller to verify them, the oldest first. */
export function eventsWaiting(guard: Guarded) {
  return briefEvents(guard, eventsWaitingFor(guard, dayInChina(guard.now)), asc(serviceEvent.seq))
}

/** Service records that were sent back to the caller, the latest first, each with its reason. */
export function eventsReturned(guard: Guarded, on: string) {
  return briefEvents(guard, eventsReturnedTo(guard, on), desc(serviceEvent.seq))
}

function briefEvents({ read }: Guarded, where: SQL, order: SQL) {
  const rows = read
    .select({ id: serviceEvent.id, staffName: staff.name, villageName: village.name, date: serviceEvent.date, kind: serviceEvent.kind, rejectReason: serviceEvent.rejectReason })
    .from(serviceEvent)
    .innerJoin(staff, eq(staff.id, serviceEvent.staffId))
    .innerJoin(village, eq(village.id, serviceEvent.villageId))
    .where(where)
    .orderBy(order)
    .limit(most)
    .all()
  return { total: rows.length < most ? rows.length : countRows(read, serviceEvent, where), rows }
}
