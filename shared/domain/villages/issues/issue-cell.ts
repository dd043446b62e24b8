import { assertNever } from '../../../lib/assert-never.ts'
import { bad, good, type Checked } from '../../cells/fault.ts'
import { readPerson, type PeopleNamed } from '../../people/people-in-cell.ts'
import { readChoice, readDay, readLongText, readText, required } from '../../cells/read-cell.ts'
import { compact } from '../../cells/clean-text.ts'
import { issueSources, type IssueSource } from './codes.ts'
import type { IssueField } from './fields.ts'
import { issueSourceNames } from './vocabulary.ts'

/** The value of each field; people and villages by id. */
export interface IssueValues {
  readonly title: string
  readonly content: string | null
  readonly village: string
  readonly source: IssueSource
  readonly reporter: string | null
  readonly phone: string | null
  readonly reportedOn: string
  readonly handler: string | null
  readonly due: string | null
}

export type IssueChange = { readonly [Field in IssueField]: { readonly field: Field; readonly value: IssueValues[Field] } }[IssueField]

/** What a cell may name. */
export interface IssueKnowledge {
  readonly peopleNamed: PeopleNamed
  readonly villages: readonly { readonly id: string; readonly name: string }[]
}

export const issueLimits = { title: 100, content: 2000, reporter: 50, result: 2000 } as const

/** A telephone number as it is written: digits, `+` and `-`. */
export const phonePattern = /^[\d+-]{5,20}$/

function change<Field extends IssueField>(field: Field, checked: Checked<IssueValues[Field]>): Checked<{ readonly field: Field; readonly value: IssueValues[Field] }> {
  return checked.kind === 'bad' ? checked : good({ field, value: checked.value })
}

/** Reads what was typed or pasted into a cell of the list. */
export function checkIssueCell(field: IssueField, text: string | null, known: IssueKnowledge): Checked<IssueChange> {
  switch (field) {
    case 'title':
      return change(field, required(readText(text, issueLimits.title)))
    case 'content':
      return change(field, readLongText(text, issueLimits.content))
    case 'village':
      return change(field, readVillage(text, known))
    case 'source':
      return change(field, required(readChoice(text, issueSources, issueSourceNames)))
    case 'reporter':
      return change(field, readText(text, issueLimits.reporter))
    case 'phone':
      return change(field, readPhone(text))
    case 'reportedOn':
      return change(field, required(readDay(text)))
    case 'handler':
      return change(field, idOf(readPerson(text, known.peopleNamed)))
    case 'due':
      return change(field, required(readDay(text)))
    default:
      return assertNever(field)
  }
}

function readVillage(text: string | null, { villages }: IssueKnowledge): Checked<string> {
  const plain = compact(text ?? '')
  if (plain === '') return bad({ kind: 'empty' })
  const found = villages.find(({ name }) => compact(name) === plain)
  return found === undefined ? bad({ kind: 'not_in_list', text: plain.slice(0, 20), known: villages.map(({ name }) => name) }) : good(found.id)
}

function readPhone(text: string | null): Checked<string | null> {
  const plain = compact(text ?? '')
  if (plain === '') return good(null)
  return phonePattern.test(plain) ? good(plain) : bad({ kind: 'not_a_phone' })
}

function idOf(checked: Checked<{ readonly id: string } | null>): Checked<string | null> {
  return checked.kind === 'bad' ? checked : good(checked.value?.id ?? null)
}
