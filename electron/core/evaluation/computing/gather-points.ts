import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Circular, Honour, SpecialGroup } from '../../../../shared/domain/plans/case.ts'
import { circular, groupGrade, groupMember, honour, specialGroup } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'

type CodeOf = (id: string) => string

/** The approved groups that have a grade in the period. */
export function gatherGroups(read: Read, periodId: string, code: CodeOf): readonly SpecialGroup[] {
  const members = Map.groupBy(read.select().from(groupMember).orderBy(asc(groupMember.seq)).all(), ({ groupId }) => groupId)
  return read
    .select({ id: specialGroup.id, code: specialGroup.code, name: specialGroup.name, grade: groupGrade.grade })
    .from(specialGroup)
    .innerJoin(groupGrade, and(eq(groupGrade.groupId, specialGroup.id), eq(groupGrade.periodId, periodId)))
    .where(isNotNull(specialGroup.approvalNo))
    .orderBy(asc(specialGroup.seq))
    .all()
    .map((group) => ({
      id: group.code,
      name: group.name,
      grade: group.grade,
      members: (members.get(group.id) ?? []).map(({ staffId, role, from, to }) => ({ staff: code(staffId), role, from, to })),
    }))
}

/** Approved honours of the period. */
export function gatherHonours(read: Read, periodId: string, code: CodeOf): readonly Honour[] {
  return read
    .select()
    .from(honour)
    .where(and(eq(honour.periodId, periodId), eq(honour.state, 'approved')))
    .orderBy(asc(honour.seq))
    .all()
    .map(({ staffId, matter, level }) => ({ staff: code(staffId), matter, level }))
}

/** Approved circulars of the period. */
export function gatherCirculars(read: Read, periodId: string, code: CodeOf): readonly Circular[] {
  return read
    .select()
    .from(circular)
    .where(and(eq(circular.periodId, periodId), eq(circular.state, 'approved')))
    .orderBy(asc(circular.seq))
    .all()
    .map(({ staffId, kind }) => ({ staff: code(staffId), kind }))
}
