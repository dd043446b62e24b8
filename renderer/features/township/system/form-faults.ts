import { failureOf } from '../../../api/failure.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'

/** A field of a form: where the input schema has it, the id of its input, and what it is called. */
export interface FormField {
  readonly path: string
  readonly id: string
  readonly label: string
}

/** What a refused call says about a form: one sentence a field, or the one sentence of the refusal. `unique` is the field that no two may have alike. */
export function faultsOfCall(error: unknown, fields: readonly FormField[], unique = ''): readonly FieldFault[] {
  const { code, sentence, faults } = failureOf(error)
  const known = faults.flatMap(({ path, message }) => {
    const field = fields.find((other) => other.path === path)
    return field === undefined ? [] : [{ id: field.id, sentence: `“${field.label}”${message}，请改正。` }]
  })
  return known.length > 0 ? known : [{ id: code === 'duplicate' ? unique : '', sentence }]
}

/** The sentence of a field, for its FieldRow. */
export function faultAt(faults: readonly FieldFault[], id: string): string | undefined {
  return faults.find((fault) => fault.id === id)?.sentence
}

/** Those fields that were wrong when the form was sent and are wrong still: what stays marked while one mends them. */
export function stillOpen(sent: readonly FieldFault[], now: readonly FieldFault[]): readonly FieldFault[] {
  return now.filter(({ id }) => sent.some((fault) => fault.id === id))
}
