import type { CellRefusal, RowEdit } from '../grid/types.ts'

/** The rows one call of `editCells` takes. */
export const mostRows = 1000

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
