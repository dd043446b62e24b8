import { asc, gte, isNull, or } from 'drizzle-orm'
import { nameAndModule } from '../../../../../shared/domain/reports/imports/name-and-module.ts'
import { moduleIndex } from '../../../../../shared/domain/reports/imports/modules.ts'
import { normalizeName } from '../../../../../shared/domain/people/person-name.ts'
import type { Track } from '../../../../../shared/domain/people/codes.ts'
import { assignment, staff } from '../../../../db/schema/index.ts'
import { importContext, mainAssignments } from '../staff-directory.ts'
import { listWords } from '../vocabulary.ts'
import type { Candidate, Scene } from './import-kind.ts'

/** A person as lists name him. `module` is the code of the main module on the day of the import, `concerned` the ids of those that have a say about him today. */
export interface IndexedPerson {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly track: Track
  readonly leftOn: string | null
  readonly module: string | null
  readonly moduleName: string | null
  readonly post: string | null
  readonly concerned: readonly string[]
}

/** How a row names a person. */
export interface NamedPerson {
  readonly idNo?: string | undefined
  readonly staffNo?: string | undefined
  readonly name?: string | undefined
  readonly module?: string | undefined
}

export type FoundPerson =
  | { readonly is: 'one'; readonly person: IndexedPerson }
  | { readonly is: 'several'; readonly ids: readonly string[] }
  | { readonly is: 'none'; readonly at: 'idNo' | 'staffNo' | 'name'; readonly message: string }

export interface PeopleIndex {
  /** 身份证号, else 工号, else 姓名 with what tells namesakes apart: the module behind it or in its column, who was in service on the day, the click. */
  find(named: NamedPerson, day: string, picked: (ids: readonly string[]) => string | undefined): FoundPerson
  byId(id: string): IndexedPerson | undefined
}

/** Everybody, looked up once. */
export function peopleIndex({ read, cache, asOf, today }: Scene): PeopleIndex {
  const main = mainAssignments(read, asOf)
  const concerned = Map.groupBy(
    read.select({ staffId: assignment.staffId, moduleId: assignment.moduleId }).from(assignment).where(or(isNull(assignment.to), gte(assignment.to, today))).orderBy(asc(assignment.seq)).all(),
    ({ staffId }) => staffId,
  )
  const rows = read.select({ id: staff.id, code: staff.code, name: staff.name, track: staff.track, leftOn: staff.leftOn, idNoIndex: staff.idNoIndex }).from(staff).orderBy(asc(staff.seq)).all()
  const digests = new Map<string, IndexedPerson>()
  const people = rows.map(({ idNoIndex, ...row }): IndexedPerson => {
    const held = main.get(row.id)
    const person = { ...row, module: held?.module ?? null, moduleName: held?.moduleName ?? null, post: held?.post ?? null, concerned: [...new Set((concerned.get(row.id) ?? []).map(({ moduleId }) => moduleId))] }
    if (idNoIndex !== null) digests.set(idNoIndex, person)
    return person
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  const byCode = new Map(people.map((person) => [person.code, person]))
  const byName = Map.groupBy(people, ({ name }) => normalizeName(name))
  const moduleNamed = moduleIndex(importContext(read, today).modules)

  function namesakes(text: string, module: string | undefined, day: string): readonly IndexedPerson[] {
    const { name, module: behind } = nameAndModule(text)
    const wanted = behind === null ? module : (moduleNamed(behind)?.code ?? '')
    const all = byName.get(name) ?? []
    const near = wanted === undefined ? all : all.filter((person) => person.module === wanted)
    // A module that the row is about, or that is out of date, does not hide the only one of the name.
    const chosen = near.length === 0 && behind === null ? all : near
    const present = chosen.filter(({ leftOn }) => leftOn === null || leftOn >= day)
    return present.length === 0 ? chosen : present
  }

  function holderOf({ idNo, staffNo, name }: NamedPerson): FoundPerson | null {
    const at = idNo === undefined ? 'staffNo' : 'idNo'
    const holder = idNo === undefined ? (staffNo === undefined ? undefined : byCode.get(staffNo)) : digests.get(cache.digestOf(idNo))
    if (idNo === undefined && staffNo === undefined) return null
    if (holder === undefined) return name === undefined ? { is: 'none', at, message: listWords.noHolder } : null
    if (name !== undefined && nameAndModule(name).name !== normalizeName(holder.name)) return { is: 'none', at, message: listWords.otherName(nameAndModule(name).name) }
    return { is: 'one', person: holder }
  }

  return {
    byId: (id) => byId.get(id),
    find(named, day, picked) {
      const holder = holderOf(named)
      if (holder !== null) return holder
      if (named.name === undefined) return { is: 'none', at: 'name', message: listWords.noName }
      const found = namesakes(named.name, named.module, day)
      const [first, ...more] = found
      if (first === undefined) return { is: 'none', at: 'name', message: listWords.unknownPerson(named.name.slice(0, 20)) }
      if (more.length === 0) return { is: 'one', person: first }
      const ids = found.map(({ id }) => id)
      const pick = picked(ids)
      const person = found.find(({ id }) => id === pick)
      return person === undefined ? { is: 'several', ids } : { is: 'one', person }
    },
  }
}

/** People by their ids, as an ambiguous row offers them. */
export function describePeople(scene: Scene): (ids: readonly string[]) => readonly Candidate[] {
  let names: ReadonlyMap<string, string> | null = null
  const main = mainAssignments(scene.read, scene.asOf)
  return (ids) => {
    names ??= new Map(scene.read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
    const known = names
    return ids.map((id) => ({ id, name: known.get(id) ?? '', module: main.get(id)?.moduleName ?? null, post: main.get(id)?.post ?? null }))
  }
}
