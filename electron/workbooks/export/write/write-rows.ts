import type { Style, Worksheet } from 'exceljs'
import { serialOf } from '../arrange/calculate.ts'
import { cellAddress } from '../model/address.ts'
import type { Cell, CellStyle, RowModel } from '../model/model.ts'
import { storedText } from './clean-text.ts'

type CellContent = string | number | null | { readonly formula: string; readonly result: string | number }

function contentOf(cell: Cell): CellContent {
  switch (cell.kind) {
    case 'empty': return null
    case 'text': return storedText(cell.text)
    case 'number': return cell.value
    // A serial number has no time zone that could move the day.
    case 'date': return serialOf(cell.day)
    case 'formula': return { formula: cell.formula, result: typeof cell.value === 'string' ? storedText(cell.value) : cell.value }
  }
}

/** Writes rows in order to a streamed sheet; each is gone from memory once written. */
export function rowWriter(sheet: Worksheet, styleOf: (style: CellStyle) => Partial<Style>): (row: RowModel) => void {
  /** Last row of merges that reach down from a row already begun, by column. */
  const covered = new Map<number, number>()
  return (row) => {
    const target = sheet.getRow(row.number)
    if (row.height !== null) target.height = row.height
    row.cells.forEach((cell, index) => {
      const column = index + 1
      if (cell === null || (covered.get(column) ?? 0) >= row.number) return
      const place = target.getCell(column)
      place.style = styleOf(cell.style)
      const content = contentOf(cell)
      if (content !== null) place.value = content
    })
    for (const { left, right, down } of row.merges) {
      sheet.mergeCells(`${cellAddress(row.number, left)}:${cellAddress(row.number + down, right)}`)
      if (down > 0) for (let column = left; column <= right; column += 1) covered.set(column, row.number + down)
    }
    if (row.pageBreakAfter) target.addPageBreak()
    target.commit()
  }
}
