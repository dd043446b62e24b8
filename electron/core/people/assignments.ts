import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { assignment } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { coversDay } from '../app/standing.ts'

/** The modules a person works in on a day, in official order of the assignments. Never a question of rights: see `modulesConcerned`. */
export function mainModulesOf(read: Read, staffId: string, day: string): readonly string[] {
  const rows = read
    .select({ moduleId: assignment.moduleId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), coversDay(assignment.from, assignment.to, day)))
    .orderBy(asc(assignment.seq))
    .all()
  return [...new Set(rows.map(({ moduleId }) => moduleId))]
}

/**
 * The modules that have a say about a person today: those he works in now or is to work in. What a caller names as a day
 * plays no part, so that no date opens another module's people.
 */
export function modulesConcerned(read: Read, staffId: string, today: string): readonly string[] {
  const rows = read
    .select({ moduleId: assignment.moduleId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), or(isNull(assignment.to), gte(assignment.to, today))))
    .orderBy(asc(assignment.seq))
    .all()
  return [...new Set(rows.map(({ moduleId }) => moduleId))]
}

/** Ids of those who work in any of the modules on a day, as a subquery. */
export function staffOfModules(read: Read, modules: readonly string[], day: string) {
  return read
    .select({ id: assignment.staffId })
    .from(assignment)
    .where(and(inArray(assignment.moduleId, [...modules]), coversDay(assignment.from, assignment.to, day)))
}
