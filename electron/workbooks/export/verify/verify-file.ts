import { z } from 'zod'
import type { WorkerFactory } from '../../worker.ts'
import { readLimits, type ReadLimits } from '../../import/limits.ts'
import type { FileRefusalCode } from '../../import/refusal.ts'
import { parseWorkerEntry, runWorker } from '../../import/run-worker.ts'
import type { ChangedCell } from './digest.ts'
import type { CompareRequest, SheetCells } from './requests.ts'

const megabyte = 1_048_576

/** An export may be longer than anything that is imported; it is read as a stream. */
const digesting: ReadLimits = { ...readLimits, milliseconds: 60_000, memoryBytes: 800 * megabyte, heapMegabytes: 512 }
/** The digests of two of them are held beside each other. */
const comparing: ReadLimits = { ...readLimits, milliseconds: 60_000, memoryBytes: 1_536 * megabyte, heapMegabytes: 1_200 }

/** What a file says: as a workbook of ours; and, for one that names no export, as a filled template. */
export interface FoundFile {
  readonly kind: 'digested'
  readonly fileDigest: string
  readonly exportId: string | null
  readonly book: readonly SheetCells[]
  readonly form: readonly SheetCells[] | null
}

export interface Nearest {
  readonly kind: 'compared'
  /** Which of the candidates, counted from 0; null when none is near enough. */
  readonly place: number | null
  readonly cells: readonly ChangedCell[]
}

export interface RefusedFile {
  readonly kind: 'refused'
  readonly code: FileRefusalCode
}

const sheets = z.array(z.object({ name: z.string(), digest: z.string(), cellsFile: z.string() }))
const digested = z.object({ kind: z.literal('digested'), fileDigest: z.string(), exportId: z.string().nullable(), book: sheets, form: sheets.nullable() })
const changed = z.object({ kind: z.literal('changed'), cells: z.array(z.object({ sheet: z.string(), cell: z.string() })) })
const compared = z.object({ kind: z.literal('compared'), place: z.int().nullable() })

/** Reads what a file says in a process of its own, since it may be hostile and may be long; the digests of its cells lie beside `out`. Never rejects for a bad file. */
export async function digestFile(path: string, out: string, start: WorkerFactory, limits: ReadLimits = digesting): Promise<FoundFile | RefusedFile> {
  let found: FoundFile | null = null
  const end = await runWorker({ kind: 'digest', path, out, limits }, start, parseWorkerEntry, limits, (message) => {
    const given = digested.safeParse(message)
    if (given.success) found = given.data
    return given.success
  })
  if (end.kind === 'refused') return end
  return found ?? { kind: 'refused', code: 'unreadable' }
}

/** Compares digests cell by cell in a process of its own. */
export async function nearestOf(asked: Pick<CompareRequest, 'found' | 'candidates' | 'mostChanged'>, start: WorkerFactory, limits: ReadLimits = comparing): Promise<Nearest | RefusedFile> {
  const cells: ChangedCell[] = []
  let nearest: Nearest | null = null
  const end = await runWorker({ kind: 'compare', ...asked, limits }, start, parseWorkerEntry, limits, (message) => {
    const more = changed.safeParse(message)
    if (more.success) {
      cells.push(...more.data.cells)
      return true
    }
    const last = compared.safeParse(message)
    if (last.success) nearest = { ...last.data, cells }
    return last.success
  })
  if (end.kind === 'refused') return end
  return nearest ?? { kind: 'refused', code: 'unreadable' }
}
