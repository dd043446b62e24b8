import { assertNever } from '../../lib/assert-never.ts'
import { bad, good, type Checked } from '../cells/fault.ts'
import { nameWithCode, readPerson, type KnownPerson, type PeopleNamed } from '../people/people-in-cell.ts'
import { readDay, readLongText, readText, required } from '../cells/read-cell.ts'
import { readVillage, type KnownVillage, type VillagesNamed } from '../villages/villages/village-in-cell.ts'
import { compact } from '../cells/clean-text.ts'
import { decimalsOf, registerLimits } from './codes.ts'
import type { ColumnDefinition } from './column.ts'

/** What cells may name. */
export interface RegisterKnowledge {
  readonly peopleNamed: PeopleNamed
  readonly villagesNamed: VillagesNamed
}

/** Who and what an id in a cell stands for; undefined where nobody knows it any more. */
export interface RegisterNames {
  readonly person: (id: string) => (Pick<KnownPerson, 'name' | 'code'> & { readonly hasNamesake: boolean }) | undefined
  readonly village: (id: string) => Pick<KnownVillage, 'name'> | undefined
}

type CellRule = Pick<ColumnDefinition, 'type' | 'unit' | 'options' | 'required'>

/** Reads what was typed, pasted or imported into a cell as the value that is kept; blank is null, and a fault where the column is required. */
export function readRegisterCell(column: CellRule, text: string | null, known: RegisterKnowledge): Checked<string | null> {
  const checked = readByType(column, text, known)
  return column.required && column.type !== 'attachment' ? required(checked) : checked
}

function readByType(column: CellRule, text: string | null, known: RegisterKnowledge): Checked<string | null> {
  switch (column.type) {
    case 'text':
      return readText(text, registerLimits.text)
    case 'long_text':
      return readLongText(text, registerLimits.longText)
    case 'number':
    case 'amount':
      return readNumber(text, column.unit, decimalsOf[column.type])
    case 'date':
      return readDay(text)
    case 'choice':
      return readOption(text, column.options)
    case 'person':
      return idOf(readPerson(text, known.peopleNamed))
    case 'village':
      return idOf(readVillage(text, known.villagesNamed))
    case 'attachment':
      return compact(text ?? '') === '' ? good(null) : bad({ kind: 'not_typed' })
    default:
      return assertNever(column.type)
  }
}

function idOf(checked: Checked<{ readonly id: string } | null>): Checked<string | null> {
  return checked.kind === 'bad' ? checked : good(checked.value?.id ?? null)
}

const written = /^([+-]?)(\d{1,12})(?:\.(\d+))?$/

/** `１，２３０．５０ 万元` → `1230.5`: digits in any width, thousands apart or not, the column's own unit behind. */
function readNumber(text: string | null, unit: string | null, decimals: number): Checked<string | null> {
  const plain = compact(text ?? '').replace(/^[¥￥]/u, '')
  if (plain === '' || /^[-—–/]+$/u.test(plain)) return good(null)
  const bare = unit !== null && unit !== '' && plain.endsWith(compact(unit)) ? plain.slice(0, -compact(unit).length) : plain
  const parts = written.exec(/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare)
  if (parts === null) return bad({ kind: 'not_a_number', text: plain.slice(0, 20) })
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return bad({ kind: 'too_fine', most: decimals })
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '')
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return good(parts[1] === '-' && digits !== '0' ? `-${digits}` : digits)
}

function readOption(text: string | null, options: readonly string[]): Checked<string | null> {
  const plain = compact(text ?? '')
  if (plain === '') return good(null)
  const found = options.find((option) => compact(option) === plain)
  return found === undefined ? bad({ kind: 'not_in_list', text: plain.slice(0, 20), known: options }) : good(found)
}

/** A value as it stands on screen and on paper, and as `readRegisterCell` reads it again: an amount with two decimals, a namesake with his code. */
export function showRegisterValue(column: Pick<ColumnDefinition, 'type'>, value: string, names: RegisterNames): string {
  switch (column.type) {
    case 'amount':
      return withTwoDecimals(value)
    case 'person': {
      const person = names.person(value)
      return person === undefined ? value : person.hasNamesake ? nameWithCode(person) : person.name
    }
    case 'village':
      return names.village(value)?.name ?? value
    case 'text':
    case 'long_text':
    case 'number':
    case 'date':
    case 'choice':
    case 'attachment':
      return value
    default:
      return assertNever(column.type)
  }
}

function withTwoDecimals(digits: string): string {
  const [whole = '0', fraction = ''] = digits.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}
