import type { SheetLayout } from '../../../../shared/domain/books/layout.ts'
import { itemsOf } from '../formula/values.ts'
import { areaText } from '../model/address.ts'
import type { ChartModel, ColumnModel, RowModel, SheetModel, WorkbookModel } from '../model/model.ts'
import { Calculator } from './calculate.ts'
import type { DraftChart } from './draft.ts'
import { formSheet } from './forms.ts'
import { captionRow, headerRows, noteRow, signerRows, titleRow, unitRow } from './frame-rows.ts'
import { pageStretch, sheetColumns } from './page-width.ts'
import type { PlacedBook, PlacedSheet, PlacedTable } from './place.ts'
import { rowMaker } from './body-rows.ts'
import { fillTokens } from './tokens.ts'

/** Rows kept free for a chart: with the six modules above it, it fills one page. */
const chartRows = 14

function* tableRows(calculator: Calculator, table: PlacedTable, columns: readonly ColumnModel[], tokens: Tokens): Generator<RowModel> {
  if (table.layout.newPage) yield { number: (table.captionRow ?? table.headerRow) - 1, height: null, cells: [], merges: [], pageBreakAfter: true }
  if (table.captionRow !== null) yield captionRow(table.captionRow, columns, fillTokens(table.layout.caption ?? '', tokens))
  yield* headerRows(table, columns)
  const body = rowMaker(calculator, table, 'body')
  let number = table.firstRow
  for (const row of table.draft.streamed === true ? table.draft.rows : table.rows) {
    yield body(row, number)
    number += 1
  }
  const total = rowMaker(calculator, table, 'total')
  for (const row of table.totals) {
    yield total(row, number)
    number += 1
  }
}

type Tokens = Readonly<Record<string, string>>

/** A blank row before the signers, who sign once, at the foot of the sheet; notes come last. */
function* footRows(book: PlacedBook, sheet: PlacedSheet, columns: readonly ColumnModel[], first: number, tokens: Tokens): Generator<RowModel> {
  let number = first
  if (sheet.layout.signed) {
    for (const row of signerRows(number, columns, book.layout.signers)) {
      yield row
      number = row.number + 1
    }
  }
  for (const note of [...sheet.layout.notes, ...(sheet.draft.notes ?? [])]) {
    yield noteRow(number, columns, fillTokens(note, tokens))
    number += 1
  }
}

function* sheetRows(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet, columns: readonly ColumnModel[]): Generator<RowModel> {
  const tokens = { ...book.draft.tokens, ...sheet.draft.tokens }
  const { unit, date } = sheet.layout.unitLine ?? book.layout.unitLine
  yield titleRow(1, columns, fillTokens(sheet.layout.title, tokens))
  yield unitRow(2, columns, fillTokens(unit, tokens), fillTokens(date, tokens), fillTokens(sheet.layout.measure, tokens))
  let last = 2
  for (const table of sheet.tables) {
    for (const row of tableRows(calculator, table, columns, tokens)) {
      yield row
      last = row.number
    }
  }
  const chart = sheet.draft.chart ? chartRows : 0
  yield* footRows(book, sheet, columns, last + 1 + chart, tokens)
}

function chartModel(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet, draft: DraftChart, columns: readonly ColumnModel[]): ChartModel | null {
  const table = book.tables.get(draft.table)
  if (!table) return null
  const range = (field: string) => {
    const column = table.byField.get(field) ?? 1
    const area = { sheet: table.sheet, firstRow: table.firstRow, lastRow: table.lastRow, firstColumn: column, lastColumn: column, fixed: true }
    return { text: areaText(area, ''), values: itemsOf(calculator.area(area)) }
  }
  const categories = range(draft.categories)
  return {
    title: draft.title,
    axisTitle: draft.axisTitle,
    categories: { range: categories.text, texts: categories.values.map((value) => (value === null ? '' : String(value))) },
    series: draft.values.map(({ field, name }) => {
      const { text, values } = range(field)
      return { name, range: text, values: values.map((value) => (typeof value === 'number' ? value : 0)) }
    }),
    anchor: { fromColumn: 0, fromRow: sheet.lastRow, toColumn: pageStretch(columns).right, toRow: sheet.lastRow + chartRows - 1 },
  }
}

function freezeOf(layout: SheetLayout, table: PlacedTable | undefined): SheetModel['freeze'] {
  if (!table) return { rows: 0, columns: 0 }
  const columns = layout.freeze === undefined ? 0 : (table.byField.get(layout.freeze) ?? 0)
  return { rows: table.headerRow + table.headerRows - 1, columns }
}

function renderSheet(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet): SheetModel {
  if (sheet.layout.form) return formSheet(book, sheet, sheet.layout.form)
  const columns = sheetColumns(sheet)
  const [first] = sheet.tables
  // Of several tables the first is the main one, unless all of them stand under captions.
  const main = sheet.tables.length === 1 || first?.captionRow === null ? first : undefined
  const streamed = sheet.tables.some((table) => table.draft.streamed === true)
  const make = { [Symbol.iterator]: () => sheetRows(book, calculator, sheet, columns) }
  const chart = sheet.draft.chart ? chartModel(book, calculator, sheet, sheet.draft.chart, columns) : null
  return {
    name: sheet.name,
    columns,
    rows: streamed ? make : Array.from(make),
    freeze: freezeOf(sheet.layout, main),
    orientation: sheet.layout.orientation,
    titleRows: main ? { first: main.headerRow, last: main.headerRow + main.headerRows - 1 } : null,
    chart,
    streamed,
  }
}

/** The pages of a placed book with every formula written out and calculated. */
export function renderBook(book: PlacedBook, calculator: Calculator = new Calculator(book)): WorkbookModel {
  return {
    title: fillTokens(book.layout.title, book.draft.tokens),
    author: book.draft.author,
    createdAt: book.draft.createdAt,
    sheets: book.sheets.map((sheet) => renderSheet(book, calculator, sheet)),
  }
}
