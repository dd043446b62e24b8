import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspectFile } from '../gate/inspect-file.ts'
import { limitsHere } from '../imports/import.testing.ts'
import type { CellContent } from '../exports/verify/cell-digest.ts'
import type { BookPerson, BookSheetData, ScoreBookData } from './data.ts'
import type { FoundSheet } from './read-book.ts'
import { sendCells } from './send-cells.ts'

export const bandScale = { max: '10', bands: [{ band: 'A', points: '10' }, { band: 'B', points: '8' }, { band: 'C', points: '6' }] }

function person(place: number, given: Partial<BookPerson> = {}): BookPerson {
  return { staffId: `P${String(place)}`, name: `人员${String(place)}`, moduleName: '大治理', postName: '业务岗', scale: null, handover: null, band: null, score: null, note: null, ...given }
}

/** A book of an M1 sheet with everything a sheet can have, and an M4 sheet. */
export function sampleData(change: Partial<Pick<ScoreBookData, 'sheets'>> = {}): ScoreBookData {
  const head: BookSheetData = {
    sheetId: 'S1', title: '大治理模块长评价', scorer: '张三', moduleName: '大治理', scale: bandScale,
    rules: { bestShare: '0.3', lowestFrom: 4, spread: '2', sameShare: '0.6' },
    people: [
      person(1, { band: 'A', note: '=1+1' }), person(2, { band: 'B' }), person(3, { score: '8.5' }), person(4, { band: 'C', handover: '李四：扎实\n能担事' }),
      person(5), person(6, { scale: { max: '12', bands: [{ band: '甲', points: '12' }, { band: '乙', points: '9' }] } }),
    ],
  }
  const leader: BookSheetData = { sheetId: 'S2', title: '大治理领导评分', scorer: 'B岗张三（受A岗周正委托）', moduleName: '大治理', scale: { max: '5', bands: [] }, rules: null, people: [person(1, { score: '4.5' }), person(2)] }
  return { bookId: '0199f3a0-0000-7000-8000-000000000001', township: '清溪镇', reportingUnit: '清溪镇人民政府', periodTitle: '2026年第一季度', scorer: '张三', planVersion: '四维考评方案 第1版', issuedAt: '2026-04-08 10:00', issuedBy: '应督考', sheets: [head, leader], ...change }
}

/** What the reading process finds in a file, without the process. */
export async function cellsOf(bytes: Buffer): Promise<readonly FoundSheet[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'score-book-'))
  try {
    const file = path.join(folder, 'book.xlsx')
    writeFileSync(file, bytes)
    const sheets: { readonly name: string; readonly cells: Map<string, CellContent> }[] = []
    await sendCells(await inspectFile(file, limitsHere.gate), limitsHere, (message) => {
      if (message.kind === 'cell_sheet') sheets.push({ name: message.name, cells: new Map() })
      else for (const { address, ...content } of message.cells) sheets.at(-1)?.cells.set(address, content)
      return Promise.resolve()
    })
    return sheets
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Fills cells of a file as a scorer does, and saves it by the library. */
export async function filled(bytes: Buffer, cells: readonly { readonly sheet: string; readonly cell: string; readonly value: ExcelJS.CellValue }[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  for (const { sheet, cell, value } of cells) {
    const worksheet = workbook.getWorksheet(sheet)
    if (worksheet === undefined) throw new Error(`no sheet ${sheet}`)
    worksheet.getCell(cell).value = value
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The file with one part rewritten as text. */
export async function rewritten(bytes: Buffer, part: RegExp, change: (text: string) => string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  for (const name of Object.keys(zip.files).filter((one) => part.test(one))) zip.file(name, change((await zip.file(name)?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'nodebuffer' })
}
