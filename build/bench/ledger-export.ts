import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { smallTown } from '../../electron/core/evaluation/small-town.testing.ts'
import type { BundleTask, TownshipBundle } from '../../electron/core/desk/bundle/bundle.ts'
import { diceOf } from '../../electron/core/desk/demo/dice.ts'
import { testTownship } from '../../electron/core/testing/township.testing.ts'
import { youngGeneration, type WorkerFactory } from '../../electron/workbooks/worker.ts'
import { serialOf } from '../../electron/workbooks/exports/arrange/calculate.ts'
import { readLayout } from '../../electron/workbooks/exports/layout/read-layout.ts'
import type { Cell } from '../../electron/workbooks/exports/model/model.ts'
import { tasksWorkbook } from '../../electron/workbooks/exports/books/tasks/book.ts'
import { tasksData } from '../../electron/workbooks/exports/testing/ledger-data.ts'
import { styleBook } from '../../electron/workbooks/exports/write/styles.ts'
import { receiveExport } from '../../shared/contract/reports/receive-export.ts'
import { line, measuredBy, type Bench, type Line } from './measure.ts'
import { builtWorkers, findPython, newFolder } from './programs.ts'

const rows = 50_000
/** So many rows are made for the peers and written over and over: what they take to get their data is not counted. */
const different = 1_000
const seed = 20260406
const peers = fileURLToPath(new URL('peers.py', import.meta.url))
const writer = fileURLToPath(new URL('write-ledger.ts', import.meta.url))

function given(cell: Cell | null): { readonly kind: 'text' | 'number' | 'empty'; readonly value: string | number | null } {
  if (cell?.kind === 'text') return { kind: 'text', value: cell.text }
  if (cell?.kind === 'number') return { kind: 'number', value: cell.value }
  return cell?.kind === 'date' ? { kind: 'number', value: serialOf(cell.day) } : { kind: 'empty', value: null }
}

/** The cells and styles of the ledger, for another library. */
async function ledgerForPeers(): Promise<object> {
  const [sheet] = tasksWorkbook(tasksData(different, 0), await readLayout('tasks')).sheets
  if (sheet === undefined) throw new Error('no ledger')
  const styleOf = styleBook()
  const styles = new Map<object, number>()
  const body = Array.from(sheet.rows).filter(({ cells }) => cells[0]?.kind === 'number')
  const placeOf = (cell: Cell | null): number => {
    if (cell === null) return 0
    const style = styleOf(cell.style)
    if (!styles.has(style)) styles.set(style, styles.size)
    return styles.get(style) ?? 0
  }
  const cells = body.map((row) => row.cells.map((cell) => ({ ...given(cell), style: placeOf(cell) })))
  return {
    widths: sheet.columns.map(({ width }) => width),
    heights: body.map(({ height }) => height),
    rows: cells,
    styles: Array.from(styles.keys(), (style) => {
      const { font, alignment, numFmt } = { font: null, alignment: null, numFmt: null, ...style }
      return { align: alignment?.['horizontal'] ?? 'left', font: font?.['name'] ?? '', size: font?.['size'] ?? 12, format: numFmt }
    }),
  }
}

/** A township with a quarter of so many tasks, one in thirty still open. */
function townWith(count: number): TownshipBundle {
  const town = smallTown()
  const [first] = town.tasks
  if (first === undefined) throw new Error('no task')
  const dice = diceOf(seed, 'ledger')
  const task = (place: number): BundleTask => {
    const isOpen = dice.chance(1 / 30)
    return {
      ...first,
      code: `X${place}`,
      docNo: `清委办〔2026〕${place}号`,
      title: `办理第 ${place} 项重点工作并报送情况${dice.chance(0.3) ? '，涉及多个村社的请联村干部一并跟进' : ''}`,
      module: dice.chance(0.3) ? 'service' : 'party',
      due: `2026-0${dice.between(1, 3)}-${String(dice.between(1, 28)).padStart(2, '0')}`,
      state: isOpen ? 'active' : 'closed',
      completedOn: isOpen ? null : '2026-03-20',
    }
  }
  return { ...town, tasks: Array.from({ length: count }, (_, place) => task(place + 1)) }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}

interface Export {
  readonly seconds: number
  readonly peakMB: number
  /** How long other requests waited meanwhile, in milliseconds. */
  readonly waits: readonly number[]
  readonly check: { readonly seconds: number; readonly waits: readonly number[] }
}

type Client = ReturnType<Awaited<ReturnType<typeof testTownship>>['asConsole']>

/** Does the work while the host is asked for something else all the while. */
async function askingMeanwhile<Result>(client: Client, work: () => Promise<Result>): Promise<{ readonly result: Result; readonly seconds: number; readonly waits: readonly number[] }> {
  const waits: number[] = []
  let isRunning = true
  const asking = (async () => {
    while (isRunning) {
      const asked = performance.now()
      await wait(5)
      await client.organisation.posts()
      waits.push(performance.now() - asked - 5)
    }
  })()
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1_000
  isRunning = false
  await asking
  return { result, seconds, waits: waits.toSorted((a, b) => a - b) }
}

/** The whole export through the host, and the check of what it has written. */
async function exportThroughHost(client: Client, peak: () => number): Promise<Export> {
  const { result, seconds, waits } = await askingMeanwhile(client, async () => receiveExport(await client.exports.start({ workbook: 'tasks', period: '2026Q1', copy: 'working' }), () => undefined))
  const peakMB = peak()
  const file = new File(result.parts, result.fileName)
  const check = await askingMeanwhile(client, () => client.exports.verify({ file }))
  if (check.result.state !== 'unchanged') throw new Error(`the export is ${check.result.state}`)
  return { seconds, peakMB, waits, check }
}

async function throughHost(rounds: number): Promise<readonly Export[]> {
  let peak = 0
  const workers = builtWorkers()
  const start: WorkerFactory = (entry, options) => {
    const port = workers(entry, options)
    const look = setInterval(() => {
      for (const pid of readFileSync('/proc/thread-self/children', 'utf8').trim().split(' ')) peak = Math.max(peak, peakOf(Number(pid)))
    }, 50)
    port.onExit(() => clearInterval(look))
    return port
  }
  const town = await testTownship(townWith(rows), [], start)
  const runs: Export[] = []
  for (let round = 0; round < rounds; round += 1) {
    peak = 0
    runs.push(await exportThroughHost(town.asConsole(), () => peak))
  }
  town.dispose()
  return runs
}

export const ledgerExport: Bench = {
  name: 'ledger-export',
  async run(rounds) {
    const folder = newFolder()
    const python = findPython()
    const data = path.join(folder.path, 'rows.json')
    writeFileSync(data, JSON.stringify(await ledgerForPeers()))
    const out = (name: string) => path.join(folder.path, `${name}.xlsx`)
    const runs = { own: new Array<{ seconds: number; peakMB: number }>(), xlsxwriter: new Array<{ seconds: number; peakMB: number }>(), openpyxl: new Array<{ seconds: number; peakMB: number }>() }
    for (let round = 0; round < rounds; round += 1) {
      runs.own.push(await measuredBy(process.execPath, [youngGeneration, '--disable-warning=ExperimentalWarning', writer, String(rows), out(`own-${round}`)]))
      runs.xlsxwriter.push(await measuredBy(python, [peers, 'xlsxwriter', data, String(rows), out(`xlsxwriter-${round}`)]))
      runs.openpyxl.push(await measuredBy(python, [peers, 'openpyxl', data, String(rows), out(`openpyxl-${round}`)]))
    }
    const host = await throughHost(rounds)
    folder.dispose()
    const seconds = (of: keyof typeof runs) => runs[of].map((run) => run.seconds)
    const megabytes = (of: keyof typeof runs) => runs[of].map((run) => run.peakMB)
    const own: readonly Line[] = [
      line('ledger-export', `write ${rows} × 23`, 's', seconds('own'), { name: 'XlsxWriter constant_memory', values: seconds('xlsxwriter') }),
      line('ledger-export', `write ${rows} × 23`, 's', seconds('own'), { name: 'openpyxl write-only', values: seconds('openpyxl') }),
      line('ledger-export', 'peak of writing', 'MB', megabytes('own'), { name: 'XlsxWriter constant_memory', values: megabytes('xlsxwriter') }),
      line('ledger-export', 'XlsxWriter itself', 's', seconds('xlsxwriter')),
      line('ledger-export', 'openpyxl itself', 's', seconds('openpyxl')),
      line('ledger-export', 'through the host, gathered, digested and logged', 's', host.map((run) => run.seconds), { name: 'XlsxWriter constant_memory', values: seconds('xlsxwriter') }),
      line('ledger-export', 'peak of the exporting process', 'MB', host.map((run) => run.peakMB)),
      line('ledger-export', 'other requests meanwhile, 99 %', 'ms', host.map(({ waits }) => waits[Math.floor(waits.length * 0.99)] ?? 0)),
      line('ledger-export', 'other requests meanwhile, longest', 'ms', host.map(({ waits }) => waits.at(-1) ?? 0)),
      line('ledger-export', 'the same workbook checked', 's', host.map(({ check }) => check.seconds)),
      line('ledger-export', 'other requests during the check, longest', 'ms', host.map(({ check }) => check.waits.at(-1) ?? 0)),
    ]
    return own
  },
}
