import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLayout } from '../../../../shared/domain/papers/check-layout.ts'
import { layoutBooks } from '../../../../shared/domain/papers/codes.ts'
import { changeColumn, moveColumnOnto, type ColumnPlace } from '../../../../shared/domain/papers/edit-layout.ts'
import { anyEdit, type Edit } from '../../../../shared/domain/papers/layout-edits.testing.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'
import { Calculator } from '../arrange/calculate.ts'
import { placeEvaluation } from '../books/evaluation/book.ts'
import { performanceWorkbook } from '../books/performance/book.ts'
import { bookData, quarterCase } from '../testing/case-data.ts'
import { expectedCells, saysSame } from '../testing/expected.ts'
import { performanceData, yearCase } from '../testing/year-data.ts'
import { parseLayout } from './layout.ts'
import { readLayout } from './read-layout.ts'

function applied(edits: readonly Edit[], shipped: Layout): Layout {
  return edits.reduce((layout, edit) => edit(layout), shipped)
}

/** Columns moved and hidden, nothing else: what a township does most. */
function anyRearrangement(shipped: Layout): fc.Arbitrary<readonly Edit[]> {
  const places = shipped.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => table.columns.map(({ field }): ColumnPlace => ({ sheet: sheet.key, table: table.key, field }))))
  const step = fc.tuple(fc.constantFrom(...places), fc.nat(), fc.boolean()).map(([place, to, isMove]): Edit => {
    const fields = places.filter(({ table }) => table === place.table)
    return (layout) => (isMove ? moveColumnOnto(layout, place, fields[to % fields.length]?.field ?? place.field) : changeColumn(layout, place, { hidden: to % 2 === 0 }))
  })
  return fc.array(step, { minLength: 1, maxLength: 40 })
}

describe('whatever is done to a layout on screen', () => {
  it.each(layoutBooks)('%s: it stays one a book is made by, or is refused in words', async (name) => {
    const shipped = await readLayout(name)
    fc.assert(
      fc.property(fc.array(anyEdit(shipped), { maxLength: 8 }), (edits) => {
        const layout = applied(edits, shipped)
        const faults = checkLayout(layout, shipped, name)
        for (const fault of faults) expect(layoutFaultText(fault)).toMatch(/[。]$/)
        if (faults.length === 0) expect(parseLayout(JSON.stringify(layout))).toEqual(JSON.parse(JSON.stringify(layout)))
      }),
      { numRuns: 60 },
    )
  })

  it('evaluation: one that is not refused makes the book', async () => {
    const shipped = await readLayout('evaluation')
    const data = bookData(quarterCase('worked-example'))
    let made = 0
    fc.assert(
      fc.property(fc.array(anyEdit(shipped), { maxLength: 3 }), (edits) => {
        const layout = applied(edits, shipped)
        if (checkLayout(layout, shipped, 'evaluation').length > 0) return
        const book = placeEvaluation(data, layout)
        const calculator = new Calculator(book, { trustFormulas: true })
        const stands = new Set(layout.sheets.map((sheet) => sheet.name))
        const wrong = expectedCells(book, data.outcome).filter((cell) => stands.has(cell.sheet) && !saysSame(calculator.cell(cell.sheet, cell.row, cell.column), cell.value))
        expect(wrong).toEqual([])
        made += 1
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(made).toBeGreaterThan(5)
  })
})

describe('columns moved and hidden', () => {
  it('leave every value of the evaluation as it was, from the input cells alone', async () => {
    const shipped = await readLayout('evaluation')
    const data = bookData(quarterCase('quarter-01'))
    fc.assert(
      fc.property(anyRearrangement(shipped), (edits) => {
        const book = placeEvaluation(data, applied(edits, shipped))
        const calculator = new Calculator(book, { trustFormulas: true })
        expect(expectedCells(book, data.outcome).filter((cell) => !saysSame(calculator.cell(cell.sheet, cell.row, cell.column), cell.value))).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  it('leave every value of the performance book as it was', async () => {
    const shipped = await readLayout('performance')
    const data = performanceData(yearCase('year-01'), [1, 2, 3, 4], true)
    /** What stands in a sheet, in whatever order. */
    const values = (layout: Layout) => performanceWorkbook(data, layout).sheets.map((sheet) => Array.from(sheet.rows, (row) => row.cells.flatMap((cell) => (cell?.kind === 'formula' || cell?.kind === 'number' ? [cell.value] : [])).map(String).sort()).filter((row) => row.length > 0))
    const before = values(shipped)
    fc.assert(fc.property(anyRearrangement(shipped), (edits) => {
      expect(values(applied(edits, shipped))).toEqual(before)
    }), { numRuns: 6 })
  })

  it('stand behind those that are shown, so that a page has no gap', async () => {
    const shipped = await readLayout('evaluation')
    const layout = changeColumn(shipped, { sheet: 'summary', table: 'summary', field: 'sex' }, { hidden: true })
    const [summary] = placeEvaluation(bookData(quarterCase('worked-example')), layout).sheets
    const hidden = summary?.tables[0]?.columns.map((column) => column.hidden) ?? []
    expect([hidden[2], hidden.indexOf(true) > 0, hidden.slice(hidden.indexOf(true)).includes(false)]).toEqual([false, true, false])
  })
})
