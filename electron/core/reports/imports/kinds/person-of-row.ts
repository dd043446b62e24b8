import type { Cells } from '../../../../../shared/domain/reports/imports/lists/list-spec.ts'
import { listWords } from '../vocabulary.ts'
import type { Scene } from './import-kind.ts'
import type { ListIssue, ListTools } from './list-kind.ts'
import type { IndexedPerson, PeopleIndex } from './people-index.ts'

type PersonKey = 'name' | 'staffNo' | 'idNo' | 'module'

export type PersonOfRow =
  | { readonly is: 'person'; readonly person: IndexedPerson }
  | { readonly is: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly is: 'refused'; readonly errors: readonly ListIssue[] }

/** Whom a row is about, in service on its day. Without a name or number the cells have said so already. `isKnown` finds among namesakes the only one whom the row has been taken for. */
export function personOf<Key extends string>({ row, cells }: { readonly row: number; readonly cells: Cells<Key | PersonKey> }, people: PeopleIndex, scene: Scene, { issue }: ListTools<Key | PersonKey>, day: string, isKnown: (id: string) => boolean = () => false): PersonOfRow {
  const named = { idNo: cells.get('idNo'), staffNo: cells.get('staffNo'), name: cells.get('name'), module: cells.get('module') }
  if (named.idNo === undefined && named.staffNo === undefined && named.name === undefined) return { is: 'refused', errors: [] }
  const found = people.find(named, day, (ids) => scene.picked(row, ids))
  if (found.is === 'none') return { is: 'refused', errors: [issue(found.at, 'unknown_person', found.message)] }
  const known = found.is === 'several' ? found.ids.filter(isKnown) : []
  const person = found.is === 'one' ? found.person : people.byId(known.length === 1 ? (known[0] ?? '') : '')
  if (person === undefined) return { is: 'ambiguous', candidates: found.is === 'several' ? found.ids : [] }
  if (person.leftOn !== null && person.leftOn < day) return { is: 'refused', errors: [issue('name', 'person_departed', listWords.departed(person.name, person.leftOn))] }
  return { is: 'person', person }
}
