import type { CellRefusal, RowEdit } from '../../grid/types.ts'
import { sentenceOf } from '../../api/failure.ts'

/** What one call takes. */
const mostRows = 1000

/** A step of the grid that is larger than a call takes; the message is the sentence for the user. */
class TooManyRows extends Error {}

/** @throws an error whose `sentenceOfSave` is `sentence` */
export function requireAtMost(edits: readonly RowEdit[], sentence: string): void {
  if (edits.length > mostRows) throw new TooManyRows(sentence)
}

/** The sentence of a failed load or save of a grid. */
export function sentenceOfSave(error: unknown): string {
  return error instanceof TooManyRows ? error.message : sentenceOf(error)
}

interface Refused {
  readonly id: string
  /** null: the whole row. */
  readonly field: string | null
  readonly message: string
}

/** The refusals of the host at the cells of the grid; one of a whole row stands at each cell that was to change. */
export function refusedCells(refused: readonly Refused[], edits: readonly RowEdit[]): readonly CellRefusal[] {
  const byKey = new Map(edits.map((edit) => [edit.key, Object.keys(edit.changes)]))
  return refused.flatMap(({ id, field, message }) => (field === null ? (byKey.get(id) ?? []) : [field]).map((one) => ({ key: id, field: one, reason: message })))
}
