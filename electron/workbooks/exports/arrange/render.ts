import type { SheetLayout } from '../../../../shared/domain/papers/layout.ts'
import { itemsOf } from '../formula/values.ts'
import { areaText } from '../model/address.ts'
import type { ChartModel, ColumnModel, RowModel, SheetModel, WorkbookModel } from '../model/model.ts'
import { Calculator } from './calculate.ts'
import type { DraftChart } from './draft.ts'
import { formSheet } from './forms.ts'
import { captionRow, headerRows, noteRow, signerRows, titleRow, unitRow } from './frame-rows.ts'
import { pageRoom, pageStretch, sheetColumns, stretch } from './page-width.ts'
import { noRow } from './place.ts'
import type { PlacedBook, PlacedSheet, PlacedTable } from './place.ts'
import { words } from '../vocabulary.ts'
import { emptyRow, rowMaker } from './body-rows.ts'
import { fillTokens } from './tokens.ts'

/** Rows kept free for a chart: as many as there is room for on the page of its table, or on the next. */
const chartRows = { most: 18, least: 12 } as const

function* tableRows(calculator: Calculator, table: PlacedTable, columns: readonly ColumnModel[], tokens: Tokens): Generator<RowModel> {
  if (table.layout.newPage) yield { number: (table.captionRow ?? table.headerRow) - 1, height: null, cells: [], merges: [], pageBreakAfter: true }
  if (table.captionRow !== null) yield captionRow(table.captionRow, columns, fillTokens(table.layout.caption ?? '', tokens))
  yield* headerRows(table, columns)
  const body = rowMaker(calculator, table, 'body')
  let number = table.firstRow
  for (const row of table.draft.streamed === true ? table.draft.rows : table.rows.filter((one) => one !== noRow)) {
    yield body(row, number)
    number += 1
  }
  if (number === table.firstRow) {
    yield emptyRow(table, number, tokens['periodTitle'] === '' ? words.nothingThere : words.nothingInPeriod)
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
    for (const row of signerRows(number, columns, sheet.layout.signers ?? book.layout.signers)) {
      yield row
      number = row.number + 1
    }
  }
  for (const note of [...sheet.layout.notes, ...(sheet.draft.notes ?? [])]) {
    yield noteRow(number, columns, fillTokens(note, tokens))
    number += 1
  }
}

function* sheetRows(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet, columns: readonly ColumnModel[], chart: number): Generator<RowModel> {
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
  yield* footRows(book, sheet, columns, last + 1 + chart, tokens)
}

function chartModel(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet, draft: DraftChart, columns: readonly ColumnModel[], rows: number): ChartModel | null {
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
    anchor: { fromColumn: 0, fromRow: sheet.lastRow, toColumn: pageStretch(columns).right, toRow: sheet.lastRow + rows - 1 },
  }
}

/** Widest part of a sheet that may stay in view, in characters of the standard font: the rest must still be seen beside it. */
const widestFrozen = 80

/** Headings stay in view where the sheet has one table: below another they would take the screen along. */
function freezeOf(layout: SheetLayout, tables: readonly PlacedTable[], columns: readonly ColumnModel[]): SheetModel['freeze'] {
  const table = tables.at(-1)
  if (table === undefined) return { rows: 0, columns: 0 }
  const last = layout.freeze === undefined ? 0 : (table.byField.get(layout.freeze) ?? 0)
  const isShown = table.columns[last - 1]?.hidden === false && stretch(columns, 1, last).width <= widestFrozen
  return { rows: tables.length === 1 ? table.headerRow + table.headerRows - 1 : 0, columns: isShown ? last : 0 }
}

/** Points of a row that says nothing of its height. */
const plainHeight = 15

function heightOf(rows: readonly RowModel[], from: number, to: number): number {
  const given = new Map(rows.map(({ number, height }) => [number, height]))
  let total = 0
  for (let number = from; number <= to; number += 1) total += given.get(number) ?? plainHeight
  return total
}

/** How many rows a chart takes so that it stands whole on the page of its table; as many as it likes where it has to begin the next. */
function chartRowsFor(rows: readonly RowModel[], lastTableRow: number, room: number): { readonly count: number; readonly isNextPage: boolean } {
  const last = rows.at(-1)?.number ?? lastTableRow
  const others = heightOf(rows, 1, lastTableRow) + heightOf(rows, lastTableRow + chartRows.most + 1, last)
  const count = Math.floor((room - others) / plainHeight)
  return count < chartRows.least ? { count: chartRows.most, isNextPage: true } : { count: Math.min(chartRows.most, count), isNextPage: false }
}

/** A chart is never divided between two pages, and does not stand under the headings of a table that ended on the page before. */
function withChart(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet, draft: DraftChart, model: Omit<SheetModel, 'rows'>): SheetModel {
  const rowsWith = (count: number) => Array.from(sheetRows(book, calculator, sheet, model.columns, count))
  const room = pageRoom(model.columns, model.orientation)
  const widest = rowsWith(chartRows.most)
  const { count, isNextPage } = chartRowsFor(widest, sheet.lastRow, room)
  const chart = chartModel(book, calculator, sheet, draft, model.columns, count)
  if (!isNextPage) return { ...model, chart, rows: count === chartRows.most ? widest : rowsWith(count) }
  const rows = widest.map((row) => (row.number === sheet.lastRow ? { ...row, pageBreakAfter: true } : row))
  return { ...model, chart, rows, titleRows: heightOf(rows, 1, sheet.lastRow) <= room ? null : model.titleRows }
}

function renderSheet(book: PlacedBook, calculator: Calculator, sheet: PlacedSheet): SheetModel {
  if (sheet.layout.form) return formSheet(book, sheet, sheet.layout.form)
  const columns = sheetColumns(sheet)
  // Headings are repeated on every page that follows them, so only those of the last table may be.
  const main = sheet.tables.at(-1)
  const streamed = sheet.tables.some((table) => table.draft.streamed === true)
  const model = {
    name: sheet.name,
    columns,
    freeze: freezeOf(sheet.layout, sheet.tables, columns),
    orientation: sheet.layout.orientation,
    titleRows: main ? { first: main.headerRow, last: main.headerRow + main.headerRows - 1 } : null,
    chart: null,
    streamed,
  }
  if (sheet.draft.chart) return withChart(book, calculator, sheet, sheet.draft.chart, model)
  const make = { [Symbol.iterator]: () => sheetRows(book, calculator, sheet, columns, 0) }
  return { ...model, rows: streamed ? make : Array.from(make) }
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
