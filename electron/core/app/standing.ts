import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Role } from '../../../shared/domain/township/access/roles.ts'
import type { Standing } from '../../../shared/domain/township/access/scope.ts'
import { assignment, groupMember, moduleOffice, village } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'

/** Rows whose dated range covers a day. */
export function coversDay(from: AnySQLiteColumn, to: AnySQLiteColumn, day: string) {
  return and(lte(from, day), or(isNull(to), gte(to, day)))
}

/** What a person holds on a day: modules worked in, headed and led, teams and groups led. */
export function standingOf(read: Read, staffId: string | null, roles: readonly Role[], day: string): Standing {
  if (staffId === null) return { staffId, roles, memberOf: [], heads: [], leads: [], teams: [], groups: [] }
  const offices = read
    .select({ moduleId: moduleOffice.moduleId, office: moduleOffice.office })
    .from(moduleOffice)
    .where(and(eq(moduleOffice.staffId, staffId), coversDay(moduleOffice.from, moduleOffice.to, day)))
    .all()
  const held = (...names: readonly string[]) => offices.filter(({ office }) => names.includes(office)).map(({ moduleId }) => moduleId)
  const memberships = read
    .select({ moduleId: assignment.moduleId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), coversDay(assignment.from, assignment.to, day)))
    .all()
  const teams = read.select({ id: village.id }).from(village).where(eq(village.teamLeaderId, staffId)).all()
  const groups = read
    .select({ groupId: groupMember.groupId })
    .from(groupMember)
    .where(and(eq(groupMember.staffId, staffId), eq(groupMember.role, 'leader'), coversDay(groupMember.from, groupMember.to, day)))
    .all()
  return {
    staffId,
    roles,
    memberOf: memberships.map(({ moduleId }) => moduleId),
    heads: held('head', 'deputy'),
    leads: held('lead_a', 'lead_b'),
    teams: teams.map(({ id }) => id),
    groups: groups.map(({ groupId }) => groupId),
  }
}
