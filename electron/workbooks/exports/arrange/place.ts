import type { Layout, SheetLayout, TableLayout, TotalLayout } from '../../../../shared/domain/papers/layout.ts'
import { LayoutError } from '../layout/layout.ts'
import { columnsOf } from './columns.ts'
import type { TableColumns } from './columns.ts'
import { empty, formula, text } from './draft.ts'
import type { DraftBook, DraftCell, DraftRow, DraftSheet, DraftTable } from './draft.ts'

/** A table with the rows it takes on its sheet, counted from 1; `rows` is empty for a streamed one. */
export interface PlacedTable extends TableColumns {
  readonly key: string
  readonly sheet: string
  readonly layout: TableLayout
  readonly draft: DraftTable
  readonly rows: readonly DraftRow[]
  readonly totals: readonly DraftRow[]
  readonly captionRow: number | null
  readonly headerRow: number
  readonly headerRows: 1 | 2
  readonly firstRow: number
  readonly lastRow: number
  readonly rowOfId: ReadonlyMap<string, number>
}

export interface PlacedSheet {
  readonly name: string
  readonly layout: SheetLayout
  readonly draft: DraftSheet
  readonly tables: readonly PlacedTable[]
  /** Last row any table takes. */
  readonly lastRow: number
}

export interface PlacedBook {
  readonly layout: Layout
  readonly draft: DraftBook
  readonly sheets: readonly PlacedSheet[]
  readonly tables: ReadonlyMap<string, PlacedTable>
}

/** Rows 1 and 2 of every sheet are its title and the line of the reporting unit. */
const firstTableRow = 3

/** Blank row between two tables of a sheet. */
const gap = 1

/** Stands in a table without rows, so that its ranges exist. */
export const noRow: DraftRow = { cells: {} }

function bodyRows(table: DraftTable): readonly DraftRow[] {
  if (table.streamed === true) return []
  const rows = Array.from(table.rows)
  return rows.length > 0 ? rows : [noRow]
}

const totalTemplates = {
  sum: (range: string) => `IF(COUNT(${range})=0,"",R2(SUM(${range})))`,
  sum4: (range: string) => `IF(COUNT(${range})=0,"",R4(SUM(${range})))`,
  mean: (range: string) => `IF(COUNT(${range})=0,"",R2(AVERAGE(${range})))`,
  count: (range: string) => `IF(COUNTA(${range})=0,"",COUNTA(${range}))`,
} as const

function totalRow(layout: TotalLayout, table: DraftTable, columns: TableColumns): DraftRow {
  const cells = new Map<string, DraftCell>([[layout.at, text(layout.label)]])
  for (const [field, how] of Object.entries(layout.columns)) {
    for (const column of columns.columns) {
      if (column.field === field || column.field.startsWith(`${field}:`)) cells.set(column.field, formula(totalTemplates[how](`[${table.key}.${column.field}]`)))
    }
  }
  return { cells: { ...Object.fromEntries(cells), ...table.totals } }
}

function placeTable(sheet: string, layout: TableLayout, draft: DraftTable, top: number): PlacedTable {
  const columns = columnsOf(layout, draft)
  const captionRow = layout.caption === undefined ? null : top
  const headerRow = captionRow === null ? top : top + 1
  const headerRows = columns.columns.some((column) => column.group !== null && !column.hidden) ? 2 : 1
  const rows = bodyRows(draft)
  const firstRow = headerRow + headerRows
  const lastRow = firstRow + rows.length - 1
  const rowOfId = new Map(rows.flatMap((row, index) => (row.id === undefined ? [] : [[row.id, firstRow + index] as const])))
  const totals = draft.streamed === true ? [] : layout.totals.map((total) => totalRow(total, draft, columns))
  return { ...columns, key: layout.key, sheet, layout, draft, rows, totals, captionRow, headerRow, headerRows, firstRow, lastRow, rowOfId }
}

function placeSheet(layout: SheetLayout, draft: DraftSheet): PlacedSheet {
  const tables: PlacedTable[] = []
  let top = firstTableRow
  for (const tableLayout of layout.tables) {
    const table = draft.tables.find((candidate) => candidate.key === tableLayout.key)
    if (!table) throw new LayoutError(`sheet ${layout.key} has no table ${tableLayout.key}`)
    const placed = placeTable(layout.name, tableLayout, table, top)
    tables.push(placed)
    top = placed.lastRow + placed.totals.length + 1 + gap
  }
  return { name: layout.name, layout, draft, tables, lastRow: top - 1 - gap }
}

/** Gives every table its place: sheets in the order of the layout, columns as it lists them. @throws LayoutError */
export function placeBook(draft: DraftBook, layout: Layout): PlacedBook {
  const sheets = layout.sheets.map((sheetLayout) => {
    const sheet = draft.sheets.find((candidate) => candidate.key === sheetLayout.key)
    if (!sheet) throw new LayoutError(`workbook ${layout.workbook} has no sheet ${sheetLayout.key}`)
    return placeSheet(sheetLayout, sheet)
  })
  return { layout, draft, sheets, tables: new Map(sheets.flatMap((sheet) => sheet.tables.map((table) => [table.key, table]))) }
}

/** The cell of a row at a column, empty where the row has none. */
export function draftCellAt(table: PlacedTable, row: DraftRow, column: number): DraftCell {
  const field = table.columns[column - 1]?.field
  const cell = field === undefined ? undefined : row.cells[field]
  return cell ?? empty
}
