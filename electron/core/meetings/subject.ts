import { eq } from 'drizzle-orm'
import type { Subject } from '../../../shared/domain/access/scope.ts'
import { meeting } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'

export type MeetingRow = typeof meeting.$inferSelect

export function meetingRow(read: Read, id: string): MeetingRow {
  return requireRow(read.select().from(meeting).where(eq(meeting.id, id)).get(), nouns.meeting)
}

/** A meeting is its module's and its convener's. */
export function aboutMeeting({ moduleId, convenerId }: Pick<MeetingRow, 'moduleId' | 'convenerId'>): Subject {
  return { modules: [moduleId], ...(convenerId === null ? {} : { staff: [convenerId] }) }
}
