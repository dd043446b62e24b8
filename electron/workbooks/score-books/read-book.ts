import { z } from 'zod'
import { glance } from '../imports/glance.ts'
import { readLimits, type ReadLimits } from '../imports/limits.ts'
import { fileRefusal, type FileRefusal } from '../imports/refusal.ts'
import type { CellsRequest } from '../imports/requests.ts'
import { parseWorkerEntry, runWorker } from '../imports/run-worker.ts'
import type { CellContent } from '../exports/verify/cell-digest.ts'
import type { WorkerFactory } from '../worker.ts'

/** A worksheet as it came back: what each cell that is not empty holds. */
export interface FoundSheet {
  readonly name: string
  readonly cells: ReadonlyMap<string, CellContent>
}

export type BookReading = { readonly kind: 'read'; readonly sheets: readonly FoundSheet[] } | { readonly kind: 'refused'; readonly refusal: FileRefusal }

const value = z.union([z.object({ kind: z.literal('number'), value: z.number() }), z.object({ kind: z.enum(['text', 'error', 'boolean']), text: z.string() }), z.null()])
const sheetMessage = z.object({ kind: z.literal('cell_sheet'), name: z.string() })
const cellsMessage = z.object({ kind: z.literal('cells'), cells: z.array(z.object({ address: z.string(), value, formula: z.string().nullable() })) })

/** Reads the cells of a file in a process of its own, behind the gate. Never rejects for a bad file. */
export async function readBook(path: string, start: WorkerFactory, limits: ReadLimits = readLimits): Promise<BookReading> {
  const refusal = await glance(path, limits, 'scoreBook')
  if (refusal !== null) return { kind: 'refused', refusal }
  const sheets: { readonly name: string; readonly cells: Map<string, CellContent> }[] = []
  const end = await runWorker<CellsRequest>({ kind: 'cells', path, limits }, start, parseWorkerEntry, limits, (message) => {
    const [sheet, cells] = [sheetMessage.safeParse(message), cellsMessage.safeParse(message)]
    if (sheet.success) sheets.push({ name: sheet.data.name, cells: new Map() })
    const last = sheets.at(-1)
    if (cells.success && last !== undefined) for (const { address, ...content } of cells.data.cells) last.cells.set(address, content)
    return sheet.success || (cells.success && last !== undefined)
  })
  return end.kind === 'done' ? { kind: 'read', sheets } : { kind: 'refused', refusal: fileRefusal(end.code, 'scoreBook') }
}
