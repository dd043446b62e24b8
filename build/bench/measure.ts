import { spawn } from 'node:child_process'
import { z } from 'zod'

/** One figure of several runs: the middle one, and how far they lie apart. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, low: sorted[0] ?? 0, high: sorted.at(-1) ?? 0 }
}

/** A line of the table. `unit` is of `figure`; `ratio` is to the floor or peer of the same run, above 1 when this is slower. */
export interface Line {
  readonly bench: string
  readonly what: string
  readonly unit: 's' | 'ms' | 'MB'
  readonly figure: Spread
  readonly against: string | null
  readonly ratio: number | null
}

export interface Bench {
  readonly name: string
  readonly run: (rounds: number) => Promise<readonly Line[]>
}

export function line(bench: string, what: string, unit: Line['unit'], values: readonly number[], peer?: { readonly name: string; readonly values: readonly number[] }): Line {
  const figure = spreadOf(values)
  const floor = peer === undefined ? 0 : spreadOf(peer.values).median
  return { bench, what, unit, figure, against: peer?.name ?? null, ratio: floor > 0 ? figure.median / floor : null }
}

export async function secondsOf(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

const printedSchema = z.object({ seconds: z.number(), peakMB: z.number() })

/** What a program of its own measured of itself and printed as JSON. @throws Error when it does not end well */
export function measuredBy(command: string, args: readonly string[]): Promise<z.infer<typeof printedSchema>> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (printed += text))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(printedSchema.parse(JSON.parse(printed)))
      else reject(new Error(`${command} ${args.join(' ')} ended with ${String(code)}`))
    })
  })
}
