import { and, asc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { groupGrade, groupMember, specialGroup } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { PeriodRow } from '../../plans/periods.ts'

/** The approved groups that somebody works in on a day of the period, with their grade of the period. */
export function groupsAtWork(read: Read, row: PeriodRow) {
  return read
    .select({ groupId: specialGroup.id, code: specialGroup.code, name: specialGroup.name, members: sql<number>`count(DISTINCT ${groupMember.staffId})`, grade: groupGrade.grade })
    .from(specialGroup)
    .innerJoin(groupMember, and(eq(groupMember.groupId, specialGroup.id), lte(groupMember.from, row.end), or(isNull(groupMember.to), gte(groupMember.to, row.start))))
    .leftJoin(groupGrade, and(eq(groupGrade.groupId, specialGroup.id), eq(groupGrade.periodId, row.id)))
    .where(isNotNull(specialGroup.approvalNo))
    .groupBy(specialGroup.id)
    .orderBy(asc(specialGroup.seq))
    .all()
}
