import { and, asc, eq } from 'drizzle-orm'
import { assignment } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { coversDay } from '../app/standing.ts'

/** The modules a person works in on a day, in official order of the assignments. */
export function mainModulesOf(read: Read, staffId: string, day: string): readonly string[] {
  const rows = read
    .select({ moduleId: assignment.moduleId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), coversDay(assignment.from, assignment.to, day)))
    .orderBy(asc(assignment.seq))
    .all()
  return [...new Set(rows.map(({ moduleId }) => moduleId))]
}
