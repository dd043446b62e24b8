import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { checkInOn, lateCheckInDays } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { serviceEvent, tuesdayPlan } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireReason, wrongField } from '../../app/rows.ts'
import { acts, faults, fields, lateCheckInResult } from '../../app/vocabulary.ts'
import { isDayOpen, requireDayOpen } from '../../plans/periods.ts'
import { kindsOn } from '../events/kinds.ts'
import { hasTuesdayRecord, tuesdayKind } from '../events/record-fault.ts'
import { planRow, subjectsOfPlans, type PlanRow } from './subject.ts'

export interface CheckInInput {
  readonly id: string
  readonly result: string
  readonly lateReason: string | null
  readonly version: number
}

/** 签到, with what was done; proposes the service record of it, once. */
export function checkIn(app: App, guard: Guarded, input: CheckInInput): { readonly version: number; readonly proposed: boolean } {
  return guard.mutate({
    about: (read) => subjectsOfPlans(read, guard)(planRow(read, input.id)),
    write(tx, now) {
      const row = planRow(tx, input.id)
      if (row.checkedInAt !== null) throw new Refusal('not_in_state', { state: fields.checkedIn, action: acts.checkIn })
      const version = nextVersion(row, input.version)
      const today = dayInChina(now)
      const result = resultOf(row.date, today, input)
      if (row.date < today) requireDayOpen(tx, row.date, acts.lateCheckIn)
      tx.update(tuesdayPlan).set({ checkedInAt: now, result, version }).where(eq(tuesdayPlan.id, row.id)).run()
      return { version, proposed: proposeRecord(tx, app, row, result, guard.actor.standing.staffId) }
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

function proposeRecord(tx: Write, app: App, row: PlanRow, result: string, enteredBy: string | null): boolean {
  const isCounted = kindsOn(tx, row.date).some(({ kind }) => kind === tuesdayKind)
  if (!isCounted || !isDayOpen(tx, row.date) || hasRecord(tx, row)) return false
  const { staffId, villageId, date } = row
  tx.insert(serviceEvent)
    .values({ id: app.environment.newId(), seq: nextSeq(tx, serviceEvent), staffId, villageId, date, kind: tuesdayKind, household: null, quantity: '1', note: result, state: 'entered', origin: originOf(row), enteredBy })
    .run()
  return true
}

function originOf({ id }: PlanRow): string {
  return `tuesday:${id}`
}

/** It was proposed before, or he has one of that day already, in whatever village: a second one would not count. */
function hasRecord(read: Read, row: PlanRow): boolean {
  return hasTuesdayRecord(read, row.staffId, row.date) || read.select({ id: serviceEvent.id }).from(serviceEvent).where(eq(serviceEvent.origin, originOf(row))).get() !== undefined
}
