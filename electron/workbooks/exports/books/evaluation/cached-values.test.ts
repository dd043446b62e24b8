import { describe, expect, it } from 'vitest'
import { Calculator } from '../../arrange/calculate.ts'
import { draftCellAt } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { readLayout } from '../../layout/read-layout.ts'
import { bookData, caseNames, quarterCase } from '../../testing/case-data.ts'
import { expectedCells, saysSame } from '../../testing/expected.ts'
import { placeEvaluation } from './book.ts'

const quarters = caseNames().filter((name) => !name.startsWith('year'))

/** Formulas whose result the engine contradicts, by table and field. */
function replacedFormulas(book: PlacedBook): readonly string[] {
  const calculator = new Calculator(book)
  return [...book.tables.values()].flatMap((table) =>
    table.rows.flatMap((row, index) =>
      table.columns.flatMap(({ field, column }) => {
        const isFormula = draftCellAt(table, row, column).kind === 'formula'
        return isFormula && calculator.formula({ table, row, number: table.firstRow + index }, column).replaced ? [`${table.key}.${field}`] : []
      }),
    ),
  )
}

describe('the formulas of every case, calculated from the input cells alone', () => {
  it.each(quarters)('%s: leaves, totals, ranks and grades are those of the engine', async (name) => {
    const data = bookData(quarterCase(name))
    const book = placeEvaluation(data, await readLayout('evaluation'))
    const calculator = new Calculator(book, { trustFormulas: true })
    const expected = expectedCells(book, data.outcome)
    const wrong = expected
      .map((cell) => ({ what: cell.what, found: calculator.cell(cell.sheet, cell.row, cell.column), expected: cell.value }))
      .filter((cell) => !saysSame(cell.found, cell.expected))
    expect(wrong).toEqual([])
    expect(expected.length).toBeGreaterThan(data.outcome.people.length * 15)
    expect(replacedFormulas(book)).toEqual([])
  })
})
