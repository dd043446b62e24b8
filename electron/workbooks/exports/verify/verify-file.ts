import { z } from 'zod'
import type { WorkerFactory } from '../../worker.ts'
import type { ReadLimits } from '../../imports/limits.ts'
import type { FileRefusalCode } from '../../imports/refusal.ts'
import { parseWorkerEntry, runWorker } from '../../imports/run-worker.ts'
import { mostNamed, type ChangedCell } from './compare.ts'
import type { CompareRequest, DigestRequest, SheetCells } from './requests.ts'
import { verifyLimits } from './verify-limits.ts'

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
  /** The first of `count`. */
  readonly cells: readonly ChangedCell[]
  readonly count: number
  /** Sheets that differ without a cell that does. */
  readonly unlocated: readonly string[]
}

export interface RefusedFile {
  readonly kind: 'refused'
  readonly code: FileRefusalCode
}

const sheets = z.array(z.object({ name: z.string(), digest: z.string(), cellsFile: z.string() }))
const digested = z.object({ kind: z.literal('digested'), fileDigest: z.string(), exportId: z.string().nullable(), book: sheets, form: sheets.nullable() })
const compared = z.object({
  kind: z.literal('compared'),
  place: z.int().nullable(),
  cells: z.array(z.object({ sheet: z.string(), cell: z.string() })).max(mostNamed),
  count: z.int(),
  unlocated: z.array(z.string()),
})

/** Reads what a file says in a process of its own, since it may be hostile and may be long; the digests of its cells lie beside `out`. Never rejects for a bad file. */
export async function digestFile(path: string, out: string, start: WorkerFactory, limits: ReadLimits = verifyLimits): Promise<FoundFile | RefusedFile> {
  let found: FoundFile | null = null
  const end = await runWorker<DigestRequest>({ kind: 'digest', path, out, limits }, start, parseWorkerEntry, limits, (message) => {
    const given = digested.safeParse(message)
    if (given.success) found = given.data
    return given.success
  })
  if (end.kind === 'refused') return end
  return found ?? { kind: 'refused', code: 'unreadable' }
}

/** Compares digests cell by cell in a process of its own. */
export async function nearestOf(asked: Pick<CompareRequest, 'found' | 'candidates' | 'mostChanged'>, start: WorkerFactory, limits: ReadLimits = verifyLimits): Promise<Nearest | RefusedFile> {
  let nearest: Nearest | null = null
  const end = await runWorker<CompareRequest>({ kind: 'compare', ...asked, limits }, start, parseWorkerEntry, limits, (message) => {
    const given = compared.safeParse(message)
    if (given.success) nearest = given.data
    return given.success
  })
  if (end.kind === 'refused') return end
  return nearest ?? { kind: 'refused', code: 'unreadable' }
}
