import type { CellContent } from './cell-digest.ts'

/** What a cell of a filled template says. Its formulas have no values until whoever opens it calculates them, so a formula is known by its text alone. */
export function formContent({ value, formula }: CellContent): CellContent {
  return { value: formula === null ? value : null, formula }
}
