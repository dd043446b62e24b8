import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { EventState } from '../../../../shared/domain/villages/villages/codes.ts'
import { serviceEvent } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { fields, nouns } from '../../app/vocabulary.ts'
import { modulesConcerned } from '../../people/assignments.ts'

export type EventRow = typeof serviceEvent.$inferSelect

export function eventRow(read: Read, id: string): EventRow {
  return requireRow(read.select().from(serviceEvent).where(eq(serviceEvent.id, id)).get(), nouns.serviceEvent)
}

/** Whom and what a record concerns: the person, his modules, the 组团 of the village. */
export function aboutService(read: Read, guard: Pick<Guarded, 'now'>, staffId: string, villageId: string): Subject {
  return { staff: [staffId], modules: modulesConcerned(read, staffId, dayInChina(guard.now)), teams: [villageId] }
}

/** `aboutService` for many records, the modules of each person looked up once. Its doer is whoever entered it, and does not verify it. */
export function subjectsOfEvents(read: Read, guard: Pick<Guarded, 'now'>): (row: Pick<EventRow, 'staffId' | 'villageId'> & Partial<Pick<EventRow, 'enteredBy'>>) => Subject {
  const known = new Map<string, readonly string[]>()
  const today = dayInChina(guard.now)
  return ({ staffId, villageId, enteredBy }) => {
    const modules = known.get(staffId) ?? modulesConcerned(read, staffId, today)
    known.set(staffId, modules)
    return { staff: [staffId], modules, teams: [villageId], ...(enteredBy ? { doers: [enteredBy] } : {}) }
  }
}

/**
 * Whom a record concerns when it is corrected or taken back: the 团长 of the village only where it is his own, since of the others he is
 * the one who verifies.
 */
export function subjectsOfDoers(read: Read, guard: Pick<Guarded, 'now' | 'actor'>): (row: Pick<EventRow, 'staffId' | 'villageId'>) => Subject {
  const subjectOf = subjectsOfEvents(read, guard)
  return (row) => (row.staffId === guard.actor.standing.staffId ? subjectOf(row) : { ...subjectOf(row), teams: [] })
}

const stateNames: Readonly<Record<EventState, string>> = { entered: fields.entered, verified: fields.verified, rejected: fields.rejected }

/** The refusal of what the present state of a record does not allow. */
export function wrongState(row: Pick<EventRow, 'state'>, action: string): Refusal {
  return new Refusal('not_in_state', { state: stateNames[row.state], action })
}

/** Whether a record waits again after it was sent back, or after its verification was taken back: then it names who did, or why. */
export function waitsAgain({ state, verifiedBy, rejectReason }: Pick<EventRow, 'state' | 'verifiedBy' | 'rejectReason'>): boolean {
  return state === 'entered' && (verifiedBy !== null || rejectReason !== null)
}
