import { describe, expect, it } from 'vitest'
import { Calculator } from '../../arrange/calculate.ts'
import { renderBook } from '../../arrange/render.ts'
import { LayoutError } from '../../layout/layout.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { readLayout } from '../../layout/read-layout.ts'
import type { Cell } from '../../model/model.ts'
import { valuesOnly } from '../../model/model.ts'
import { bookData, quarterCase } from '../../testing/case-data.ts'
import { expectedCells, saysSame } from '../../testing/expected.ts'
import { placeEvaluation } from './book.ts'

/** A county's form: every table's columns the other way round, other headings, one column less. */
function countyLayout(layout: Layout): Layout {
  const sheets = layout.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({
      ...table,
      columns: table.columns.filter((column) => column.field !== 'key').map((column) => ({ ...column, heading: `县·${column.heading}` })).reverse(),
    })),
  }))
  return { ...layout, sheets: [...sheets].reverse() }
}

function textsOf(cells: readonly (Cell | null)[]): readonly string[] {
  return cells.flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : []))
}

describe('a layout of another county', () => {
  it('moves columns and sheets and the formulas follow', async () => {
    const data = bookData(quarterCase('quarter-01'))
    const book = placeEvaluation(data, countyLayout(await readLayout('evaluation')))
    const calculator = new Calculator(book, { trustFormulas: true })
    const wrong = expectedCells(book, data.outcome).filter((cell) => !saysSame(calculator.cell(cell.sheet, cell.row, cell.column), cell.value))
    expect(wrong).toEqual([])
    const summary = renderBook(book).sheets.find((sheet) => sheet.name === '结果汇总')
    const header = [...(summary?.rows ?? [])][2]
    // What is shown stands in front as it is ordered; what the layout leaves out stays behind it, hidden.
    const headings = textsOf(header?.cells ?? [])
    expect([headings[0], headings.filter((_, at) => summary?.columns[at]?.hidden === false).slice(-2), headings.at(-1)]).toEqual(['县·备注', ['县·姓名', '县·序号'], '人员序'])
  })

  it('is refused when it leaves out a table the formulas need', async () => {
    const layout = await readLayout('evaluation')
    const broken = { ...layout, sheets: layout.sheets.filter((sheet) => sheet.key !== 'parameters') }
    expect(() => renderBook(placeEvaluation(bookData(quarterCase('worked-example')), broken))).toThrow(LayoutError)
  })
})

describe('the official copy', () => {
  it('has the values of the working copy and no formula', async () => {
    const model = renderBook(placeEvaluation(bookData(quarterCase('quarter-02')), await readLayout('evaluation')))
    const shown = (cell: Cell | null) => (cell === null || cell.kind === 'empty' ? '' : cell.kind === 'text' ? cell.text : cell.kind === 'date' ? cell.day : cell.value)
    const grid = (sheets: typeof model.sheets) => sheets.map((sheet) => Array.from(sheet.rows, (row) => row.cells.map(shown)))
    const official = valuesOnly(model)
    const shownColumns = model.sheets.map(({ columns }) => columns.filter(({ hidden }) => !hidden).length)
    expect(grid(official.sheets)).toEqual(grid(model.sheets).map((rows, sheet) => rows.map((row) => row.slice(0, shownColumns[sheet]))))
    expect([model.sheets.some(({ columns }) => columns.some(({ hidden }) => hidden)), official.sheets.some(({ columns }) => columns.some(({ hidden }) => hidden))]).toEqual([true, false])
    expect(official.sheets.flatMap(({ columns, rows }) => Array.from(rows, ({ merges }) => merges).flat().filter(({ right }) => right > columns.length))).toEqual([])
    expect(official.sheets.flatMap((sheet) => Array.from(sheet.rows, (row) => row.cells).flat()).filter((cell) => cell?.kind === 'formula')).toEqual([])
  })
})
