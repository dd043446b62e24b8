import { createContext } from 'react'

/** The ids of the fields that the list of faults above a dialog's form leads to; each FieldRow marks its own by it. */
export const MarkedFields = createContext<readonly string[]>([])

/** The id of the sentence about a field in that list. */
export function sentenceId(field: string): string {
  return `${field}-sentence`
}
