import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellAddress } from '../model/address.ts'
import type { Cell, WorkbookModel } from '../model/model.ts'
import { hostileBooks } from '../testing/hostile-books.testing.ts'
import { OfficeDesk, type ReadCells } from '../testing/office.ts'
import { cleanText, readStoredText } from '../model/clean-text.ts'
import { hostileTexts } from './hostile-texts.testing.ts'
import { writeWorkbook } from './write-workbook.ts'

// A text that was nothing but forbidden characters leaves an empty cell; openpyxl drops every `x005F_`, escape or not.
const texts = hostileTexts().filter((text) => cleanText(text) !== '' && !text.includes('x005F_'))
const workbooks = ['evaluation', 'evaluation-year', 'performance', 'tasks', 'teams', 'registers', 'roster'] as const
/** A book that has no room for all texts is made again with the next ones. */
const step = 90
const mostBooks = 7

interface Written {
  readonly workbook: string
  readonly file: string
  readonly model: WorkbookModel
}

function cellsOf(model: WorkbookModel): readonly { readonly sheet: string; readonly address: string; readonly cell: Cell }[] {
  return model.sheets.flatMap(({ name, rows }) => [...rows].flatMap((row) => row.cells.flatMap((cell, index) => (cell === null ? [] : [{ sheet: name, address: cellAddress(row.number, index + 1), cell }]))))
}

function textsOf(model: WorkbookModel): ReadonlySet<string> {
  return new Set(cellsOf(model).flatMap(({ cell }) => (cell.kind === 'text' ? [cell.text] : [])))
}

describe('500 hostile texts in every workbook', () => {
  const desk = OfficeDesk.open()
  const written: Written[] = []
  let asWritten: Readonly<Record<string, ReadCells>> = {}
  let asOpened: Readonly<Record<string, ReadCells>> = {}

  beforeAll(async () => {
    const opened = await desk
    for (const [workbook, make] of await hostileBooks(texts)) {
      const missing = new Set(texts)
      for (let book = 0; missing.size > 0 && book < mostBooks; book += 1) {
        const model = make(book * step)
        for (const text of textsOf(model)) missing.delete(text)
        const file = opened.file(`${workbook}-${String(book)}.xlsx`)
        await writeWorkbook(model, file)
        written.push({ workbook, file, model })
      }
    }
    const files = written.map(({ file }) => file)
    const recalculated = await opened.recalculate(files)
    asWritten = await opened.read(files, 'read')
    const again = await opened.read(files.map(recalculated), 'read')
    asOpened = Object.fromEntries(files.map((file) => [file, again[recalculated(file)] ?? {}]))
  })
  afterAll(async () => (await desk).close())

  it('there are as many, and each workbook holds them all', () => {
    expect(texts.length).toBeGreaterThanOrEqual(500)
    const held = workbooks.map((workbook) => {
      const found = new Set(written.flatMap((each) => (each.workbook === workbook ? [...textsOf(each.model)] : [])))
      return [workbook, texts.filter((text) => !found.has(text))]
    })
    expect(held).toEqual(workbooks.map((workbook) => [workbook, []]))
  })

  it.each(workbooks)('%s: openpyxl and LibreOffice read every text as it was, and find no formula that is none', (workbook) => {
    const wrong = written.filter((each) => each.workbook === workbook).flatMap(({ file, model }) => {
      const cells = cellsOf(model)
      const streamed = new Set(model.sheets.flatMap((sheet) => (sheet.streamed ? [sheet.name] : [])))
      const formulas = new Set(cells.flatMap(({ sheet, address, cell }) => (cell.kind === 'formula' ? [`${sheet} ${address}`] : [])))
      return [asWritten, asOpened].flatMap((found, program) => {
        const sheets = found[file] ?? {}
        const changed = cells.flatMap(({ sheet, address, cell }) => {
          if (cell.kind !== 'text' || cleanText(cell.text) === '') return []
          const read = sheets[sheet]?.[address]
          // openpyxl takes the escapes of a streamed sheet for text; spreadsheets do not.
          const value = typeof read?.value === 'string' && program === 0 && streamed.has(sheet) ? readStoredText(read.value) : read?.value
          return read?.type === 'text' && value === cleanText(cell.text) ? [] : [{ program, sheet, address, text: cell.text, read }]
        })
        const strange = Object.entries(sheets).flatMap(([sheet, read]) => Object.entries(read).flatMap(([address, { type, value }]) => (type === 'formula' && !formulas.has(`${sheet} ${address}`) ? [{ program, sheet, address, formula: value }] : [])))
        return [...changed, ...strange]
      })
    })
    expect(wrong).toEqual([])
  })
})
