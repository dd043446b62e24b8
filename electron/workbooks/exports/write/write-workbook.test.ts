import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { evaluationWorkbook } from '../books/evaluation/book.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { CellStyle, RowModel, WorkbookModel } from '../model/model.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { bookData, quarterCase } from '../testing/case-data.ts'
import { tasksData } from '../testing/ledger-data.ts'
import { temporaryFolder } from '../testing/temp-folder.ts'
import { cleanText, readStoredText, storedText } from '../model/clean-text.ts'
import { hostileTexts } from './hostile-texts.testing.ts'
import { writeWorkbook } from './write-workbook.ts'

const file = temporaryFolder()
const style: CellStyle = { role: 'body', align: 'left', format: 'plain' }

function textRow(text: string, index: number): RowModel {
  return { number: index + 1, height: null, cells: [{ kind: 'text', text, style }], merges: [], pageBreakAfter: false }
}

function modelOf(rows: Iterable<RowModel>, streamed = false): WorkbookModel {
  const sheet = { name: '表', columns: [{ width: 20, hidden: false }], rows, freeze: { rows: 0, columns: 0 }, orientation: 'landscape', titleRows: null, chart: null, streamed } as const
  return { title: '试', author: '试', createdAt: 0, sheets: [sheet] }
}

describe('texts', () => {
  it.each([
    ['a\u0000b\u0007\ufffe', 'ab'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\ud83d半', '半'],
    ['👍', '👍'],
    ['\tx', '\tx'],
    ['长'.repeat(40_000), '长'.repeat(32_767)],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanText(given)).toBe(kept)
  })

  it('are written so that nothing in them is taken for an escape', () => {
    expect(hostileTexts().length).toBeGreaterThanOrEqual(500)
    expect(hostileTexts().filter((text) => readStoredText(storedText(text)) !== cleanText(text))).toEqual([])
  })

  it.each([false, true])('are typed text cells, never formulas (streamed: %s)', async (streamed) => {
    const target = file(`hostile-${String(streamed)}.xlsx`)
    const texts = hostileTexts()
    await writeWorkbook(modelOf(texts.map(textRow), streamed), target)
    const zip = await JSZip.loadAsync(readFileSync(target))
    const xml = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    expect(xml).not.toContain('<f')
    const cells = [...xml.matchAll(/<c r="A(\d+)"([^>]*)>/g)].map((match) => match[2] ?? '')
    expect(cells.filter((attributes) => !/t="(?:s|str)"/.test(attributes))).toEqual([])
    expect(cells).toHaveLength(texts.length)
  })
})

describe('the file', () => {
  it('appears only when it is whole: a failing source leaves the old one and nothing else', async () => {
    const target = file('old/book.xlsx')
    await import('node:fs/promises').then((fs) => fs.mkdir(path.dirname(target)))
    writeFileSync(target, 'old')
    const failing = { *[Symbol.iterator]() { yield textRow('a', 0); throw new Error('no more') } }
    await expect(writeWorkbook(modelOf(failing, true), target)).rejects.toThrow('no more')
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(path.dirname(target))).toEqual(['book.xlsx'])
  })

  it.each([8.43, 9, 10])('has columns as wide as they are asked to be: %d', async (width) => {
    const target = file(`width-${width}.xlsx`)
    const [sheet] = modelOf([textRow('a', 0)]).sheets
    if (sheet === undefined) throw new Error('a model has a sheet')
    await writeWorkbook({ ...modelOf([]), sheets: [{ ...sheet, columns: [{ width, hidden: false }] }] }, target)
    const xml = (await (await JSZip.loadAsync(readFileSync(target))).file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    expect(Number(/<col min="1" max="1" width="([\d.]+)"/.exec(xml)?.[1])).toBeCloseTo(width, 1)
  })

  it('is not made in a folder that does not exist', async () => {
    const target = file('nowhere/book.xlsx')
    await expect(writeWorkbook(modelOf([textRow('a', 0)]), target)).rejects.toThrow('ENOENT')
    expect(existsSync(path.dirname(target))).toBe(false)
  })

  it('is given up when cancelled, after telling how far it came', async () => {
    const target = file('cancelled.xlsx')
    const cancel = new AbortController()
    const told: number[] = []
    const onProgress = (rows: number): void => {
      told.push(rows)
      if (rows >= 500) cancel.abort(new Error('cancelled'))
    }
    const ledger = tasksWorkbook(tasksData(5_000), await readLayout('tasks'))
    await expect(writeWorkbook(ledger, target, { signal: cancel.signal, onProgress })).rejects.toThrow('cancelled')
    expect(existsSync(target)).toBe(false)
    expect(told.at(-1)).toBeLessThan(1_000)
    expect(readdirSync(path.dirname(target)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('carries its chart with the parts and relationships Excel asks for', async () => {
    const target = file('chart.xlsx')
    await writeWorkbook(evaluationWorkbook(bookData(quarterCase('worked-example')), await readLayout('evaluation')), target)
    const zip = await JSZip.loadAsync(readFileSync(target))
    const part = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
    const sheet = await part('xl/worksheets/sheet8.xml')
    expect(sheet.endsWith('<drawing r:id="rIdChart1"/></worksheet>')).toBe(true)
    expect(await part('xl/worksheets/_rels/sheet8.xml.rels')).toContain('Target="../drawings/drawing1.xml"')
    expect(await part('xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../charts/chart1.xml"')
    expect(await part('xl/charts/chart1.xml')).toContain("<c:f>'模块对比'!$I$4:$I$8</c:f>")
    expect(await part('[Content_Types].xml')).toContain('/xl/charts/chart1.xml')
    await expect(new ExcelJS.Workbook().xlsx.readFile(target)).resolves.toBeDefined()
  })
})
