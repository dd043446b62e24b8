import { readHouseholds } from '../../../../shared/domain/villages/tuesday/plan-entry.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { entryWords } from './vocabulary.ts'

/** What is typed into the form of an entry. */
export interface EntryDraft {
  readonly kind: string | null
  readonly date: string | null
  readonly village: string | null
  readonly people: readonly string[]
  readonly households: string
  readonly quantity: string
  readonly note: string
}

export interface EntryInput {
  readonly kind: string
  readonly date: string
  readonly villageId: string
  readonly staffIds: readonly string[]
  readonly households: readonly string[]
  readonly quantity: string
  readonly note: string | null
}

export type EntryReading = { readonly kind: 'good'; readonly input: EntryInput } | { readonly kind: 'bad'; readonly faults: readonly FieldFault[] }

export const entryIds = { kind: 'entry-kind', date: 'entry-date', villageId: 'entry-village', staffIds: 'entry-people', households: 'entry-households', household: 'entry-households', quantity: 'entry-quantity', note: 'entry-note' } as const

/** The FieldRow of a field of the input, also of one of its items: `households.3`. */
export function entryRowOf(path: string): string {
  return Object.entries(entryIds).find(([field]) => field === path.split('.')[0])?.[1] ?? ''
}

const longestHousehold = 50
const longestNote = 2000

/** The draft as the contract takes it, or what is wrong with it. */
export function readEntry(draft: EntryDraft): EntryReading {
  const households = readHouseholds(draft.households)
  const long = households.find((name) => name.length > longestHousehold)
  const quantity = readQuantity(draft.quantity)
  const faults: readonly FieldFault[] = [
    ...(draft.kind === null ? [{ id: entryIds.kind, sentence: entryWords.choose(entryWords.kind) }] : []),
    ...dayFaults(entryIds.date, entryWords.date, draft.date),
    ...(draft.village === null ? [{ id: entryIds.villageId, sentence: entryWords.choose(entryWords.village) }] : []),
    ...(draft.people.length === 0 ? [{ id: entryIds.staffIds, sentence: entryWords.choose(entryWords.people) }] : []),
    ...(long === undefined ? [] : [{ id: entryIds.households, sentence: entryWords.tooLongHousehold(long) }]),
    ...(quantity === null ? [{ id: entryIds.quantity, sentence: entryWords.badQuantity }] : []),
    ...lengthFaults(entryIds.note, entryWords.note, draft.note, longestNote),
  ]
  if (faults.length > 0 || draft.kind === null || draft.date === null || draft.village === null || quantity === null) return { kind: 'bad', faults }
  const note = draft.note.trim()
  return { kind: 'good', input: { kind: draft.kind, date: draft.date, villageId: draft.village, staffIds: draft.people, households, quantity, note: note === '' ? null : note } }
}

/** `１２` → `12`; null for what is no number above 0. */
function readQuantity(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,4}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 && Number(plain) <= 1000 ? plain : null
}

interface Served {
  readonly id: string
  readonly teamLeaderId: string | null
  readonly members: readonly { readonly staffId: string }[]
}

/** The villages whose 组团 a person leads or is in. */
export function villagesServed(villages: readonly Served[], staffId: string | null): readonly string[] {
  if (staffId === null) return []
  return villages.filter(({ teamLeaderId, members }) => teamLeaderId === staffId || members.some((member) => member.staffId === staffId)).map(({ id }) => id)
}

/** The village that a form begins with: the only one served, else that of the last record. */
export function usualVillage(served: readonly string[], last: string | undefined): string | null {
  const [only, ...others] = served
  return only !== undefined && others.length === 0 ? only : (last ?? null)
}
