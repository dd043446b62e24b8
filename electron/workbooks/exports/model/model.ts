import type { DayText } from '../../../../shared/domain/plans/case.ts'

/**
 * A workbook as plain data, free of any library: what the builders make, the writer writes and the tests compare.
 * Columns and rows are counted from 1, as in the sheet.
 */

/** How a number is shown. `score` 0.00 · `factor` 0.0000 · `money` #,##0.00 · `plain` as it is. */
export type NumberFormat = 'plain' | 'integer' | 'score' | 'factor' | 'money' | 'percent' | 'date'

/** What a cell is on the page; the writer turns it into fonts, borders and fills. */
export type CellRole = 'title' | 'unitLine' | 'caption' | 'header' | 'body' | 'total' | 'signer' | 'note' | 'heading' | 'paragraph'

export interface CellStyle {
  readonly role: CellRole
  readonly align: 'left' | 'centre' | 'right'
  readonly format: NumberFormat
}

/** `formula` is A1 text without the leading `=`; `value` is what it gives. A text is never read as a formula. */
export type Cell =
  | { readonly kind: 'empty'; readonly style: CellStyle }
  | { readonly kind: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly kind: 'number'; readonly value: number; readonly style: CellStyle }
  | { readonly kind: 'date'; readonly day: DayText; readonly style: CellStyle }
  | { readonly kind: 'formula'; readonly formula: string; readonly value: number | string; readonly style: CellStyle }

/** Cells from column `left` to `right` of the row that holds it, and `down` further rows. */
export interface Merge {
  readonly left: number
  readonly right: number
  readonly down: number
}

/** Cells from column 1 on; null where there is nothing, not even a border. `height` in points, null lets the reader choose. */
export interface RowModel {
  readonly number: number
  readonly height: number | null
  readonly cells: readonly (Cell | null)[]
  readonly merges: readonly Merge[]
  readonly pageBreakAfter: boolean
}

/** `width` in characters of the standard font, as Excel counts it. */
export interface ColumnModel {
  readonly width: number
  readonly hidden: boolean
  /** Nothing of it goes into the official copy. */
  readonly withheld?: boolean
}

/** A clustered column chart; ranges are A1 text with the sheet's name, the values stand for readers that do not recalculate. */
export interface ChartModel {
  readonly title: string
  readonly axisTitle: string
  readonly categories: { readonly range: string; readonly texts: readonly string[] }
  readonly series: readonly { readonly name: string; readonly range: string; readonly values: readonly number[] }[]
  /** Cells at the upper left and lower right corner, counted from 0. */
  readonly anchor: { readonly fromColumn: number; readonly fromRow: number; readonly toColumn: number; readonly toRow: number }
}

/** Rows may be made while they are read, in order, and read more than once. */
export interface SheetModel {
  readonly name: string
  readonly columns: readonly ColumnModel[]
  readonly rows: Iterable<RowModel>
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number }
  readonly orientation: 'landscape' | 'portrait'
  /** First and last row repeated on each printed page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null
  readonly chart: ChartModel | null
  /** A long sheet is written row by row without being held in memory. */
  readonly streamed: boolean
}

export interface WorkbookModel {
  readonly title: string
  readonly author: string
  /** Milliseconds since 1970, for the document properties. */
  readonly createdAt: number
  readonly sheets: readonly SheetModel[]
}

function valueOnly(cell: Cell | null): Cell | null {
  if (cell?.kind !== 'formula') return cell
  return typeof cell.value === 'number'
    ? { kind: 'number', value: cell.value, style: cell.style }
    : cell.value === ''
      ? { kind: 'empty', style: cell.style }
      : { kind: 'text', text: cell.value, style: cell.style }
}

/** The rows of a sheet changed one by one as they are read. */
export function mapRows(rows: Iterable<RowModel>, change: (row: RowModel) => RowModel): Iterable<RowModel> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield change(row)
    },
  }
}

/** The official copy (报送件): the same pages with every formula replaced by what it gives, without the hidden columns, which all stand behind those that are shown. */
export function valuesOnly(model: WorkbookModel): WorkbookModel {
  const sheets = model.sheets.map((sheet) => {
    const shown = sheet.columns.findLastIndex(({ hidden }) => !hidden) + 1
    const change = (row: RowModel): RowModel => ({ ...row, cells: row.cells.slice(0, shown).map(valueOnly), merges: row.merges.filter(({ right }) => right <= shown) })
    return { ...sheet, columns: sheet.columns.slice(0, shown), rows: mapRows(sheet.rows, change) }
  })
  return { ...model, sheets }
}
