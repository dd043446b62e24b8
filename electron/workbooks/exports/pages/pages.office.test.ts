import { afterAll, expect, it } from 'vitest'
import type { Page } from '../../../../shared/domain/papers/pages.ts'
import { valuesOnly, type CellStyle, type RowModel, type SheetModel, type WorkbookModel } from '../model/model.ts'
import { everyBook } from '../testing/every-book.ts'
import { OfficeDesk } from '../testing/office.ts'
import { writeWorkbook } from '../write/write-workbook.ts'
import { laySheet } from './lay-sheet.ts'
import { pagesOf } from './page-at.ts'

const desk = OfficeDesk.open()
afterAll(async () => (await desk).close())

const books = ['quarter-04', 'quarter-05', 'quarter-09', 'year-06', 'performance-year-06', 'tasks', 'teams', 'registers', 'roster'] as const

const left: CellStyle = { role: 'note', align: 'left', format: 'plain' }

/** Two words, 60 characters apart: how wide LibreOffice takes one, which has no Calibri here. */
function rule(): SheetModel {
  const row: RowModel = { number: 1, height: 20, cells: [{ kind: 'text', text: 'left', style: left }, { kind: 'text', text: 'right', style: left }], merges: [], pageBreakAfter: false }
  return { name: 'rule', columns: [{ width: 60, hidden: false }, { width: 20, hidden: false }], rows: [row], freeze: { rows: 0, columns: 0 }, orientation: 'landscape', titleRows: null, chart: null, streamed: false }
}

/** The last short text of a page, which a column never breaks. */
function lastWord({ rows }: Page): string {
  return rows.flatMap(({ cells }) => cells.map(({ text }) => text)).findLast((text) => text !== '' && text.length < 6) ?? ''
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}

it('every sheet is cut into the pages that LibreOffice prints of it', async () => {
  const office = await desk
  const made = await everyBook()
  const sheets: { readonly file: string; readonly label: string; readonly sheet: SheetModel }[] = []
  const write = async (label: string, book: WorkbookModel, sheet: SheetModel): Promise<string> => {
    const file = office.file(`${label}.xlsx`)
    await writeWorkbook({ ...book, sheets: [sheet] }, file)
    return file
  }
  for (const name of books) {
    const book = valuesOnly(made.get(name) ?? { title: '', author: '', createdAt: 0, sheets: [] })
    for (const [at, sheet] of book.sheets.entries()) sheets.push({ file: await write(`${name}-${String(at)}`, book, sheet), label: `${name} ${sheet.name}`, sheet })
  }
  const ruler = await write('rule', { title: '', author: '', createdAt: 0, sheets: [] }, rule())
  const printed = await office.printedPages([...sheets.map(({ file }) => file), ruler])
  const places = await office.leftOfWords(ruler)
  const character = Math.round((((places.get('right') ?? 0) - (places.get('left') ?? 0)) / 60) * 100) / 100

  const ours = sheets.map(({ sheet, label }) => ({ label, pages: pagesOf(laySheet(sheet, character)) }))
  const theirs = sheets.map(({ file }) => printed.get(file) ?? [])
  expect(ours.map(({ label, pages }) => `${label}: ${String(pages.length)}`)).toEqual(ours.map(({ label }, at) => `${label}: ${String(theirs[at]?.length)}`))
  const elsewhere = ours.flatMap(({ label, pages }, at) => pages.filter((page) => !squeeze(theirs[at]?.[page.number - 1] ?? '').includes(squeeze(lastWord(page)))).map(({ number }) => `${label}, page ${String(number)}`))
  expect(elsewhere).toEqual([])
  expect([sheets.length > 60, ours.some(({ pages }) => pages.length > 5)]).toEqual([true, true])
})
