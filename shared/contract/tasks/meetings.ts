import { z } from 'zod'
import { choiceFilter, dayFilter, flagFilter, sortBy, textFilter } from '../grid.ts'
import { command, day, id, note, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const meetingRow = z.object({
  id,
  title: z.string(),
  date: day,
  /** `09:00` */
  time: z.string().nullable(),
  place: z.string().nullable(),
  moduleId: id,
  moduleName: z.string(),
  convenerId: id.nullable(),
  convenerCode: z.string().nullable(),
  convenerName: z.string().nullable(),
  attendees: z.string().nullable(),
  /** Of a meeting on a Tuesday: why, and the 党政正职 who allowed it. */
  exceptionReason: z.string().nullable(),
  exceptionBy: id.nullable(),
  exceptionByName: z.string().nullable(),
  minutes: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  /** Whether the caller may change it. */
  editable: z.boolean(),
  version: rowVersion,
})

export const meetingSortFields = ['date', 'title', 'module', 'convener', 'place'] as const

/** `cancelled`, `withException`: on a Tuesday, allowed · `withoutMinutes`: over, not cancelled, nothing recorded. */
export const meetingFlags = ['cancelled', 'withException', 'withoutMinutes'] as const

export const meetingFilter = z.discriminatedUnion('kind', [
  textFilter(['title', 'place', 'convener', 'attendees']),
  dayFilter(['date']),
  flagFilter(meetingFlags),
  z.discriminatedUnion('field', [choiceFilter('module', id)]),
])

/** 周二无会日: why a meeting of any kind is on a Tuesday, and the 党政正职 who allowed it; on any other day neither is kept. */
export const tuesdayException = {
  exceptionReason: z.string().trim().max(200, faults.tooLong(200)).nullable(),
  exceptionBy: id.nullable(),
}

const meetingFields = z.object({
  title: z.string().trim().min(1, faults.empty).max(200, faults.tooLong(200)),
  date: day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, faults.time).nullable(),
  place: z.string().trim().max(100, faults.tooLong(100)).nullable(),
  moduleId: id,
  convenerId: id.nullable(),
  attendees: note.nullable(),
  ...tuesdayException,
  minutes: z.string().trim().max(5000, faults.tooLong(5000)).nullable(),
})

export const meetings = {
  /** The meetings of the township, filtered, ordered and cut in the database; without `sort` the latest first. */
  list: query('register.enter', ['meeting', 'module', 'staff'])
    .input(paging.extend({ search: z.string().trim().max(50).optional(), sort: sortBy(meetingSortFields), filters: z.array(meetingFilter).max(20).default([]) }))
    .output(pageOf(meetingRow)),
  /** The 党政正职, who may allow a meeting on a Tuesday. */
  principals: query('register.enter', ['staff']).output(z.array(z.object({ id, code: z.string(), name: z.string() }))),
  /** On a Tuesday only with a reason and the 党政正职 who allowed it. */
  add: command('register.enter', { changes: ['meeting'] }).input(meetingFields).output(z.object({ id })),
  edit: command('register.enter', { changes: ['meeting'], errors: ['not_in_state'] })
    .input(meetingFields.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  cancel: command('register.enter', { changes: ['meeting'], errors: ['not_in_state', 'reason_required'] })
    .input(z.object({ id, reason: z.string().trim().max(200, faults.tooLong(200)), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
}
