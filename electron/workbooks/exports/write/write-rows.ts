import type { Style, Worksheet } from 'exceljs'
import { serialOf } from '../arrange/calculate.ts'
import { cellAddress } from '../model/address.ts'
import type { Cell, CellStyle, RowModel } from '../model/model.ts'
import { storedText } from '../model/clean-text.ts'

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

/**
 * The library's list of merged ranges of a streamed sheet; null of one in memory, which keeps them otherwise. It compares each new
 * one with all before, which takes minutes for ten thousand printed forms; a range within one row of the model never meets another.
 */
function streamedMerges(sheet: Worksheet): unknown[] | null {
  const merges: unknown = '_merges' in sheet ? sheet._merges : null
  return Array.isArray(merges) ? merges : null
}

/** A range in that list, as the library asks it for its name and whether it meets another. */
class RangeApart {
  readonly #name: string
  constructor(name: string) {
    this.#name = name
  }
  intersects(): boolean {
    return false
  }
  toString(): string {
    return this.#name
  }
}

/** Writes rows in order to a sheet; of a streamed one each is gone from memory once written. */
export function rowWriter(sheet: Worksheet, styleOf: (style: CellStyle) => Partial<Style>): (row: RowModel) => void {
  /** Last row of merges that reach down from a row already begun, by column. */
  const covered = new Map<number, number>()
  const ranges = streamedMerges(sheet)
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
      const range = `${cellAddress(row.number, left)}:${cellAddress(row.number + down, right)}`
      if (down === 0 && ranges !== null) {
        ranges.push(new RangeApart(range))
        continue
      }
      sheet.mergeCells(range)
      for (let column = left; column <= right; column += 1) covered.set(column, row.number + down)
    }
    if (row.pageBreakAfter) target.addPageBreak()
    target.commit()
  }
}
