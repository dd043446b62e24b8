import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { contract } from '../../../shared/contract/index.ts'
import { personFields } from '../../../shared/domain/people/fields.ts'
import { maskIdNumber } from '../../../shared/domain/people/id-number.ts'
import { groupBy } from '../../../shared/lib/group-by.ts'
import { openIdNo, type DerivedKeys } from '../../db/derived-keys.ts'
import { assignment, leave, moduleTable, post, type staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { accessFault } from '../app/access.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { coversDay } from '../app/standing.ts'

export type StaffRow = typeof staff.$inferSelect

/** Rows as the contract shows them to the caller: modules, posts and leave as of a day, the ID number masked. */
export function describePeople(guard: Guarded, keys: DerivedKeys, rows: readonly StaffRow[], day: string) {
  const { read, actor } = guard
  const ids = rows.map(({ id }) => id)
  const held = heldOn(read, ids, day)
  const away = leavesOn(read, ids, day)
  const concerned = modulesConcernedOf(read, ids, dayInChina(guard.now))
  return rows.map(({ idNoSealed, ...row }) => {
    const own = held.get(row.id) ?? []
    const absence = away.get(row.id)
    const modules = [...new Map(own.map(({ module }) => [module.id, module])).values()]
    const subject = { staff: [row.id], modules: [...(concerned.get(row.id) ?? [])] }
    return {
      ...row,
      idNoMasked: idNoSealed === null ? null : maskIdNumber(openIdNo(keys, idNoSealed)),
      modules,
      moduleIds: modules.map(({ id }) => id),
      postNames: [...new Set(own.map(({ postName }) => postName))],
      primaryPost: own[0]?.postName ?? null,
      leaveKind: absence?.kind ?? null,
      leaveTo: absence?.to ?? null,
      editable: accessFault(actor, contract.people.edit['~orpc'].meta, subject) === null ? [...personFields] : [],
    }
  })
}

function heldOn(read: Read, ids: readonly string[], day: string) {
  const rows = read
    .select({ staffId: assignment.staffId, module: { id: moduleTable.id, code: moduleTable.code, name: moduleTable.name }, postName: post.name })
    .from(assignment)
    .innerJoin(post, eq(post.id, assignment.postId))
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .where(and(inArray(assignment.staffId, [...ids]), coversDay(assignment.from, assignment.to, day)))
    .orderBy(asc(assignment.seq))
    .all()
  return groupBy(rows, ({ staffId }) => staffId)
}

function leavesOn(read: Read, ids: readonly string[], day: string) {
  const rows = read
    .select({ staffId: leave.staffId, kind: leave.kind, to: leave.to })
    .from(leave)
    .where(and(inArray(leave.staffId, [...ids]), coversDay(leave.from, leave.to, day)))
    .orderBy(asc(leave.seq))
    .all()
  return new Map(rows.map((row) => [row.staffId, row]))
}

/** `modulesConcerned` for many people at once. */
export function modulesConcernedOf(read: Read, ids: readonly string[], today: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = read
    .select({ staffId: assignment.staffId, moduleId: assignment.moduleId })
    .from(assignment)
    .where(and(inArray(assignment.staffId, [...ids]), or(isNull(assignment.to), gte(assignment.to, today))))
    .all()
  return new Map([...groupBy(rows, ({ staffId }) => staffId)].map(([staffId, own]) => [staffId, new Set(own.map(({ moduleId }) => moduleId))]))
}
