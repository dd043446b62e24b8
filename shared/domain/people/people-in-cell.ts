import { compact, tidyText } from '../cells/clean-text.ts'
import { normalizeName } from './person-name.ts'
import { bad, good, type Checked } from '../cells/fault.ts'

export interface KnownPerson {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Names of the modules worked in. */
  readonly modules: readonly string[]
}

/** Finds people by their whole name. */
export type PeopleNamed = (name: string) => readonly KnownPerson[]

const separators = /[、，,;；/\n\r\t]+/u
const noted = /^(.+?)\s*[(（](.+?)[)）]$/u

/** `张三（S0007）`: how a namesake is written so that it means one person. */
export function nameWithCode(person: Pick<KnownPerson, 'name' | 'code'>): string {
  return `${person.name}（${person.code}）`
}

/** One person by name; a namesake with the code or module behind the name: `张三（S0007）`, `张三（大党建）`. Blank is null. */
export function readPerson(text: string | null, peopleNamed: PeopleNamed): Checked<KnownPerson | null> {
  const plain = tidyText(text ?? '')
  if (plain === '') return good(null)
  const written = normalizeName(plain)
  const parts = noted.exec(written)
  const name = normalizeName(parts?.[1] ?? written)
  const note = compact(parts?.[2] ?? '')
  const namesakes = peopleNamed(name)
  const meant = note === '' ? namesakes : namesakes.filter(({ code, modules }) => compact(code) === note || modules.some((module) => compact(module) === note))
  const [first, ...more] = meant
  if (first === undefined) return bad({ kind: 'person_unknown', name: plain.slice(0, 20) })
  return more.length === 0 ? good(first) : bad({ kind: 'person_ambiguous', name, examples: meant.map(nameWithCode) })
}

/** A list of people, `张三、李四`, each once. Blank is nobody. */
export function readPeople(text: string | null, peopleNamed: PeopleNamed, most: number): Checked<readonly KnownPerson[]> {
  const people: KnownPerson[] = []
  for (const part of (text ?? '').split(separators)) {
    const read = readPerson(part, peopleNamed)
    if (read.kind === 'bad') return read
    if (read.value === null) continue
    const { id, name } = read.value
    if (people.some((person) => person.id === id)) return bad({ kind: 'person_twice', name })
    people.push(read.value)
  }
  return people.length > most ? bad({ kind: 'too_many', most }) : good(people)
}
