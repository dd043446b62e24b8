import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { meeting, moduleTable, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireReason, requireRow, requireSaneDay } from '../../app/rows.ts'
import { acts, fields, nouns } from '../../app/vocabulary.ts'
import { exceptionOn } from './exception.ts'
import { aboutMeeting, meetingRow, type MeetingRow } from './subject.ts'

export type MeetingInput = Pick<MeetingRow, 'title' | 'date' | 'time' | 'place' | 'moduleId' | 'convenerId' | 'attendees' | 'exceptionReason' | 'exceptionBy' | 'minutes'>

export function addMeeting(app: App, guard: Guarded, input: MeetingInput): { readonly id: string } {
  return guard.mutate({
    about: () => aboutMeeting(guard.actor, input),
    write(tx) {
      requireSaneDay(input.date, dayInChina(guard.now), 'date')
      const values = valuesOf(tx, input)
      const id = app.environment.newId()
      tx.insert(meeting).values({ ...values, id, seq: nextSeq(tx, meeting) }).run()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: input }),
  })
}

export function editMeeting(guard: Guarded, { id, version: seen, ...input }: MeetingInput & { readonly id: string; readonly version: number }): { readonly version: number } {
  const before = meetingRow(guard.read, id)
  return guard.mutate({
    about: (read) => [aboutMeeting(guard.actor, meetingRow(read, id)), aboutMeeting(guard.actor, input)],
    write(tx) {
      const row = meetingRow(tx, id)
      requireHeld(row, acts.editMeeting)
      if (input.date !== row.date) requireSaneDay(input.date, dayInChina(guard.now), 'date')
      const version = nextVersion(row, seen)
      tx.update(meeting).set({ ...valuesOf(tx, input), version }).where(eq(meeting.id, id)).run()
      return { version }
    },
    audit: () => ({ subject: id, detail: { before, after: input } }),
  })
}

/** The meeting stays in the list, crossed out with its reason. */
export function cancelMeeting(guard: Guarded, { id, reason, version: seen }: { readonly id: string; readonly reason: string; readonly version: number }): { readonly version: number } {
  return guard.mutate({
    about: (read) => aboutMeeting(guard.actor, meetingRow(read, id)),
    write(tx) {
      const row = meetingRow(tx, id)
      requireHeld(row, acts.cancelMeeting)
      const version = nextVersion(row, seen)
      tx.update(meeting).set({ cancelledReason: requireReason(reason, acts.cancelMeeting), version }).where(eq(meeting.id, id)).run()
      return { version }
    },
    audit: () => ({ subject: id, detail: { reason } }),
  })
}

function requireHeld(row: MeetingRow, action: string): void {
  if (row.cancelledReason !== null) throw new Refusal('not_in_state', { state: fields.cancelled, action })
}

/** What is written; on any other day than a Tuesday no exception is kept. */
function valuesOf(read: Read, input: MeetingInput): MeetingInput {
  requireRow(read.select({ id: moduleTable.id }).from(moduleTable).where(eq(moduleTable.id, input.moduleId)).get(), nouns.module)
  if (input.convenerId !== null) requireRow(read.select({ id: staff.id }).from(staff).where(eq(staff.id, input.convenerId)).get(), nouns.person)
  const plain = { ...input, place: input.place || null, attendees: input.attendees || null, minutes: input.minutes || null }
  return { ...plain, ...exceptionOn(read, input.date, input) }
}
