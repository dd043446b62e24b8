import { assertNever } from '../../../lib/assert-never.ts'
import { bad, good, type CellFault, type Checked } from '../../cells/fault.ts'
import { readPeople, readPerson, type PeopleNamed } from '../../people/people-in-cell.ts'
import { readChoice, readDay, readLongText, readText, required } from '../../cells/read-cell.ts'
import { compact } from '../../cells/clean-text.ts'
import { taskForms, type TaskForm } from './codes.ts'
import type { TaskField } from './fields.ts'
import { taskFormNames } from './vocabulary.ts'

/** The value of each field; people and modules by id. */
export interface TaskValues {
  readonly docNo: string | null
  readonly form: TaskForm
  readonly source: string | null
  readonly title: string
  readonly content: string | null
  readonly module: string
  readonly lead: string | null
  readonly hosts: readonly string[]
  readonly cohosts: readonly string[]
  readonly weight: number
  readonly due: string
  readonly group: string | null
}

export type TaskChange = { readonly [Field in TaskField]: { readonly field: Field; readonly value: TaskValues[Field] } }[TaskField]

/** What a cell may name. */
export interface TaskKnowledge {
  readonly peopleNamed: PeopleNamed
  readonly modules: readonly { readonly id: string; readonly code: string; readonly name: string; readonly alias: string | null }[]
  /** 专项工作组 that have not been dissolved. */
  readonly groups: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

export const taskLimits = { docNo: 60, source: 100, title: 200, content: 2000, parties: 50 } as const
const weights = ['1', '2', '3'] as const

function change<Field extends TaskField>(field: Field, checked: Checked<TaskValues[Field]>): Checked<{ readonly field: Field; readonly value: TaskValues[Field] }> {
  return checked.kind === 'bad' ? checked : good({ field, value: checked.value })
}

/** Reads what was typed or pasted into a cell of the ledger. Pure but for the directory, so that a screen can check while one types. */
export function checkTaskCell(field: TaskField, text: string | null, known: TaskKnowledge): Checked<TaskChange> {
  switch (field) {
    case 'docNo':
      return change(field, readText(text, taskLimits.docNo))
    case 'source':
      return change(field, readText(text, taskLimits.source))
    case 'content':
      return change(field, readLongText(text, taskLimits.content))
    case 'title':
      return change(field, required(readText(text, taskLimits.title)))
    case 'form':
      return change(field, required(readChoice(text, taskForms, taskFormNames)))
    case 'weight':
      return change(field, readWeight(text))
    case 'due':
      return change(field, required(readDay(text)))
    case 'module':
      return change(field, readModule(text, known))
    case 'group':
      return change(field, readGroup(text, known))
    case 'lead':
      return change(field, idOf(readPerson(text, known.peopleNamed)))
    case 'hosts': {
      const hosts = readPeople(text, known.peopleNamed, taskLimits.parties)
      return change(field, hosts.kind === 'good' && hosts.value.length === 0 ? bad({ kind: 'empty' }) : idsOf(hosts))
    }
    case 'cohosts':
      return change(field, idsOf(readPeople(text, known.peopleNamed, taskLimits.parties)))
    default:
      return assertNever(field)
  }
}

function readWeight(text: string | null): Checked<number> {
  const read = required(readChoice(text, weights, { 1: '1', 2: '2', 3: '3' }))
  return read.kind === 'bad' ? read : good(Number(read.value))
}

function readModule(text: string | null, { modules }: TaskKnowledge): Checked<string> {
  const plain = compact(text ?? '')
  if (plain === '') return bad({ kind: 'empty' })
  const found = modules.find(({ code, name, alias }) => [code, name, alias].some((word) => word !== null && compact(word) === plain))
  return found === undefined ? bad({ kind: 'not_in_list', text: plain.slice(0, 20), known: modules.map(({ name }) => name) }) : good(found.id)
}

function readGroup(text: string | null, { groups }: TaskKnowledge): Checked<string | null> {
  const plain = compact(text ?? '')
  if (plain === '') return good(null)
  const found = groups.find(({ code, name }) => [code, name].some((word) => compact(word) === plain))
  return found === undefined ? bad({ kind: 'not_in_list', text: plain.slice(0, 20), known: groups.map(({ name }) => name) }) : good(found.id)
}

function idOf(checked: Checked<{ readonly id: string } | null>): Checked<string | null> {
  return checked.kind === 'bad' ? checked : good(checked.value?.id ?? null)
}

function idsOf(checked: Checked<readonly { readonly id: string }[]>): Checked<readonly string[]> {
  return checked.kind === 'bad' ? checked : good(checked.value.map(({ id }) => id))
}

/** The faults that a value has only beside the others of its task: a deadline before the day of issue, a person both 主办 and 协办. */
export function taskFaultAmong(change: TaskChange, after: Pick<TaskValues, 'hosts' | 'cohosts'> & { readonly issuedOn: string | null }, nameOf: (id: string) => string): CellFault | null {
  switch (change.field) {
    case 'due':
      return after.issuedOn !== null && change.value < after.issuedOn ? { kind: 'before_issue', issuedOn: after.issuedOn } : null
    case 'hosts':
    case 'cohosts': {
      const twice = after.hosts.find((id) => after.cohosts.includes(id))
      if (twice !== undefined) return { kind: 'person_twice', name: nameOf(twice) }
      return change.field === 'hosts' && after.hosts.length === 0 ? { kind: 'empty' } : null
    }
    default:
      return null
  }
}
