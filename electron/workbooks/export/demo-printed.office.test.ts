import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { runCommand } from '../../cli/run-command.ts'
import { consolePassword } from '../../core/testing/township.testing.ts'
import { resultOf } from '../../promises/printed.testing.ts'
import { newBench } from '../../promises/program.testing.ts'
import { OfficeDesk } from './testing/office.ts'

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

it('the workbooks of the demo township are printed with every number legible', async () => {
  const files = await exportAll()
  const pages = await (await desk).printedPages(files)
  // A number wider than its column is printed as `###`.
  const illegible = [...pages].flatMap(([file, texts]) =>
    texts.flatMap((text, index) => text.split('\n').filter((line) => line.includes('###')).map((line) => `${path.basename(file)}, page ${index + 1}: ${line.trim()}`)),
  )
  expect(illegible).toEqual([])
  // Numbers were there to be printed: everyone's, on pages of every workbook.
  expect([...pages.values()].map((texts) => texts.length > 2 && texts.some((text) => /\d/.test(text)))).toEqual(printed.map(() => true))
})
