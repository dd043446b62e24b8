import { cornerText, mapReferences, type Corner, type Reference } from './references.ts'
import { addedAbove, blockAt, isInCopy, rowEnd, rowStart, type Block, type RowShift } from './row-shift.ts'

/** How the rows of every sheet move, by name. */
export interface Movement {
  readonly of: (sheet: string) => RowShift
}

/** Where a formula stands: on which sheet, and in which copy of a repeated row. */
export interface Standing {
  readonly sheet: string
  /** null outside of repeated rows. */
  readonly copy: FormulaCopy | null
}

/** `follows`: whether a cell right above the repeated rows stands for the copy before. */
interface FormulaCopy {
  readonly block: Block
  readonly index: number
  readonly follows: (above: { readonly row: number; readonly column: number }, isRange: boolean) => boolean
}

/** Functions that take a list: a repeated cell given to one of them becomes the whole list. */
const listFunctions: ReadonlySet<string> = new Set(['SUM', 'AVERAGE', 'COUNT', 'COUNTA', 'COUNTBLANK', 'MAX', 'MIN', 'PRODUCT', 'SUBTOTAL', 'MEDIAN', 'STDEV'])

function at(corner: Corner, row: number): string {
  return cornerText({ ...corner, row })
}

/** A cell or range as it reads after the rows have moved, for a formula outside of what is repeated. */
function movedOutside({ first, last, argumentOf }: Reference, shift: RowShift): string | null {
  if (first.row === null) return null
  const start = at(first, rowStart(shift, first.row))
  if (last === null) {
    const block = blockAt(shift, first.row)
    const isList = block !== null && block.copies > 1 && isInCopy(block, first.row) && argumentOf !== null && listFunctions.has(argumentOf)
    return isList ? `${start}:${at(first, rowEnd(shift, first.row))}` : start
  }
  return last.row === null ? null : `${start}:${at(last, rowEnd(shift, last.row))}`
}

/**
 * Where a corner goes in one copy. Relative rows follow the copy when they name the copy itself, or the rows right above it where those begin
 * a running formula (the copy before); everything else stays where it is, as a total or a rate does.
 */
function rowInCopy(corner: Corner, row: number, shift: RowShift, { block, index, follows }: FormulaCopy, isEnd: boolean, isRange: boolean): number {
  const top = block.first + addedAbove(shift, block.first)
  if (!corner.fixedRow && isInCopy(block, row)) return top + index * block.height + (row - block.first)
  const isAbove = row < block.first && row >= block.first - block.height
  if (!corner.fixedRow && corner.column !== null && isAbove && follows({ row, column: corner.column }, isRange)) return rowStart(shift, row) + index * block.height
  return isEnd ? rowEnd(shift, row) : rowStart(shift, row)
}

function movedInCopy({ first, last }: Reference, shift: RowShift, copy: FormulaCopy): string | null {
  if (first.row === null) return null
  const start = at(first, rowInCopy(first, first.row, shift, copy, false, last !== null))
  if (last === null) return start
  if (last.row === null) return null
  return `${start}:${at(last, rowInCopy(last, last.row, shift, copy, true, true))}`
}

/** A relative reference into repeated rows of another sheet follows copy by copy. */
function movedElsewhere(reference: Reference, shift: RowShift, index: number): string | null {
  const { first, last } = reference
  if (first.row === null || first.fixedRow || last !== null) return movedOutside(reference, shift)
  const block = blockAt(shift, first.row)
  if (block === null || !isInCopy(block, first.row) || index >= block.copies) return movedOutside({ ...reference, argumentOf: null }, shift)
  return at(first, rowStart(shift, first.row) + index * block.height)
}

/** A formula as it reads once rows of its and other sheets are repeated: what points at moved cells follows them, ranges over repeated rows grow. */
export function moveFormula(formula: string, { sheet, copy }: Standing, movement: Movement): string {
  return mapReferences(formula, (reference) => {
    const isOwn = reference.sheet === null || reference.sheet.toLowerCase() === sheet.toLowerCase()
    const shift = movement.of(reference.sheet ?? sheet)
    if (shift.blocks.length === 0) return null
    if (copy === null) return movedOutside(reference, shift)
    return isOwn ? movedInCopy(reference, shift, copy) : movedElsewhere(reference, shift, copy.index)
  })
}
