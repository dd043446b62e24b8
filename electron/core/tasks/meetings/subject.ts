import { eq } from 'drizzle-orm'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { meeting } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import type { Actor } from '../../app/session.ts'
import { nouns } from '../../app/vocabulary.ts'

export type MeetingRow = typeof meeting.$inferSelect

export function meetingRow(read: Read, id: string): MeetingRow {
  return requireRow(read.select().from(meeting).where(eq(meeting.id, id)).get(), nouns.meeting)
}

/** A meeting is its module's, and its convener's where he who asks belongs to the module: nobody calls another module's meetings. */
export function aboutMeeting({ standing: { memberOf, heads, leads } }: Actor, { moduleId, convenerId }: Pick<MeetingRow, 'moduleId' | 'convenerId'>): Subject {
  const isNear = [memberOf, heads, leads].some((modules) => modules.includes(moduleId))
  return { modules: [moduleId], ...(isNear && convenerId !== null ? { staff: [convenerId] } : {}) }
}
