/**
 * Measures the product beside what others take for the same work, in the same run: `npm run bench [-- --rounds 5 --only <name> --out <file>]`.
 * Prints one table and writes the figures as JSON (`out/bench.json`). Machines are noisy: the middle of at least five rounds is told, with the spread.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { engineGrowth, whatIf } from './engine.ts'
import { quarterEvaluation, workbookRecalculation } from './evaluation.ts'
import { importPreview } from './import-preview.ts'
import { ledgerExport } from './ledger-export.ts'
import type { Bench, Line } from './measure.ts'

const benches: readonly Bench[] = [ledgerExport, importPreview, quarterEvaluation, engineGrowth, whatIf, workbookRecalculation]

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' }, out: { type: 'string', default: path.join('out', 'bench.json') } } })
const rounds = Math.max(1, Number(values.rounds))

function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}

function tableOf(lines: readonly Line[]): string {
  const heading = ['bench', 'what', 'median', 'low–high', 'unit', '×', 'of']
  const rows = lines.map(({ bench, what, figure, unit, ratio, against }) => [bench, what, digits(figure.median), `${digits(figure.low)}–${digits(figure.high)}`, unit, ratio === null ? '' : ratio.toFixed(2), against ?? ''])
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)))
  return [heading, ...rows].map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

const lines: Line[] = []
for (const bench of benches.filter(({ name }) => values.only === undefined || name === values.only)) {
  process.stderr.write(`${bench.name} …\n`)
  lines.push(...(await bench.run(rounds)))
}
process.stdout.write(`${tableOf(lines)}\n`)
mkdirSync(path.dirname(values.out), { recursive: true })
const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? '', load: loadavg()[0] ?? 0, node: process.version }
writeFileSync(values.out, `${JSON.stringify({ rounds, machine, lines }, null, 1)}\n`)
