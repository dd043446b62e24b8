import { asc, eq } from 'drizzle-orm'
import { nameKeyOf, searchKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { normalizeName } from '../../../shared/domain/people/person-name.ts'
import { compact } from '../../../shared/domain/cells/clean-text.ts'
import type { RegisterKnowledge, RegisterNames } from '../../../shared/domain/registers/cell.ts'
import type { RegisterCells, RegisterColumn } from '../../../shared/domain/registers/column.ts'
import { groupBy } from '../../../shared/lib/group-by.ts'
import { assignment, moduleTable, staff, village } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { coversDay } from '../app/standing.ts'

export type RegisterDirectory = RegisterKnowledge & RegisterNames

/**
 * The people and villages that cells name. A register tells of the past as well: whoever has left is found too, but where
 * somebody of that name is in office it means him.
 */
export function registerDirectory(read: Read, today: string): RegisterDirectory {
  const held = groupBy(
    read.select({ staffId: assignment.staffId, name: moduleTable.name }).from(assignment).innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId)).where(coversDay(assignment.from, assignment.to, today)).all(),
    ({ staffId }) => staffId,
  )
  const people = read
    .select({ id: staff.id, code: staff.code, name: staff.name, leftOn: staff.leftOn })
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .map((row) => ({ ...row, modules: (held.get(row.id) ?? []).map(({ name }) => name), isHere: row.leftOn === null || row.leftOn >= today }))
  const byName = groupBy(people, ({ name }) => normalizeName(name))
  const byId = new Map(people.map((person) => [person.id, { ...person, hasNamesake: (byName.get(normalizeName(person.name)) ?? []).length > 1 }]))
  const villages = read.select({ id: village.id, code: village.code, name: village.name }).from(village).orderBy(asc(village.seq)).all()
  const villagesByName = groupBy(villages, ({ name }) => compact(name))
  const villagesById = new Map(villages.map((row) => [row.id, row]))
  return {
    peopleNamed(name) {
      const namesakes = byName.get(name) ?? []
      // With one here and one gone the name alone means the one here; by his code the other is still found.
      return namesakes.some(({ isHere }) => isHere) ? namesakes.filter(({ isHere }) => isHere) : namesakes
    },
    villagesNamed: (name) => villagesByName.get(name) ?? [],
    person: (id) => byId.get(id),
    village: (id) => villagesById.get(id),
  }
}

/** As much of a long text as is searched by pinyin. */
const searched = 200

/** The syllables of a row's texts, names of people and villages among them. */
export function rowSearchKey(columns: readonly RegisterColumn[], cells: RegisterCells, names: RegisterNames): string {
  return columns
    .flatMap(({ id, type }) => {
      const value = cells[id]
      if (value === undefined) return []
      if (type === 'person') return [nameKeyOf(names.person(value)?.name ?? '')]
      if (type === 'village') return [searchKeyOf(names.village(value)?.name ?? '')]
      return type === 'text' || type === 'long_text' || type === 'choice' ? [searchKeyOf(value.slice(0, searched))] : []
    })
    .join(',')
}
