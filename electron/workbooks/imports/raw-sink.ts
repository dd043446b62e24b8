import type { RawCell, RawRange, RawRow } from '../../../shared/domain/cells/raw-workbook.ts'
import type { ReadLimits } from './limits.ts'
import { ReadRefusal } from './refusal.ts'

/** What the reading process tells its parent, in this order: sheets with their rows and merges, then the end or a refusal. */
export type ReadMessage =
  | { readonly kind: 'sheet'; readonly name: string; readonly hidden: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly RawRow[] }
  | { readonly kind: 'merges'; readonly merges: readonly RawRange[] }
  | { readonly kind: 'done'; readonly source: 'xlsx' | 'csv' }
  | { readonly kind: 'refused'; readonly code: string }

/** Takes what a reader finds; sends it in pieces small enough for the parent to stay quick. */
export interface RawSink {
  sheet(name: string, hidden: boolean): void
  row(row: number, cells: readonly RawCell[]): void
  merge(range: RawRange): void
  /** Sends what has gathered, if it is enough (or all). Called between chunks, so a fast reader waits for a slow parent. */
  flush(all: boolean): Promise<void>
}

const cellsPerMessage = 4_000
const charactersPerMessage = 200_000
/** Excel's own limit of a cell. */
const longestCell = 32_767

function textLength(cell: RawCell): number {
  return cell.kind === 'text' ? cell.text.length : 8
}

/** Whether an old-fashioned platform has to watch its own memory: asked once a message. */
function overMemory(limits: ReadLimits): boolean {
  return process.memoryUsage.rss() > limits.memoryBytes
}

/** @throws ReadRefusal `too_large` as soon as a count passes its limit */
export function rawSink(limits: ReadLimits, send: (message: ReadMessage) => Promise<void>): RawSink {
  const queue: ReadMessage[] = []
  let rows: RawRow[] = []
  let merges: RawRange[] = []
  let [waitingCells, waitingCharacters] = [0, 0]
  const used = { cells: 0, rows: 0, merges: 0, characters: 0, sheets: 0 }

  function spend(what: keyof typeof used, count: number): void {
    used[what] += count
    if (used[what] > limits[what]) throw new ReadRefusal('too_large')
  }

  function pack(): void {
    if (rows.length > 0) queue.push({ kind: 'rows', rows })
    if (merges.length > 0) queue.push({ kind: 'merges', merges })
    rows = []
    merges = []
    waitingCells = 0
    waitingCharacters = 0
  }

  return {
    sheet: (name, hidden) => {
      spend('sheets', 1)
      pack()
      queue.push({ kind: 'sheet', name, hidden })
    },
    row: (row, cells) => {
      if (cells.some((cell) => cell.kind === 'text' && cell.text.length > longestCell)) throw new ReadRefusal('unreadable')
      const characters = cells.reduce((sum, cell) => sum + textLength(cell), 0)
      spend('rows', 1)
      spend('cells', cells.length)
      spend('characters', characters)
      rows.push({ row, cells })
      waitingCells += cells.length
      waitingCharacters += characters
      if (waitingCells >= cellsPerMessage || waitingCharacters >= charactersPerMessage) pack()
    },
    merge: (range) => {
      spend('merges', 1)
      merges.push(range)
    },
    flush: async (all) => {
      if (all) pack()
      if (queue.length > 0 && overMemory(limits)) throw new ReadRefusal('too_large')
      for (const message of queue.splice(0)) await send(message)
    },
  }
}
