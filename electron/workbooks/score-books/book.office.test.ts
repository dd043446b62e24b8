import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OfficeDesk } from '../exports/testing/office.ts'
import { cellAddress } from '../exports/model/address.ts'
import { scoreBook } from './book.ts'
import { alteredCells, foundCells } from './compare-book.ts'
import { fixedCells, openCells } from './fixed-cells.ts'
import { cellsOf, sampleData } from './score-book.testing.ts'
import { writeScoreBook } from './write-book.ts'

const book = scoreBook(sampleData(), 'AAAA-BBBB')

async function alteredIn(file: string) {
  const shapes = book.sheets.map((sheet) => ({ name: sheet.name, ignored: new Set([...openCells(sheet), ...(sheet.name === book.code.sheet ? [`B${String(book.code.row)}`] : [])]) }))
  return alteredCells(fixedCells(book), foundCells(await cellsOf(readFileSync(file)), shapes))
}

describe('a score book in other programs', () => {
  let desk: OfficeDesk
  let sent: string
  beforeAll(async () => {
    desk = await OfficeDesk.open()
    sent = desk.file('sent.xlsx')
    writeFileSync(sent, await writeScoreBook(book, Date.parse('2026-04-08T02:00:00Z')))
  })
  afterAll(() => desk.close())

  /** Fills cells one after the other by openpyxl; gives the last file. */
  async function filledBy(cells: readonly { readonly row: number; readonly column: number; readonly value: number | string }[]): Promise<string> {
    let source = sent
    for (const [place, cell] of cells.entries()) {
      const target = desk.file(`filled-${String(place)}.xlsx`)
      await desk.change([{ source, target, sheet: '大治理模块长评价', isDay: false, ...cell }])
      source = target
    }
    return source
  }

  it('is calculated by LibreOffice as it was written', async () => {
    const recalculated = (await desk.recalculate([sent]))(sent)
    const values = (await desk.read([recalculated], 'values'))[recalculated] ?? {}
    const formulas = book.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells.flatMap((cell, index) => (cell?.kind === 'formula' ? [{ sheet: sheet.name, at: cellAddress(row.number, index + 1), value: cell.value }] : []))))
    expect(formulas.length).toBeGreaterThan(15)
    expect(formulas.map(({ sheet, at }) => values[sheet]?.[at]?.value ?? '')).toEqual(formulas.map(({ value }) => value))
    expect(await alteredIn(recalculated)).toEqual([])
  })

  it('comes back equal from openpyxl and from LibreOffice, and its checks follow what was filled in', async () => {
    const file = await filledBy([{ row: 5, column: 5, value: 'A' }, { row: 8, column: 6, value: 9.25 }, { row: 9, column: 5, value: '丙' }, { row: 8, column: 10, value: '=SUM(1)' }])
    expect(await alteredIn(file)).toEqual([])
    const saved = (await desk.recalculate([file]))(file)
    expect(await alteredIn(saved)).toEqual([])
    const [head] = await cellsOf(readFileSync(saved))
    expect(['E5', 'F8', 'E9'].map((cell) => head?.cells.get(cell)?.value)).toEqual([{ kind: 'text', text: 'A' }, { kind: 'number', value: 9.25 }, { kind: 'text', text: '丙' }])
    const values = (await desk.read([saved], 'values'))[saved]?.['大治理模块长评价'] ?? {}
    expect(['H4', 'H5', 'H8', 'H9', 'C11'].map((cell) => values[cell]?.value)).toEqual(['A 超过名额', 'A 超过名额', '√', '没有这个等次', 'A 最多 1 人，现为 2 人，超过名额，请调整'])
    const pages = (await desk.printedPages([sent])).get(sent) ?? []
    expect(pages.length).toBe(3)
    expect(pages[0]?.replace(/\s/g, '')).toContain('第1页共3页')
    expect(pages.join('')).not.toContain('###')
  })
})
