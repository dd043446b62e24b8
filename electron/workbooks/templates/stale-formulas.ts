import type { Block } from './row-shift.ts'
import { lastOf } from './row-shift.ts'
import { referencesOf } from './references.ts'
import type { FormulaCell } from './formula-cells.ts'

/** A sheet with its formulas, the cells that are filled, and the rows that are repeated. Rows and columns are those of the template. */
export interface SheetFormulas {
  readonly name: string
  readonly formulas: readonly FormulaCell[]
  readonly filled: readonly { readonly row: number; readonly column: number }[]
  readonly blocks: readonly Block[]
}

/** Changed cells of a sheet by row; `null`: every cell of the row. */
class Changed {
  readonly #rows = new Map<number, Set<number> | null>()

  add(row: number, column: number): void {
    const present = this.#rows.get(row)
    if (present === null) return
    if (present === undefined) this.#rows.set(row, new Set([column]))
    else present.add(column)
  }

  addRow(row: number): void {
    this.#rows.set(row, null)
  }

  touches(top: number, bottom: number, left: number, right: number): boolean {
    const hit = (columns: Set<number> | null) => columns === null || [...columns].some((column) => left <= column && column <= right)
    if (bottom - top < this.#rows.size) {
      for (let row = top; row <= bottom; row += 1) {
        const columns = this.#rows.get(row)
        if (columns !== undefined && hit(columns)) return true
      }
      return false
    }
    for (const [row, columns] of this.#rows) if (top <= row && row <= bottom && hit(columns)) return true
    return false
  }
}

const everything = { top: 1, bottom: 1_048_576, left: 1, right: 16_384 }

/** The formulas whose value is no longer what the file remembers, by sheet: they look at something filled, or at another of them. */
export function staleFormulas(sheets: readonly SheetFormulas[]): ReadonlyMap<string, ReadonlySet<string>> {
  const changed = new Map(sheets.map(({ name }) => [name.toLowerCase(), new Changed()]))
  for (const { name, filled, blocks } of sheets) {
    const ofSheet = changed.get(name.toLowerCase())
    for (const { row, column } of filled) ofSheet?.add(row, column)
    for (const block of blocks) for (let row = block.first; row <= lastOf(block); row += 1) ofSheet?.addRow(row)
  }
  const anything = sheets.some(({ filled, blocks }) => filled.length > 0 || blocks.length > 0)
  const stale = new Map(sheets.map(({ name }) => [name, new Set<string>()]))
  let waiting = !anything ? [] : sheets.flatMap(({ name, formulas, blocks }) =>
    formulas.map((formula) => ({ name, formula, isRepeated: blocks.some((block) => block.first <= formula.row && formula.row <= lastOf(block)), ...referencesOf(formula.text) })))
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    waiting = waiting.filter(({ name, formula, isRepeated, isOpen, references }) => {
      const isStale = isOpen || isRepeated || references.some(({ sheet, first, last }) => {
        const end = last ?? first
        const ofSheet = changed.get((sheet ?? name).toLowerCase())
        return ofSheet?.touches(first.row ?? everything.top, end.row ?? everything.bottom, first.column ?? everything.left, end.column ?? everything.right) === true
      })
      if (!isStale) return true
      stale.get(name)?.add(`${String(formula.row)},${String(formula.column)}`)
      changed.get(name.toLowerCase())?.add(formula.row, formula.column)
      isMoving = true
      return false
    })
  }
  return stale
}
