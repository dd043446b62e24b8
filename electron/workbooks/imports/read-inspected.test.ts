import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip, relationships, rosterSheet, workbookEntries, type MadeEntry } from '../gate/packages.testing.ts'
import { csvRecords } from './csv/read-csv.ts'
import { limitsHere, readHere } from './import.testing.ts'
import { cellPosition, columnLetters, rangeOf } from './xlsx/references.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reading-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(entries: readonly MadeEntry[]) {
  const file = path.join(folder, 'book.xlsx')
  await writeFile(file, makeZip(entries))
  return (await readHere(file)).sheets
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook with styles, shared strings, and the cells of one row. */
function bookOf(cells: string, { formats = '', strings = '', workbook = '', kind = office } = {}): readonly MadeEntry[] {
  const related = ['worksheet', 'styles', 'sharedStrings'].map((type, index) => `<Relationship Id="rId${String(index + 1)}" Type="${kind}/${type}" Target="/xl/${type}.xml"/>`)
  return [
    ...workbookEntries().slice(0, 2),
    { name: 'xl/workbook.xml', data: `<workbook>${workbook}<sheets><sheet name="一" sheetId="1" id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: relationships(...related) },
    { name: 'xl/worksheet.xml', data: `<worksheet><sheetData><row r="7">${cells}</row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="nonsense"/></mergeCells></worksheet>` },
    { name: 'xl/styles.xml', data: `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 2, 57, 164, 165, 166, 20, 49].map((id) => `<xf numFmtId="${String(id)}"/>`).join('')}</cellXfs></styleSheet>` },
    { name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` },
  ]
}

async function cellsOf(...given: Parameters<typeof bookOf>) {
  const [sheet] = await read(bookOf(...given))
  return sheet?.rows[0]?.cells.map(({ column, ...value }) => [column, value])
}

describe('cells', () => {
  test('texts: shared, rich, phonetic, inline, formula results, escapes', async () => {
    const strings = '<si><t xml:space="preserve"> 张 三</t></si><si><r><t>大</t></r><r><rPr><b/></rPr><t>党建</t></r><rPh sb="0" eb="1"><t>dà</t></rPh></si><si><t>a_x000D_b &amp; &#24352;</t></si><si/>'
    const cells = '<c r="A7" t="s"><v>0</v></c><c r="B7" t="s"><v>1</v></c><c r="C7" t="s"><v>2</v></c><c r="D7" t="s"><v>3</v></c><c r="E7" t="s"><v>99</v></c><c r="F7" t="inlineStr"><is><r><t>李</t></r><r><t>四</t></r></is></c><c r="G7" t="str"><f>A1&amp;B1</f><v>结果</v></c><c r="H7"><f>1+1</f></c><c r="I7" t="d"><v>2026-03-01</v></c>'
    expect(await cellsOf(cells, { strings })).toEqual([
      [1, { kind: 'text', text: ' 张 三' }], [2, { kind: 'text', text: '大党建' }], [3, { kind: 'text', text: 'a\rb & 张' }],
      [6, { kind: 'text', text: '李四' }], [7, { kind: 'text', text: '结果' }], [9, { kind: 'text', text: '2026-03-01' }],
    ])
  })

  test('numbers and dates by their formats', async () => {
    const formats = '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[$¥-804]#,##0.00&quot;元&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/>'
    const cells = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((style) => `<c s="${String(style)}"><v>46082</v></c>`).join('')
    const number = (format: string | null) => ({ kind: 'number', value: 46_082, format })
    const date = { kind: 'date', serial: 46_082 }
    expect(await cellsOf(cells, { formats })).toEqual([
      [1, number(null)], [2, date], [3, number('0.00')], [4, date], [5, date], [6, number('[$¥-804]#,##0.00"元"')], [7, number('[h]:mm')], [8, number(null)], [9, number(null)],
    ])
  })

  test('a number under a date format that is no date stays a number, a workbook of 1904 counts from there', async () => {
    expect(await cellsOf('<c s="1"><v>3.30825198307031E+17</v></c><c s="1"><v>44620</v></c>', { workbook: '<workbookPr date1904="1"/>' })).toEqual([
      [1, { kind: 'number', value: 330_825_198_307_031_000, format: null }], [2, { kind: 'date', serial: 46_082 }],
    ])
  })

  test('booleans, errors, blanks, and references left out', async () => {
    expect(await cellsOf('<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="F7"/><c><v>x</v></c><c r="XFE7"><v>1</v></c>')).toEqual([
      [1, { kind: 'boolean', value: true }], [2, { kind: 'error', code: '#N/A' }], [7, { kind: 'text', text: 'x' }], [8, { kind: 'number', value: 1, format: null }],
    ])
  })
})

test('sheets in the order of their tabs, the strict kind too; rows of hidden ones are not read', async () => {
  const [sheet] = await read(bookOf('<c><v>1</v></c>', { kind: 'http://purl.oclc.org/ooxml/officeDocument/relationships' }))
  expect(sheet).toMatchObject({ name: '一', hidden: false, merges: [{ top: 1, left: 1, bottom: 2, right: 2 }], rows: [{ row: 7 }] })
  const entries = workbookEntries().map((entry) => (entry.name === 'xl/workbook.xml' ? { ...entry, data: String(entry.data).replace('sheetId', 'state="veryHidden" sheetId') } : entry))
  expect(await read(entries)).toEqual([{ name: '花名册', hidden: true, merges: [], rows: [] }])
})

test('a count that passes its limit ends the reading', async () => {
  const file = path.join(folder, 'limits.xlsx')
  await writeFile(file, makeZip(workbookEntries(rosterSheet)))
  for (const limit of [{ cells: 7 }, { rows: 1 }, { characters: 20 }, { sheets: 0 }]) await expect(readHere(file, { ...limitsHere, ...limit })).rejects.toMatchObject({ code: 'too_large' })
  await expect(readHere(file, { ...limitsHere, cells: 8, rows: 2, sheets: 1 })).resolves.toBeDefined()
})

test.each([
  ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
  ['a,b\n\nc', [['a', 'b'], [''], ['c']]],
  ['a\rb', [['a'], ['b']]],
  ['"a,1";"b ""x"""\n;c', [['a,1', 'b "x"'], ['', 'c']]],
  ['姓名\t"身份证\n号码"\n张三\t="001"', [['姓名', '身份证\n号码'], ['张三', '001']]],
  ['sep=;\na;b,c', [['a', 'b,c']]],
  ['\ufeff姓名，性别\n张三，男', [['姓名', '性别'], ['张三', '男']]],
  ['a,"open', [['a', 'open']]],
  ['', [['']]],
])('the table %j', (text, records) => {
  expect([...csvRecords(text)]).toEqual(records)
})

test('references', () => {
  expect(['A1', 'AB12', 'XFD1048576', 'XFE1', 'A0', '12', 'a1', 'A1048577'].map(cellPosition)).toEqual([
    { row: 1, column: 1 }, { row: 12, column: 28 }, { row: 1_048_576, column: 16_384 }, null, null, null, null, null,
  ])
  expect([1, 26, 27, 702, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  expect([rangeOf('$B$3:A1'), rangeOf('C5'), rangeOf('A:A')]).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }, { top: 5, left: 3, bottom: 5, right: 3 }, null])
})
