import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, isDay, isTrue, seq, version } from '../columns.ts'
import { moduleTable } from '../township/organisation.ts'
import { staff } from '../people/people.ts'

/** 会议安排; one on a Tuesday (周二无会日) has a recorded exception. */
export const meeting = sqliteTable(
  'meeting',
  {
    id: id(),
    seq: seq(),
    title: text('title').notNull(),
    date: text('date').notNull(),
    /** `09:00`; null where it is not fixed. */
    time: text('time'),
    place: text('place'),
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    convenerId: text('convener_id').references(() => staff.id),
    attendees: text('attendees'),
    exceptionReason: text('exception_reason'),
    /** The 党政正职 who allowed it. */
    exceptionBy: text('exception_by').references(() => staff.id),
    minutes: text('minutes'),
    cancelledReason: text('cancelled_reason'),
    version: version(),
  },
  (t) => [
    isTrue('meeting_title', sql`${t.title} <> ''`),
    isDay('meeting_date', t.date),
    isTrue('meeting_time', sql`${t.time} IS NULL OR ${t.time} GLOB '[0-2][0-9]:[0-5][0-9]'`),
    isTrue('meeting_exception', sql`(strftime('%w', ${t.date}) <> '2') OR (${t.exceptionReason} IS NOT NULL AND ${t.exceptionBy} IS NOT NULL)`),
    index('meeting_date').on(t.date),
    index('meeting_module').on(t.moduleId),
  ],
)
