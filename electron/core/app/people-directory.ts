import { asc, eq, gte, isNull, or } from 'drizzle-orm'
import { normalizeName } from '../../../shared/domain/people/person-name.ts'
import type { KnownPerson, PeopleNamed } from '../../../shared/domain/people/people-in-cell.ts'
import { groupBy } from '../../../shared/lib/group-by.ts'
import { assignment, moduleTable, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { coversDay } from './standing.ts'

/** The people who have not left, by whole name, with the modules they work in on the day. */
export function peopleDirectory(read: Read, day: string): PeopleNamed {
  const held = read
    .select({ staffId: assignment.staffId, name: moduleTable.name })
    .from(assignment)
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .where(coversDay(assignment.from, assignment.to, day))
    .all()
  const modules = groupBy(held, ({ staffId }) => staffId)
  const people = read
    .select({ id: staff.id, code: staff.code, name: staff.name })
    .from(staff)
    .where(or(isNull(staff.leftOn), gte(staff.leftOn, day)))
    .orderBy(asc(staff.seq))
    .all()
    .map((row): KnownPerson => ({ ...row, modules: (modules.get(row.id) ?? []).map(({ name }) => name) }))
  const byName = groupBy(people, ({ name }) => normalizeName(name))
  return (name) => byName.get(name) ?? []
}
