import { referencesOf } from './references.ts'
import { lastOf, type Block } from './row-shift.ts'

/** The cells of the sheet as the template has them. */
export interface SheetCells {
  /** The formula of a cell; null where there is none. */
  readonly formulaAt: (row: number, column: number) => string | null
  /** Whether a cell holds nothing, or a heading: nothing to reckon with. */
  readonly isHeading: (row: number, column: number) => boolean
}

interface Cell {
  readonly row: number
  readonly column: number
}

function names(formula: string, sheet: string, holds: (top: number, bottom: number, left: number, right: number) => boolean): boolean {
  return referencesOf(formula).references.some(({ sheet: other, first, last }) => {
    const end = last ?? first
    return (other === null || other.toLowerCase() === sheet.toLowerCase()) && holds(first.row ?? 1, end.row ?? Infinity, first.column ?? 1, end.column ?? Infinity)
  })
}

/** A total that stands above its rows: a formula over them, or one whose cells cannot be told. */
function isOver(formula: string, sheet: string, block: Block): boolean {
  return referencesOf(formula).isOpen || names(formula, sheet, (top, bottom) => top <= lastOf(block) && bottom >= block.first)
}

/** Whether a repeated cell is the formula itself or is reckoned from it. */
function comesFrom(at: SheetCells['formulaAt'], sheet: string, block: Block, cell: Cell, own: Cell, seen: Set<string>): boolean {
  if (cell.row === own.row && cell.column === own.column) return true
  const key = `${String(cell.row)},${String(cell.column)}`
  const formula = at(cell.row, cell.column)
  if (formula === null || seen.has(key)) return false
  seen.add(key)
  return names(formula, sheet, (top, bottom, left, right) => {
    const inside = top === bottom && left === right && block.first <= top && top < block.first + block.height
    return inside && comesFrom(at, sheet, block, { row: top, column: left }, own, seen)
  })
}

/**
 * Whether what a repeated formula says of a cell right above its rows means the copy before, as it does when a formula is filled down: the
 * cell is a heading, beside which the first row is compared with nothing (`IF(B5=B4,"",B5)`), or it begins a running formula (an opening
 * balance, a number 0 to count on from), because in the copies its place is taken by the formula itself or by what is reckoned from it.
 * A total above its rows, a rate, a number filled in there are one for all copies. A range slides unless it begins at a total.
 */
export function followsCopies({ formulaAt: at, isHeading }: SheetCells, sheet: string, block: Block, own: Cell): (above: Cell, isRange: boolean) => boolean {
  return (above, isRange) => {
    const standing = at(above.row, above.column)
    if (standing !== null && isOver(standing, sheet, block)) return false
    return isRange || isHeading(above.row, above.column) || comesFrom(at, sheet, block, { row: above.row + block.height, column: above.column }, own, new Set())
  }
}
