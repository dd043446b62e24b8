import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../../cli/run-command.ts'
import { consolePassword } from '../../core/testing/township.testing.ts'
import { resultOf } from '../../promises/printed.testing.ts'
import { newBench } from '../../promises/program.testing.ts'
import { OfficeDesk, type SheetForm } from './testing/office.ts'

const bench = newBench()
const desk = OfficeDesk.open()
afterAll(async () => {
  bench.dispose()
  await (await desk).close()
})

const quarter = '2026Q2'
const year = '2026'
const printed = [
  ['evaluation', quarter], ['performance', quarter], ['tasks', quarter], ['teams', quarter], ['registers', quarter], ['roster', quarter], ['evaluation', year], ['performance', year], ['teams', year],
] as const

const exported = z.object({ file: z.string() })

/** The official copies of the demo township: values alone, as they go to the printer. */
async function exportAll(): Promise<readonly string[]> {
  const place = ['--data', bench.at('data'), '--key-file', bench.keyFile(consolePassword)]
  const run = async (...words: readonly string[]): Promise<unknown> => resultOf(await runCommand([...words, ...place]))
  await run('demo')
  for (const period of [quarter, year]) await run('compute', '--period', period)
  const files: string[] = []
  for (const [workbook, period] of printed) {
    const out = bench.at('out', `${workbook}-${period}`)
    mkdirSync(out, { recursive: true })
    files.push(exported.parse(await run('export', '--workbook', workbook, '--period', period, '--copy', 'official', '--out', out)).file)
  }
  return files
}

let files: readonly string[] = []
let pages: ReadonlyMap<string, readonly string[]> = new Map()
beforeAll(async () => {
  // What is overdue, and how many pages that takes, is a question of the day.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-07-10T02:00:00Z') })
  files = await exportAll()
  vi.useRealTimers()
  pages = await (await desk).printedPages(files)
})

it('the workbooks of the demo township are printed with every number legible', () => {
  // A number wider than its column is printed as `###`.
  const illegible = [...pages].flatMap(([file, texts]) =>
    texts.flatMap((text, index) => text.split('\n').filter((line) => line.includes('###')).map((line) => `${path.basename(file)}, page ${index + 1}: ${line.trim()}`)),
  )
  expect(illegible).toEqual([])
  // Numbers were there to be printed: everyone's, on pages of every workbook.
  expect([...pages.values()].map((texts) => texts.length > 2 && texts.some((text) => /\d/.test(text)))).toEqual(printed.map(() => true))
})

const compact = (text: string) => text.replace(/\s/g, '')

/** Pages of each sheet: one begins where its title stands, for only headings are repeated. */
function pagesBySheet(sheets: readonly SheetForm[], texts: readonly string[]): readonly number[] {
  const starts: number[] = []
  let from = 0
  for (const { title } of sheets) {
    const found = texts.findIndex((text, page) => page >= from && compact(text).includes(compact(title ?? '')))
    starts.push(found)
    from = found + 1
  }
  return starts.map((start, place) => (starts[place + 1] ?? texts.length) - start)
}

const approved = new URL('./approved/', import.meta.url)

/** `TOWNSHIP_APPROVE=1` writes what is found in place of what was approved; look at the difference before it is committed. */
it('what was approved stays: titles, headings, widths, merged cells, print set-up and pages of every sheet', async () => {
  const forms = await (await desk).forms(files)
  const found = files.map((file, place) => {
    const sheets = forms[file] ?? []
    const counts = pagesBySheet(sheets, pages.get(file) ?? [])
    return { name: `${printed[place]?.join('-') ?? ''}.json`, sheets: sheets.map((sheet, at) => ({ ...sheet, pages: counts[at] })) }
  })
  if (process.env['TOWNSHIP_APPROVE']) for (const { name, sheets } of found) writeFileSync(new URL(name, approved), `${JSON.stringify(sheets, null, 1)}\n`)
  for (const { name, sheets } of found) expect({ name, sheets }).toEqual({ name, sheets: JSON.parse(readFileSync(new URL(name, approved), 'utf8')) })
  expect(found.flatMap(({ sheets }) => sheets).every(({ pages: count }) => count !== undefined && count > 0)).toBe(true)
})
