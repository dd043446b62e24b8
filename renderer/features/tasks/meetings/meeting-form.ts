import { needsException } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import type { MeetingRow } from './api-types.ts'
import { readTime } from './read-time.ts'
import { exceptionFaults } from './tuesday-exception.ts'
import { meetingForm } from './vocabulary.ts'

/** What is typed into the form of a meeting. */
export interface MeetingDraft {
  readonly title: string
  readonly date: string | null
  readonly time: string
  readonly place: string
  readonly module: string | null
  readonly convener: string | null
  readonly attendees: string
  readonly exceptionReason: string
  readonly exceptionBy: string | null
  readonly minutes: string
}

export interface MeetingInput {
  readonly title: string
  readonly date: string
  readonly time: string | null
  readonly place: string | null
  readonly moduleId: string
  readonly convenerId: string | null
  readonly attendees: string | null
  readonly exceptionReason: string | null
  readonly exceptionBy: string | null
  readonly minutes: string | null
}

export const meetingIds = {
  title: 'meeting-title', date: 'meeting-date', time: 'meeting-time', place: 'meeting-place', moduleId: 'meeting-module', convenerId: 'meeting-convener', attendees: 'meeting-attendees', exceptionReason: 'meeting-reason', exceptionBy: 'meeting-by', minutes: 'meeting-minutes',
} as const

/** The FieldRow of a field of the input. */
export function meetingRowOf(path: string): string {
  return Object.entries(meetingIds).find(([field]) => field === path)?.[1] ?? ''
}

const limits = { title: 200, place: 100, attendees: 2000, minutes: 5000 } as const

/** The form of a meeting as it is, or a blank one of today for a module. */
export function draftOf(meeting: MeetingRow | null, moduleId: string | null, today: string): MeetingDraft {
  if (meeting === null) return { title: '', date: today, time: '', place: '', module: moduleId, convener: null, attendees: '', exceptionReason: '', exceptionBy: null, minutes: '' }
  const { title, date, convenerId, exceptionBy } = meeting
  return { title, date, time: meeting.time ?? '', place: meeting.place ?? '', module: meeting.moduleId, convener: convenerId, attendees: meeting.attendees ?? '', exceptionReason: meeting.exceptionReason ?? '', exceptionBy, minutes: meeting.minutes ?? '' }
}

/** The draft as the contract takes it, or what is wrong with it. */
export function readMeeting(draft: MeetingDraft): { readonly kind: 'good'; readonly input: MeetingInput } | { readonly kind: 'bad'; readonly faults: readonly FieldFault[] } {
  const time = draft.time.trim() === '' ? '' : readTime(draft.time)
  const wrongDay = dayFaults(meetingIds.date, meetingForm.date, draft.date)
  const isException = wrongDay.length === 0 && draft.date !== null && needsException(draft.date)
  const faults: readonly FieldFault[] = [
    ...(draft.title.trim() === '' ? [{ id: meetingIds.title, sentence: meetingForm.required(meetingForm.title) }] : lengthFaults(meetingIds.title, meetingForm.title, draft.title, limits.title)),
    ...wrongDay,
    ...(time === null ? [{ id: meetingIds.time, sentence: meetingForm.badTime(draft.time.trim().slice(0, 20)) }] : []),
    ...lengthFaults(meetingIds.place, meetingForm.place, draft.place, limits.place),
    ...(draft.module === null ? [{ id: meetingIds.moduleId, sentence: meetingForm.choose(meetingForm.module) }] : []),
    ...(isException ? exceptionFaults(meetingIds, draft) : []),
    ...lengthFaults(meetingIds.attendees, meetingForm.attendees, draft.attendees, limits.attendees),
    ...lengthFaults(meetingIds.minutes, meetingForm.minutes, draft.minutes, limits.minutes),
  ]
  if (faults.length > 0 || draft.date === null || draft.module === null) return { kind: 'bad', faults }
  return {
    kind: 'good',
    input: {
      title: draft.title.trim(), date: draft.date, time: time === '' ? null : time, place: textOrNull(draft.place), moduleId: draft.module, convenerId: draft.convener, attendees: textOrNull(draft.attendees),
      exceptionReason: isException ? textOrNull(draft.exceptionReason) : null, exceptionBy: isException ? draft.exceptionBy : null, minutes: textOrNull(draft.minutes),
    },
  }
}

function textOrNull(text: string): string | null {
  const plain = text.trim()
  return plain === '' ? null : plain
}
