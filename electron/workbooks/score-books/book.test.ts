import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../exports/write/hostile-texts.testing.ts'
import { cleanText } from '../exports/model/clean-text.ts'
import { scoreBook } from './book.ts'
import type { ScoreBook } from './book-sheet.ts'
import { alteredCells, foundCells, marksOf, shownText } from './compare-book.ts'
import { fixedCells, openCells } from './fixed-cells.ts'
import { cellsOf, filled, rewritten, sampleData } from './score-book.testing.ts'
import { sheetNames } from './sheet-names.ts'
import { writeScoreBook } from './write-book.ts'

const code = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-0000-1111'
const createdAt = Date.parse('2026-04-08T02:00:00Z')

function shapes(book: ScoreBook) {
  const codeCell = `B${String(book.code.row)}`
  return book.sheets.map((sheet) => ({ name: sheet.name, ignored: new Set([...openCells(sheet), ...(sheet.name === book.code.sheet ? [codeCell] : [])]) }))
}

async function alteredIn(book: ScoreBook, bytes: Buffer) {
  return alteredCells(fixedCells(book), foundCells(await cellsOf(bytes), shapes(book)))
}

async function loaded(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

describe('a score book', () => {
  const book = scoreBook(sampleData(), code)

  it('is one worksheet a sheet and 说明, protected but for what is to be filled in, with lists and limits', async () => {
    const workbook = await loaded(await writeScoreBook(book, createdAt))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['大治理模块长评价', '大治理领导评分', '说明'])
    const [head, leader, about] = workbook.worksheets
    if (head === undefined || leader === undefined || about === undefined) throw new Error('a sheet is missing')
    const open = (sheet: ExcelJS.Worksheet) => {
      const cells: string[] = []
      sheet.eachRow({ includeEmpty: true }, (row) => row.eachCell({ includeEmpty: true }, (cell) => void (cell.protection?.locked === false && cells.push(cell.address))))
      return cells
    }
    expect([open(head), open(leader), open(about)]).toEqual([[4, 5, 6, 7, 8, 9].flatMap((row) => [`E${row}`, `F${row}`, `J${row}`]), ['E4', 'G4', 'E5', 'G5'], []])
    expect(head.getCell('E4').dataValidation).toMatchObject({ type: 'list', formulae: ['"A,B,C"'], showErrorMessage: true })
    expect(head.getCell('E9').dataValidation).toMatchObject({ formulae: ['"甲,乙"'] })
    expect(head.getCell('F9').dataValidation).toMatchObject({ type: 'decimal', operator: 'between', formulae: [0, 12] })
    expect(leader.getCell('E4').dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 5] })
    expect([head.getCell('A1').value, head.getCell('A2').value]).toEqual(['清溪镇2026年第一季度大治理模块长评价表', '评分人：张三　　模块：大治理　　共 6 人　　单位：分'])
    expect([head.getCell('J4').value, head.getCell('J4').numFmt, head.getCell('J4').protection.locked]).toEqual(['=1+1', '@', false])
    expect([head.getCell('F6').value, leader.getCell('E4').value]).toEqual([8.5, 4.5])
    expect([about.getCell('B10').value, about.getCell('B11').value]).toEqual([sampleData().bookId, code])
  })

  it('is printed on A4, headings on each page, page foot', async () => {
    const workbook = await loaded(await writeScoreBook(book, createdAt))
    const [head] = workbook.worksheets
    expect(head?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:3' })
    expect([head?.headerFooter.oddFooter, head?.views[0]]).toMatchObject(['&C第 &P 页 共 &N 页', { state: 'frozen', xSplit: 2, ySplit: 3 }])
    const xml = await rewritten(await writeScoreBook(book, createdAt), /^nothing$/, (text) => text).then(async (bytes) => (await import('jszip')).default.loadAsync(bytes)).then((zip) => zip.file('xl/worksheets/sheet1.xml')?.async('string'))
    expect(xml).toContain('<sheetProtection sheet="1"')
  })

  it('prints no signature on a page without people', () => {
    const [head] = sampleData().sheets
    if (head === undefined) throw new Error('no sheet')
    const breaks = (count: number) => {
      const people = Array.from({ length: count }, (_, place) => ({ staffId: String(place), name: `人员${String(place)}`, moduleName: '大治理', postName: '业务岗', scale: null, handover: null, band: null, score: null, note: null }))
      return scoreBook(sampleData({ sheets: [{ ...head, people }] }), code).sheets[0]?.rows.flatMap(({ number, pageBreakAfter }) => (pageBreakAfter ? [number] : []))
    }
    // 10 people fit the first page and their signature does not: the last two, in rows 12 and 13, go over with it. Of 20 some stand there anyway.
    expect([breaks(6), breaks(10), breaks(20)]).toEqual([[], [11], []])
  })

  it('says of each person and of the sheet what is right and wrong', () => {
    const [head, leader] = book.sheets
    const values = (column: number, rows: readonly number[]) => rows.map((row) => {
      const cell = head?.rows.find(({ number }) => number === row)?.cells[column - 1]
      return cell?.kind === 'formula' ? cell.value : null
    })
    expect(values(7, [4, 5, 6, 7, 8, 9])).toEqual([10, 8, 8.5, 6, '', ''])
    expect(values(8, [4, 5, 6, 7, 8, 9])).toEqual(['√', '√', '√', '√', '未评', '未评'])
    expect(values(3, [10, 11, 12, 13, 14])).toEqual(['已评 4 人，共 6 人', 'A 最多 1 人，现为 1 人', '4 人以上须至少评出一个 C，现为 1 人', '最高分与最低分须相差 2 分以上，现相差 4 分', '同一分数最多 3 人，现最多 1 人'])
    expect(leader?.rows.map(({ cells }) => cells[2]).flatMap((cell) => (cell?.kind === 'formula' ? [cell.value] : []))).toEqual(['已评 1 人，共 2 人'])
  })

  it('comes back unaltered, filled in or not, and without its protection', async () => {
    const bytes = await writeScoreBook(book, createdAt)
    expect(marksOf(await cellsOf(bytes))).toEqual({ number: sampleData().bookId, code, township: '清溪镇人民政府' })
    expect(await alteredIn(book, bytes)).toEqual([])
    const open = book.sheets.flatMap((sheet) => [...openCells(sheet)].map((cell, place) => ({ sheet: sheet.name, cell, value: place % 2 === 0 ? place : `=${String(place)}` })))
    const back = await filled(bytes, open)
    expect(await alteredIn(book, back)).toEqual([])
    expect(await alteredIn(book, await rewritten(back, /worksheets\/sheet\d+\.xml$/, (text) => text.replace(/<sheetProtection[^>]*>/, '')))).toEqual([])
  })

  it('shows every single fixed cell that was changed, emptied or filled', async () => {
    const bytes = await writeScoreBook(book, createdAt)
    let tried = 0
    for (const [place, sheet] of book.sheets.entries()) {
      const fixed = fixedCells(book)[place]?.cells ?? {}
      const ignored = shapes(book)[place]?.ignored ?? new Set<string>()
      const columns = sheet.columns.length
      const addresses = sheet.rows.flatMap(({ number }) => Array.from({ length: columns + 1 }, (_, index) => `${String.fromCharCode(65 + index)}${String(number)}`)).filter((cell) => !ignored.has(cell))
      for (const cell of addresses) {
        const part = new RegExp(`worksheets/sheet${String(place + 1)}\\.xml$`)
        const changed = await rewritten(bytes, part, (xml) => withCell(xml, cell, '<is><t>改动</t></is>'))
        expect(await alteredIn(book, changed)).toEqual([{ sheet: sheet.name, cell, from: fixed[cell] ?? null, to: 't改动' }])
        tried += 1
        if (fixed[cell] === undefined) continue
        const emptied = await rewritten(bytes, part, (xml) => withCell(xml, cell, ''))
        expect(await alteredIn(book, emptied)).toEqual([{ sheet: sheet.name, cell, from: fixed[cell], to: null }])
      }
    }
    expect(tried).toBeGreaterThan(150)
    // A sheet that is gone is one as well.
    const workbook = await loaded(bytes)
    workbook.removeWorksheet('大治理领导评分')
    expect(await alteredIn(book, Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([{ sheet: '大治理领导评分', cell: null, from: null, to: null }])
    expect([shownText('fSUM(A1)'), shownText('t张三'), shownText('n3'), shownText(null)]).toEqual(['=SUM(A1)', '张三', '3', null])
  }, 60_000)

  it('keeps whatever people are called and have noted as text', async () => {
    const texts = hostileTexts()
    expect(texts.length).toBeGreaterThanOrEqual(500)
    const [head] = sampleData().sheets
    if (head === undefined) throw new Error('no sheet')
    const people = texts.map((text, place) => ({ staffId: String(place), name: text, moduleName: '', postName: '', scale: null, handover: null, band: null, score: null, note: text }))
    const hostile = scoreBook(sampleData({ sheets: [{ ...head, people }] }), code)
    const bytes = await writeScoreBook(hostile, createdAt)
    expect(await alteredIn(hostile, bytes)).toEqual([])
    const [sheet] = await cellsOf(bytes)
    const found = texts.map((_, place) => [sheet?.cells.get(`B${String(place + 4)}`), sheet?.cells.get(`I${String(place + 4)}`)])
    const want = texts.map((text) => (cleanText(text) === '' ? undefined : { value: { kind: 'text', text: cleanText(text) }, formula: null }))
    expect(found).toEqual(want.map((one) => [one, one]))
  })
})

it('names worksheets as a spreadsheet allows, no two alike', () => {
  expect(sheetNames(['大治理/评[价]', '大治理评价', '', 'HISTORY', '长'.repeat(40), '长'.repeat(40)])).toEqual(['大治理评价', '大治理评价（2）', '评分表', 'HISTORY（2）', '长'.repeat(31), `${'长'.repeat(28)}（2）`])
})

/** The sheet's XML with what a cell holds replaced; the cell is put in where there was none. */
function withCell(xml: string, address: string, content: string): string {
  const cell = content === '' ? '' : `<c r="${address}" t="inlineStr">${content}</c>`
  const present = new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`, 's')
  if (present.test(xml)) return xml.replace(present, cell)
  const row = new RegExp(`(<row r="${address.replace(/[A-Z]+/, '')}"[^>]*>)`)
  return xml.replace(row, `$1${cell}`)
}
