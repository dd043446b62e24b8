import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { groupBy } from '../../../shared/lib/group-by.ts'
import { assignment, moduleTable, post, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { coversDay } from '../app/standing.ts'

/** Everybody who is in the township on a day, in official order, with modules and first post. */
export function directoryOn(read: Read, on: string) {
  const people = read
    .select({ id: staff.id, code: staff.code, name: staff.name })
    .from(staff)
    .where(or(isNull(staff.leftOn), gte(staff.leftOn, on)))
    .orderBy(asc(staff.seq))
    .all()
  const held = groupBy(
    read
      .select({ staffId: assignment.staffId, moduleId: moduleTable.id, module: moduleTable.name, post: post.name })
      .from(assignment)
      .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
      .innerJoin(post, eq(post.id, assignment.postId))
      .where(and(inArray(assignment.staffId, people.map(({ id }) => id)), coversDay(assignment.from, assignment.to, on)))
      .orderBy(asc(assignment.seq))
      .all(),
    ({ staffId }) => staffId,
  )
  return people.map((person) => {
    const own = held.get(person.id) ?? []
    const modules = [...new Map(own.map(({ moduleId, module }) => [moduleId, module]))]
    return { ...person, moduleIds: modules.map(([id]) => id), modules: modules.map(([, name]) => name), post: own[0]?.post ?? null }
  })
}
