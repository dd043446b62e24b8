import { afterAll, describe, expect, it } from 'vitest'
import { evaluateQuarter } from '../../../../../shared/domain/evaluation/computing/quarter.ts'
import { renderBook } from '../../arrange/render.ts'
import { readLayout } from '../../layout/read-layout.ts'
import { cellAddress } from '../../model/address.ts'
import { bookData, quarterCase } from '../../testing/case-data.ts'
import { expectedCells, saysSame } from '../../testing/expected.ts'
import { seeded } from '../../testing/mutation.ts'
import { changes } from '../../testing/mutations.ts'
import { OfficeDesk } from '../../testing/office.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'
import { placeEvaluation } from './book.ts'

const seed = 2_026

/** Additive with means, coefficients with a track of its own, top ratio with a track of its own. */
const cases = ['worked-example', 'quarter-01', 'quarter-08'] as const

describe('one cell changed by openpyxl and calculated by LibreOffice gives what the engine gives', () => {
  const desk = OfficeDesk.open()
  afterAll(async () => (await desk).close())

  it.each(cases.map((name, at) => ({ name, at })))('$name', async ({ name, at }) => {
    const opened = await desk
    const input = quarterCase(name)
    const book = placeEvaluation(bookData(input), await readLayout('evaluation'))
    const source = opened.file(`${name}.xlsx`)
    await writeWorkbook(renderBook(book), source)
    const pick = seeded(seed)
    // Every kind once in the small case, every second one in the others: LibreOffice takes a second or two for each file.
    const tried = Object.values(changes)
      .filter((_, index) => at === 0 || (index + at) % 2 === 0)
      .flatMap((change) => change({ book, input, pick }) ?? [])
      .map((mutation, index) => ({ mutation, file: opened.file(`${name}-${mutation.kind}-${String(index)}.xlsx`) }))
    await opened.change(tried.map(({ mutation: { cell, value, isDay }, file }) => ({ source, target: file, ...cell, value, isDay })))
    const recalculated = await opened.recalculate(tried.map(({ file }) => file))
    const read = await opened.read(tried.map(({ file }) => recalculated(file)), 'values')
    const wrong = tried.flatMap(({ mutation, file }) => {
      const cells = read[recalculated(file)] ?? {}
      return expectedCells(book, evaluateQuarter(mutation.input))
        .map(({ what, sheet, row, column, value }) => ({ kind: mutation.kind, what, found: cells[sheet]?.[cellAddress(row, column)]?.value ?? null, value }))
        .filter(({ found, value }) => !saysSame(found, value))
    })
    expect(wrong).toEqual([])
    expect(tried.length).toBeGreaterThan(8)
  })
})
