import { assertNever } from '../../lib/assert-never.ts'
import { bad, good, type Checked } from '../cells/fault.ts'
import { readChoice, readLongText, readMonth, readText, required } from '../cells/read-cell.ts'
import { compact } from '../cells/clean-text.ts'
import { identities, sexes, staffStatuses, tracks, type Identity, type Sex, type StaffStatus, type Track } from './codes.ts'
import type { PersonField } from './fields.ts'
import { readIdentity, readPolitical, readSex } from './identity.ts'
import { normalizeName } from './person-name.ts'
import { identityLabels, sexLabels, statusLabels, trackLabels } from './vocabulary.ts'

/** The value of each field; months are `YYYY-MM`. */
export interface PersonValues {
  readonly name: string
  readonly sex: Sex | null
  readonly birthMonth: string | null
  readonly political: string | null
  readonly identity: Identity
  readonly sendingUnit: string | null
  readonly rankTitle: string | null
  readonly phone: string | null
  readonly track: Track
  readonly status: StaffStatus
  readonly pool: string | null
  readonly workStart: string | null
  readonly remark: string | null
}

export type PersonChange = { readonly [Field in PersonField]: { readonly field: Field; readonly value: PersonValues[Field] } }[PersonField]

const most = { short: 50, remark: 2000 } as const

function change<Field extends PersonField>(field: Field, checked: Checked<PersonValues[Field]>): Checked<{ readonly field: Field; readonly value: PersonValues[Field] }> {
  return checked.kind === 'bad' ? checked : good({ field, value: checked.value })
}

/** Reads what was typed or pasted into a cell of the roster, with the words that rosters use (党员, 行政编, 副镇长). */
export function checkPersonCell(field: PersonField, text: string | null): Checked<PersonChange> {
  switch (field) {
    case 'name':
      return change(field, required(readText(text === null ? null : normalizeName(text), most.short)))
    case 'sex': {
      const sex = readSex(text ?? '')
      return change(field, sex === null ? readChoice(text, sexes, sexLabels) : good(sex))
    }
    case 'identity': {
      const identity = readIdentity(text ?? '')
      return change(field, identity === null ? required(readChoice(text, identities, identityLabels)) : good(identity))
    }
    case 'track':
      return change(field, required(readChoice(text, tracks, trackLabels)))
    case 'status':
      return change(field, required(readChoice(text, staffStatuses, statusLabels)))
    case 'political':
      return change(field, readText(text === null ? null : readPolitical(text), most.short))
    case 'birthMonth':
    case 'workStart':
      return change(field, readMonth(text))
    case 'sendingUnit':
    case 'rankTitle':
    case 'pool':
      return change(field, readText(text, most.short))
    case 'phone':
      return change(field, readPhone(text))
    case 'remark':
      return change(field, readLongText(text, most.remark))
    default:
      return assertNever(field)
  }
}

function readPhone(text: string | null): Checked<string | null> {
  const plain = compact(text ?? '')
  if (plain === '') return good(null)
  return /^[\d+-]{5,20}$/.test(plain) ? good(plain) : bad({ kind: 'not_a_phone' })
}
