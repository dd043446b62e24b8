import { cellText } from './sheet-grid.ts'
import type { RawSheet, RawWorkbook } from '../../cells/raw-workbook.ts'

/** The first rows of a sheet, to choose the row of headings from. */
export interface SheetOutline {
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly cells: readonly { readonly column: number; readonly text: string }[] }[]
}

const mostSheets = 30
const mostRows = 25
const mostColumns = 60
const longestText = 30

function outlineOfSheet({ name, rows }: RawSheet): SheetOutline {
  return {
    name,
    rows: rows.slice(0, mostRows).map(({ row, cells }) => ({
      row,
      cells: cells.flatMap((cell) => {
        const text = cell.column <= mostColumns ? cellText(cell) : ''
        return text === '' ? [] : [{ column: cell.column, text: [...text].slice(0, longestText).join('') }]
      }),
    })),
  }
}

/** What stands at the head of each visible sheet. */
export function outlineOf({ sheets }: RawWorkbook): readonly SheetOutline[] {
  return sheets.filter(({ hidden }) => !hidden).slice(0, mostSheets).map(outlineOfSheet)
}
