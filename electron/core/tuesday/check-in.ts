import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { checkInOn, lateCheckInDays } from '../../../shared/domain/villages/tuesday.ts'
import { serviceEvent, tuesdayPlan } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq, nextVersion, requireReason, wrongField } from '../app/rows.ts'
import { acts, faults, fields, lateCheckInResult } from '../app/vocabulary.ts'
import { kindsOn } from '../events/kinds.ts'
import { planRow, subjectsOfPlans, type PlanRow } from './subject.ts'

export interface CheckInInput {
  readonly id: string
  readonly result: string
  readonly lateReason: string | null
  readonly version: number
}

/** The kind of service that being in the village on a Tuesday is. */
const kind = 'tuesday'

/** 签到, with what was done; proposes the service record of it, once. */
export function checkIn(app: App, guard: Guarded, input: CheckInInput): { readonly version: number; readonly proposed: boolean } {
  return guard.mutate({
    about: (read) => subjectsOfPlans(read, guard)(planRow(read, input.id)),
    write(tx, now) {
      const row = planRow(tx, input.id)
      if (row.checkedInAt !== null) throw new Refusal('not_in_state', { state: fields.checkedIn, action: acts.checkIn })
      const version = nextVersion(row, input.version)
      const result = resultOf(row.date, dayInChina(now), input)
      tx.update(tuesdayPlan).set({ checkedInAt: now, result, version }).where(eq(tuesdayPlan.id, row.id)).run()
      return { version, proposed: proposeRecord(tx, app, row, result) }
    },
    audit: (written) => ({ subject: input.id, detail: { ...input, ...written } }),
  })
}

/** What is kept of a check-in; one of a later day says why. */
function resultOf(date: string, today: string, { result, lateReason }: CheckInInput): string {
  const standing = checkInOn(date, today)
  if (standing === 'early') throw wrongField('date', faults.earlyCheckIn(date))
  if (standing === 'closed') throw wrongField('date', faults.closedCheckIn(date, lateCheckInDays))
  return standing === 'on_time' ? result : lateCheckInResult(result, requireReason(lateReason ?? '', acts.lateCheckIn))
}

function proposeRecord(tx: Write, app: App, row: PlanRow, result: string): boolean {
  const isCounted = kindsOn(tx, row.date).some((known) => known.kind === kind)
  if (!isCounted || hasRecord(tx, row)) return false
  const { staffId, villageId, date } = row
  tx.insert(serviceEvent)
    .values({ id: app.environment.newId(), seq: nextSeq(tx, serviceEvent), staffId, villageId, date, kind, household: null, quantity: '1', note: result, state: 'entered', origin: originOf(row) })
    .run()
  return true
}

function originOf({ id }: PlanRow): string {
  return `tuesday:${id}`
}

/** It was proposed before, or he has entered the same by hand: a second one would not count. */
function hasRecord(read: Read, row: PlanRow): boolean {
  const isSame = and(
    eq(serviceEvent.staffId, row.staffId),
    eq(serviceEvent.villageId, row.villageId),
    eq(serviceEvent.date, row.date),
    eq(serviceEvent.kind, kind),
    or(isNull(serviceEvent.household), eq(serviceEvent.household, '')),
    ne(serviceEvent.state, 'rejected'),
  )
  return read.select({ id: serviceEvent.id }).from(serviceEvent).where(or(eq(serviceEvent.origin, originOf(row)), isSame)).get() !== undefined
}
