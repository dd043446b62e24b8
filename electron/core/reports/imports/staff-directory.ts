import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import type { KnownStaff, StaffDirectory } from '../../../../shared/domain/reports/imports/directory.ts'
import type { ImportContext } from '../../../../shared/domain/reports/imports/types.ts'
import { maskIdNumber } from '../../../../shared/domain/people/id-number.ts'
import { normalizeName } from '../../../../shared/domain/people/person-name.ts'
import { openIdNo, type DerivedKeys } from '../../../db/derived-keys.ts'
import { assignment, moduleTable, post, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { coversDay } from '../../app/standing.ts'

/** The modules as rosters may name them. */
export function importContext(read: Read, today: string): ImportContext {
  const modules = read
    .select()
    .from(moduleTable)
    .where(eq(moduleTable.enabled, true))
    .orderBy(asc(moduleTable.seq))
    .all()
    .map(({ code, name, alias, office }) => ({ code, name, aliases: [alias, office].flatMap((one) => (one === null ? [] : [one])) }))
  return { modules, today }
}

/** Everybody in the database as of a day, found by 身份证号, code, or name and main module. */
export function staffDirectory(read: Read, keys: DerivedKeys, { asOf, today }: { readonly asOf: string; readonly today: string }, digestOf: (idNo: string) => string): StaffDirectory {
  const main = mainAssignments(read, asOf)
  const concerned = modulesByPerson(read, today)
  const rows = read.select().from(staff).orderBy(asc(staff.seq)).all()
  const known = rows.map((row): KnownStaff & { readonly idNoIndex: string | null } => {
    const held = main.get(row.id)
    return {
      id: row.id,
      staffNo: row.code,
      name: row.name,
      // Opened only where a row is compared with it.
      get maskedIdNo() {
        return row.idNoSealed === null ? null : maskIdNumber(openIdNo(keys, row.idNoSealed))
      },
      idNoIndex: row.idNoIndex,
      sex: row.sex,
      birth: row.birthMonth,
      political: row.political,
      identity: row.identity,
      sendingUnit: row.sendingUnit,
      module: held?.module ?? null,
      moduleName: held?.moduleName ?? null,
      modules: [...new Set([...(held === undefined ? [] : [held.module]), ...(concerned.get(row.id) ?? [])])],
      post: held?.post ?? null,
      rankTitle: row.rankTitle,
      phone: row.phone,
      workStart: row.workStart,
      remark: row.remark,
    }
  })
  const byDigest = Map.groupBy(known, ({ idNoIndex }) => idNoIndex)
  const byCode = Map.groupBy(known, ({ staffNo }) => staffNo)
  const byName = Map.groupBy(known, ({ name }) => normalizeName(name))
  return {
    byIdNo: (idNo) => byDigest.get(digestOf(idNo)) ?? [],
    byStaffNo: (staffNo) => byCode.get(staffNo) ?? [],
    byName: (name) => byName.get(name) ?? [],
    byNameAndModule: (name, module) => (byName.get(name) ?? []).filter((person) => (module === null ? person.module === null : person.modules.includes(module))),
  }
}

/** Codes of the modules that have a say about each person today: see `modulesConcerned`. */
function modulesByPerson(read: Read, today: string): ReadonlyMap<string, readonly string[]> {
  const rows = read.select({ staffId: assignment.staffId, code: moduleTable.code }).from(assignment).innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId)).where(or(isNull(assignment.to), gte(assignment.to, today))).orderBy(asc(assignment.seq)).all()
  return new Map([...groupBy(rows, ({ staffId }) => staffId)].map(([staffId, held]) => [staffId, held.map(({ code }) => code)]))
}

export interface MainAssignment {
  readonly id: string
  readonly module: string
  readonly moduleName: string
  readonly post: string
}

/** The first assignment each person holds on a day. */
export function mainAssignments(read: Read, day: string): ReadonlyMap<string, MainAssignment> {
  const rows = read
    .select({ staffId: assignment.staffId, id: assignment.id, module: moduleTable.code, moduleName: moduleTable.name, post: post.name })
    .from(assignment)
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .innerJoin(post, eq(post.id, assignment.postId))
    .where(and(coversDay(assignment.from, assignment.to, day)))
    .orderBy(asc(assignment.seq))
    .all()
  const main = new Map<string, MainAssignment>()
  for (const { staffId, ...held } of rows) if (!main.has(staffId)) main.set(staffId, held)
  return main
}
