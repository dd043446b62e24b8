import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { lengthFaults } from '../../../frame/field-faults.ts'
import { exceptionWords as words } from './vocabulary.ts'

export interface ExceptionDraft {
  readonly exceptionReason: string
  readonly exceptionBy: string | null
}

/** The FieldRows of the exception in a form. */
export interface ExceptionIds {
  readonly exceptionReason: string
  readonly exceptionBy: string
}

/** What a reason may have. */
const longestReason = 200

/** What is wrong with the exception of a meeting on a Tuesday. */
export function exceptionFaults(ids: ExceptionIds, { exceptionReason, exceptionBy }: ExceptionDraft): readonly FieldFault[] {
  return [
    ...(exceptionReason.trim() === '' ? [{ id: ids.exceptionReason, sentence: words.reasonMissing }] : lengthFaults(ids.exceptionReason, words.reason, exceptionReason, longestReason)),
    ...(exceptionBy === null ? [{ id: ids.exceptionBy, sentence: words.byMissing }] : []),
  ]
}
