import { moduleTable, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Who and what the codes of an evaluation stand for. */
export interface NamesByCode {
  readonly staff: ReadonlyMap<string, Named & { readonly birthMonth: string | null }>
  readonly module: ReadonlyMap<string, Named>
}

export function namesByCode(read: Read): NamesByCode {
  const people = read.select({ id: staff.id, code: staff.code, name: staff.name, birthMonth: staff.birthMonth }).from(staff).all()
  const modules = read.select({ id: moduleTable.id, code: moduleTable.code, name: moduleTable.name }).from(moduleTable).all()
  return { staff: new Map(people.map((person) => [person.code, person])), module: new Map(modules.map((module) => [module.code, module])) }
}
