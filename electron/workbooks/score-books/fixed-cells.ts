import { cellAddress } from '../exports/model/address.ts'
import type { Cell } from '../exports/model/model.ts'
import { sameForm } from '../exports/verify/formula-form.ts'
import type { CellContent } from '../exports/verify/cell-digest.ts'
import { cleanText } from '../exports/model/clean-text.ts'
import type { BookSheet, ScoreBook } from './book-sheet.ts'

/** What a cell says, in one form whatever program wrote the file: `t` and a text, `n` and a number, `f` and a formula. */
export type SaidText = string

/** The fixed cells of one worksheet by address; cells that say nothing are left out. */
export interface FixedSheet {
  readonly name: string
  readonly cells: Readonly<Record<string, SaidText>>
}

function numberText(value: number): SaidText {
  return `n${String(Number(value.toPrecision(12)))}`
}

/** Null for a cell that says nothing. What a formula gives depends on the open cells, so that only the formula counts. */
export function saidBy({ value, formula }: CellContent): SaidText | null {
  if (formula !== null) return `f${sameForm(formula)}`
  if (value === null) return null
  if (value.kind === 'number') return numberText(value.value)
  return value.text === '' ? null : `${value.kind === 'text' ? 't' : 'o'}${cleanText(value.text)}`
}

function contentOf(cell: Cell): CellContent {
  switch (cell.kind) {
    case 'empty': return { value: null, formula: null }
    case 'text': return { value: { kind: 'text', text: cell.text }, formula: null }
    case 'number': return { value: { kind: 'number', value: cell.value }, formula: null }
    case 'date': return { value: { kind: 'text', text: cell.day }, formula: null }
    case 'formula': return { value: null, formula: cell.formula }
  }
}

/** Addresses of the cells that may be filled in. */
export function openCells({ open }: Pick<BookSheet, 'open'>): ReadonlySet<string> {
  return new Set(open.map(({ row, column }) => cellAddress(row, column)))
}

/** Every cell of a book that must come back as it went out, 校验码 itself apart. */
export function fixedCells({ sheets, code }: ScoreBook): readonly FixedSheet[] {
  return sheets.map((sheet) => {
    const open = openCells(sheet)
    const cells: Record<string, SaidText> = {}
    for (const row of sheet.rows) {
      row.cells.forEach((cell, index) => {
        const address = cellAddress(row.number, index + 1)
        const isCode = sheet.name === code.sheet && row.number === code.row && index + 1 === code.column
        const said = cell === null || isCode || open.has(address) ? null : saidBy(contentOf(cell))
        if (said !== null) cells[address] = said
      })
    }
    return { name: sheet.name, cells }
  })
}
