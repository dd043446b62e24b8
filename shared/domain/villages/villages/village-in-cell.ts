import { compact } from '../../cells/clean-text.ts'
import { bad, good, type Checked } from '../../cells/fault.ts'

export interface KnownVillage {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** Finds villages by their name without white space. */
export type VillagesNamed = (name: string) => readonly KnownVillage[]

/** One village by its name; where 村 or 社区 was left off, by what is left of it. Blank is null. */
export function readVillage(text: string | null, villagesNamed: VillagesNamed): Checked<KnownVillage | null> {
  const plain = compact(text ?? '')
  if (plain === '') return good(null)
  const found = [plain, `${plain}村`, `${plain}社区`].map((name) => villagesNamed(name)).find((villages) => villages.length > 0) ?? []
  const [first, ...more] = found
  if (first === undefined) return bad({ kind: 'village_unknown', name: plain.slice(0, 20) })
  return more.length === 0 ? good(first) : bad({ kind: 'village_ambiguous', name: plain.slice(0, 20) })
}
