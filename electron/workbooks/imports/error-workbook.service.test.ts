import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forkWorker } from '../fork-worker.ts'
import { makeZip, workbookEntries } from '../gate/packages.testing.ts'
import { writeErrorWorkbook, noteOf } from './error-workbook.ts'
import { readHere, rosterOf } from './import.testing.ts'
import { annotateSheet } from './xlsx/annotate-sheet.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'errors-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fixtures = path.join(import.meta.dirname, 'fixtures')

async function handBack(source: string, name: string, sheet = '花名册') {
  const { headerRow, rows } = rosterOf(await readHere(source))
  const out = path.join(folder, name)
  const refusal = await writeErrorWorkbook({ source, table: { sheet, headerRow }, rows, out }, forkWorker)
  return { out, rows, headerRow, refusal }
}

async function sheetOf(file: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

async function partsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(await readFile(file))
  return new Map(await Promise.all(Object.values(zip.files).map(async (part) => [part.name, await part.async('string')] as const)))
}

test('the same workbook comes back with one more column in red', async () => {
  const source = path.join(fixtures, 'roster-1.xlsx')
  const { out, rows, refusal } = await handBack(source, 'roster-1.xlsx')
  expect(refusal).toBeNull()
  const [before, after] = [await partsOf(source), await partsOf(out)]
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  expect([...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)).toEqual(['xl/worksheets/sheet1.xml'])
  const [was, is] = [await sheetOf(source), await sheetOf(out)]
  expect(is.getCell('O4').text).toBe('错误说明')
  expect(is.getCell('O40').value).toMatchObject({ richText: [{ text: '身份证号：身份证号与第 31 行相同，请核对这两行', font: { color: { argb: 'FFC00000' } } }] })
  const written = rows.map(({ row }) => ({ row, text: is.getCell(row, 15).text })).filter(({ text }) => text !== '')
  expect(written).toEqual(rows.flatMap((row) => (noteOf(row) === null ? [] : [{ row: row.row, text: noteOf(row) }])))
  was.eachRow((row, number) => row.eachCell((cell, column) => expect([number, column, is.getCell(number, column).text]).toEqual([number, column, cell.text])))
})

test('handed back, corrected nowhere and imported again, it reads as before and keeps its one column', async () => {
  const first = await handBack(path.join(fixtures, 'roster-3.xlsx'), 'first.xlsx')
  const second = await handBack(first.out, 'second.xlsx')
  expect(second.rows).toEqual(first.rows)
  expect((await sheetOf(second.out)).getRow(first.headerRow).cellCount).toBe(15)
  expect((await sheetOf(second.out)).getCell('O7').text).toContain('校验码')
})

test('a table comes back as a workbook of texts', async () => {
  const source = path.join(folder, 'table.csv')
  await writeFile(source, iconv.encode('花名册,,\r\n姓名,身份证号,人员身份\r\n张三,330825198202169773,公务员\r\n=1+1,330825198202169774,编外\r\n', 'gbk'))
  const { out, refusal } = await handBack(source, 'table.xlsx', 'CSV')
  const sheet = await sheetOf(out)
  expect(refusal).toBeNull()
  expect(sheet.getSheetValues().slice(1).map((row) => (Array.isArray(row) ? row.slice(1) : row))).toEqual([
    ['花名册'], ['姓名', '身份证号', '人员身份', '错误说明'], ['张三', '330825198202169773', '公务员'],
    ['=1+1', '330825198202169774', '编外', '身份证号：身份证号最后一位校验码不对，请逐位核对后重新填写'],
  ])
})

test('what cannot be written is said, and leaves nothing', async () => {
  const source = path.join(fixtures, 'roster-2.xlsx')
  const { refusal } = await handBack(source, path.join('no-such-folder', 'out.xlsx'))
  expect(refusal).toMatchObject({ code: 'not_saved' })
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await writeErrorWorkbook({ source: path.join(folder, 'none.xlsx'), table: { sheet: 'a', headerRow: 1 }, rows: [], out: path.join(folder, 'x.xlsx') }, forkWorker)).toMatchObject({ code: 'not_found' })
})

describe('the XML of a sheet', () => {
  const notes = { column: 3, headerRow: 1, heading: '错误说明', notes: new Map([[2, 'a<b & c\u0001'], [4, '四']]) }
  const cell = (reference: string, text: string, bold = '') => `<c r="${reference}" t="inlineStr"><is><r><rPr>${bold}<color rgb="FFC00000"/></rPr><t xml:space="preserve">${text}</t></r></is></c>`
  const col = '<col min="3" max="3" width="60" customWidth="1"/>'

  test.each([
    ['plain rows, one without cells', '<row r="1" spans="1:2"><c r="A1"/></row><row r="2"/><row r="3"/><row r="4"><c r="A4"><v>1</v></c></row>', `<row r="1"><c r="A1"/>${cell('C1', '错误说明', '<b/>')}</row><row r="2">${cell('C2', 'a&lt;b &amp; c')}</row><row r="3"/><row r="4"><c r="A4"><v>1</v></c>${cell('C4', '四')}</row>`],
    ['styled cells there and beyond', '<row r="1"><c r="B1"/><c r="C1" s="1"/><c r="D1" s="1"/></row><row r="3"><c r="C3"><v>old</v></c></row>', `<row r="1"><c r="B1"/>${cell('C1', '错误说明', '<b/>')}<c r="D1" s="1"/></row><row r="3"></row>`],
    ['cells without references', '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>', `<row><c><v>1</v></c>${cell('C1', '错误说明', '<b/>')}</row><row><c><v>2</v></c>${cell('C2', 'a&lt;b &amp; c')}</row>`],
  ])('%s', (_, before, after) => {
    const frame = (rows: string, cols: string) => `<worksheet>${cols}<sheetData>${rows}</sheetData><mergeCells/></worksheet>`
    expect(annotateSheet(frame(before, '<dimension ref="A1:B4"/>'), notes)).toBe(frame(after, `<cols>${col}</cols>`))
  })

  test('widths stay in order and are never set twice', () => {
    const frame = (cols: string) => `<worksheet>${cols}<sheetData></sheetData></worksheet>`
    expect(annotateSheet(frame('<cols><col min="1" max="2"/><col min="5" max="9"/></cols>'), notes)).toBe(frame(`<cols><col min="1" max="2"/>${col}<col min="5" max="9"/></cols>`))
    expect(annotateSheet(frame('<cols><col min="2" max="16384"/></cols>'), notes)).toBe(frame('<cols><col min="2" max="16384"/></cols>'))
  })

  test('names with a prefix keep it', async () => {
    const sheet = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>姓名</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const annotated = annotateSheet(sheet, { ...notes, column: 2 })
    expect(annotated).toContain('<x:c r="B1" t="inlineStr"><x:is><x:r>')
    const file = path.join(folder, 'prefixed.xlsx')
    await writeFile(file, makeZip(workbookEntries(annotated)))
    expect((await readHere(file)).sheets[0]?.rows[0]?.cells).toEqual([{ kind: 'text', text: '姓名', column: 1 }, { kind: 'text', text: '错误说明', column: 2 }])
  })
})
