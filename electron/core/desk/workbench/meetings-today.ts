import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { meeting, moduleTable, staff } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'

/** 今天的会议, by time; those without one last. */
export function meetingsToday({ read, actor }: Guarded, on: string) {
  if (viewFor(actor, 'register.enter') === null) return []
  return read
    .select({ id: meeting.id, title: meeting.title, time: meeting.time, place: meeting.place, moduleName: moduleTable.name, convenerName: staff.name })
    .from(meeting)
    .innerJoin(moduleTable, eq(moduleTable.id, meeting.moduleId))
    .leftJoin(staff, eq(staff.id, meeting.convenerId))
    .where(and(eq(meeting.date, on), isNull(meeting.cancelledReason)))
    .orderBy(asc(sql`ifnull(${meeting.time}, '99')`), asc(meeting.seq))
    .all()
}
