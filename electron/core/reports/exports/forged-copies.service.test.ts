import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveExport } from '../../../../shared/contract/reports/receive-export.ts'
import type { WorkerFactory } from '../../../workbooks/worker.ts'
import { forkWorker } from '../../../workbooks/fork-worker.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

type Edit = (zip: JSZip) => Promise<void>

const firstSheet = 'xl/worksheets/sheet1.xml'
const forged = '<is><t>伪造</t></is>'
const forgedSheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr">${forged}</c></row></sheetData></worksheet>`

function edited(part: string, change: (xml: string) => string): Edit {
  return async (zip) => {
    const xml = (await zip.file(part)?.async('string')) ?? ''
    const after = change(xml)
    if (after === xml) throw new Error(`nothing changed in ${part}`)
    zip.file(part, after)
  }
}

const inSheet = (from: string | RegExp, to: string) => edited(firstSheet, (xml) => xml.replace(from, to))

/** One more tab beside the first, in front of it or behind it. */
function withTab(change: (tab: string) => string, { isFirst = true, type = 'worksheet' } = {}): Edit {
  return async (zip) => {
    await edited('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*\/>/, (tab) => {
      const added = change(tab.replace(/r:id="[^"]+"/, 'r:id="rIdF"').replace(/sheetId="\d+"/, 'sheetId="77"'))
      return isFirst ? added + tab : tab + added
    }))(zip)
    await edited('xl/_rels/workbook.xml.rels', (xml) => xml.replace('</Relationships>', `<Relationship Id="rIdF" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="worksheets/sheet99.xml"/></Relationships>`))(zip)
    zip.file('xl/worksheets/sheet99.xml', forgedSheet)
  }
}

describe('a copy that was forged is never called unchanged', () => {
  let town: TestTownship
  let bytes: ArrayBuffer
  let [started, atOnce, mostAtOnce] = [0, 0, 0]
  const counted: WorkerFactory = (entry, options) => {
    const port = forkWorker(entry, options)
    started += 1
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    port.onExit(() => {
      atOnce -= 1
    })
    return port
  }

  beforeAll(async () => {
    town = await testTownship(smallTown(), [], counted)
    const received = await receiveExport(await town.asConsole().exports.start({ workbook: 'roster', period: '', copy: 'official' }), () => undefined)
    bytes = await new File(received.parts, received.fileName).arrayBuffer()
  })
  afterAll(() => town.dispose())

  async function copyWith(edit: Edit): Promise<File> {
    const zip = await JSZip.loadAsync(bytes)
    await edit(zip)
    return new File([new Uint8Array(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))], 'copy.xlsx')
  }

  async function verdictOn(edit: Edit): Promise<string> {
    try {
      const { state, cells, count } = await town.asConsole().exports.verify({ file: await copyWith(edit) })
      return [state, count, ...cells.map(({ sheet, cell }) => `${sheet}!${cell}`)].join(' ')
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  test('what is only packed anew, or has its tabs in another order, is unchanged', async () => {
    expect(await verdictOn(() => Promise.resolve())).toBe('unchanged 0')
    const swapped = edited('xl/workbook.xml', (xml) => xml.replace(/(<sheet [^>]*\/>)(.*?)<\/sheets>/s, '$2$1</sheets>'))
    expect(await verdictOn(swapped)).toBe('unchanged 0')
  })

  test.each<[string, Edit, RegExp]>([
    ['a cell given twice, the true one last', inSheet(/(<row r="4"[^>]*>)/, `$1<c r="B4" t="inlineStr">${forged}</c>`), /^changed 2 花名册!A4 花名册!B4$/],
    ['a cell given twice, the true one first', inSheet(/(<row r="4"[^>]*>.*?)<\/row>/, `$1<c r="B4" t="inlineStr">${forged}</c></row>`), /^changed 1 花名册!B4$/],
    ['a row given twice, the true one last', inSheet(/<row r="4".*?<\/row>/, `<row r="4"><c r="B4" t="inlineStr">${forged}</c></row>$&`), /^changed \d+ 花名册!A4 花名册!B4/],
    ['a row of several in one, each in order', inSheet(/(<row r="4"[^>]*>.*?<\/c>)(.*?<\/row>)/, '$1</row><row r="4">$2'), /^changed \d+ 花名册!B4/],
    ['a cell at no place', inSheet('</sheetData>', `<row r="900"><c r="__proto__" t="inlineStr">${forged}</c></row></sheetData>`), /^changed 1 花名册!__proto__$/],
    ['a cell that says no place', inSheet('</sheetData>', `<row r="900"><c t="inlineStr">${forged}</c></row></sheetData>`), /^changed 1 花名册!没有位置的单元格$/],
    ['a cell of another row', inSheet(/<c r="A4"([^>]*)>(.*?)<\/c>/, '</row><row r="5"><c r="A4"$1>$2</c></row><row>'), /^changed \d+ 花名册!A4/],
    ['a text of two pieces where one is shown', inSheet(/<c r="B4"([^>]*)>.*?<\/c>/, '<c r="B4"$1 t="inlineStr"><is><t>伪</t><t>造</t></is></c>'), /^(?:changed \d+ 花名册!B4|.*。)$/],
    ['a sheet of the same name in front', withTab((tab) => tab), /^changed 1 花名册!有几张同名的工作表$/],
    ['a sheet of the same name behind', withTab((tab) => tab, { isFirst: false }), /^changed 1 花名册!有几张同名的工作表$/],
    ['a hidden sheet', withTab((tab) => tab.replace(/name="[^"]*"/, 'name="另一张" state="veryHidden"')), /^changed 1 另一张!整张工作表$/],
    ['a tab that is no worksheet', withTab((tab) => tab.replace(/name="[^"]*"/, 'name="图"'), { type: 'chartsheet' }), /^changed 1 图!整张工作表$/],
    ['a tab whose sheet is not there by its plain name', async (zip) => {
      await withTab((tab) => tab.replace(/name="[^"]*"/, 'name="空"'))(zip)
      await edited('xl/_rels/workbook.xml.rels', (xml) => xml.replace('sheet99.xml', 'sheet%39%39.xml'))(zip)
    }, /^changed 1 空!整张工作表$/],
    ['macros', (zip) => Promise.resolve(void zip.file('xl/vbaProject.bin', 'x')), /含有宏.*再核验。$/],
    ['a DOCTYPE', inSheet(/<worksheet/, '<!DOCTYPE a><worksheet'), /DOCTYPE/],
    ['a bomb', (zip) => Promise.resolve(void zip.file('xl/media/a.bin', Buffer.alloc(40 * 1_048_576, ' '))), /压缩炸弹/],
    ['two relations of one id', edited('xl/_rels/workbook.xml.rels', (xml) => xml.replace('</Relationships>', '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>')), /无法读取/],
  ])('%s', async (_, edit, said) => {
    expect(await verdictOn(edit)).toMatch(said)
  })

  test('of a million cells the first 200 are named and all are counted', async () => {
    const added = Array.from({ length: 300 }, (_, row) => `<row r="${String(1_001 + row)}">${Array.from({ length: 26 }, (__, column) => `<c r="${String.fromCharCode(65 + column)}${String(1_001 + row)}"><v>1</v></c>`).join('')}</row>`).join('')
    const { cells, count } = await town.asConsole().exports.verify({ file: await copyWith(inSheet('</sheetData>', `${added}</sheetData>`)) })
    expect([cells.length, count, cells[0]?.cell, cells[25]?.cell, cells[26]?.cell, cells[199]?.cell]).toEqual([200, 7_800, 'A1001', 'Z1001', 'A1002', 'R1008'])
  })

  test('checks are made one after the other, and one that fails does not stop the next', async () => {
    ;[started, mostAtOnce] = [0, 0]
    const good = await copyWith(() => Promise.resolve())
    const asked = [good, new File(['PK no package'], 'a.xlsx'), good, good].map((file) => town.asConsole().exports.verify({ file }).then(({ state }) => state, () => 'refused'))
    expect([await Promise.all(asked), mostAtOnce, started]).toEqual([['unchanged', 'refused', 'unchanged', 'unchanged'], 1, 3])
  })

  test('a file over the size is refused before a byte of it is read', async () => {
    let isRead = false
    const file = Object.defineProperties(new File(['x'], 'a.xlsx'), { size: { value: 61 * 1_048_576 }, arrayBuffer: { value: () => ((isRead = true), Promise.resolve(new ArrayBuffer(0))) } })
    await expect(town.asConsole().exports.verify({ file })).rejects.toThrow('文件超过 60 MB，请删除图片和无关的工作表后再核验。')
    expect(isRead).toBe(false)
  })
})
