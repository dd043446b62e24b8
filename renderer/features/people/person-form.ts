import { sentenceOf } from '../../../shared/contract/errors.ts'
import { cellFaultReason } from '../../../shared/domain/cells/vocabulary.ts'
import { personFields, type PersonField } from '../../../shared/domain/people/fields.ts'
import { birthMonthOf, readIdNumber, sexOf } from '../../../shared/domain/people/id-number.ts'
import { checkPersonCell, type PersonValues } from '../../../shared/domain/people/person-cell.ts'
import { personFieldNames } from '../../../shared/domain/people/vocabulary.ts'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { formWords, idNoFault } from './vocabulary.ts'

/** What stands in the form of a person, as typed; empty is ''. Choices are codes, months `YYYY-MM`. */
export type PersonTexts = Readonly<Record<PersonField, string>>

/** A new person: 一般干部, 在册. */
export const emptyPerson: PersonTexts = {
  name: '', sex: '', birthMonth: '', political: '', identity: '', sendingUnit: '', rankTitle: '', phone: '', track: 'staff', status: 'active', pool: '', workStart: '', remark: '',
}

/** The fields as a form shows them. */
export function textsOf(person: PersonValues): PersonTexts {
  return { ...emptyPerson, ...Object.fromEntries(personFields.map((field) => [field, person[field] ?? ''])) }
}

/** The id of a field's row, for FormErrors to lead to. */
export function fieldId(field: PersonField | 'idNo' | 'moduleId' | 'postId' | 'from'): string {
  return `person-${field}`
}

/** One sentence about a field as it stands, or nothing. */
export function personFault(field: PersonField, text: string): string | undefined {
  const checked = checkPersonCell(field, text === '' ? null : text)
  if (checked.kind === 'good') return undefined
  return checked.fault.kind === 'empty' ? formWords.required(personFieldNames[field]) : sentenceOf('invalid_input', { field: personFieldNames[field], reason: cellFaultReason(checked.fault) })
}

export type PersonReading = { readonly kind: 'good'; readonly values: PersonValues } | { readonly kind: 'bad'; readonly faults: readonly FieldFault[] }

/** The form's values as the contract takes them, or what is wrong with it, field by field. */
export function readPerson(texts: PersonTexts): PersonReading {
  const faults = personFields.flatMap((field) => {
    const sentence = personFault(field, texts[field])
    return sentence === undefined ? [] : [{ id: fieldId(field), sentence }]
  })
  if (faults.length > 0) return { kind: 'bad', faults }
  return { kind: 'good', values: personFields.reduce<PersonValues>((values, field) => ({ ...values, ...valueOf(field, texts[field]) }), noValues) }
}

const noValues: PersonValues = { name: '', sex: null, birthMonth: null, political: null, identity: 'civil', sendingUnit: null, rankTitle: null, phone: null, track: 'staff', status: 'active', pool: null, workStart: null, remark: null }

function valueOf(field: PersonField, text: string): Partial<PersonValues> {
  const checked = checkPersonCell(field, text === '' ? null : text)
  return checked.kind === 'good' ? { [checked.value.field]: checked.value.value } : {}
}

/** The form after an ID number was typed: a valid one brings sex and birth month where they are still empty. */
export function withIdNumber(texts: PersonTexts, idNo: string): PersonTexts {
  const reading = readIdNumber(idNo)
  if (reading.kind !== 'valid') return texts
  return { ...texts, sex: texts.sex === '' ? sexOf(reading.idNo) : texts.sex, birthMonth: texts.birthMonth === '' ? birthMonthOf(reading.idNo) : texts.birthMonth }
}

/** What the number says about itself: a fault, or that it is good and what it tells. */
export function idNoWord(idNo: string, sexNames: Readonly<Record<'male' | 'female', string>>): { readonly fault?: string; readonly help?: string } {
  const reading = readIdNumber(idNo)
  const fault = idNoFault(reading)
  if (fault !== null) return { fault }
  return reading.kind === 'valid' ? { help: formWords.idNoGood(birthMonthOf(reading.idNo), sexNames[sexOf(reading.idNo)]) } : {}
}

/** The ID number as it is stored; null when none was typed. */
export function idNoValue(idNo: string): string | null {
  const reading = readIdNumber(idNo)
  return reading.kind === 'valid' ? reading.idNo : null
}
