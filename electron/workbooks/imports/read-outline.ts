import { z } from 'zod'
import type { SheetOutline } from '../../../shared/domain/reports/imports/outline.ts'
import type { WorkerFactory } from '../worker.ts'
import { glance } from './glance.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'
import type { OutlineRequest } from './requests.ts'
import { parseWorkerEntry, runWorker } from './run-worker.ts'

export type OutlineOutcome = { readonly kind: 'outline'; readonly sheets: readonly SheetOutline[] } | { readonly kind: 'refused'; readonly refusal: FileRefusal }

const row = z.object({ row: z.int(), cells: z.array(z.object({ column: z.int(), text: z.string() })) })
const outlineMessage = z.object({ kind: z.literal('outline'), sheets: z.array(z.object({ name: z.string(), rows: z.array(row) })) })

/** The first rows of each visible sheet, read in a process of its own; never rejects for a bad file. */
export async function readOutline(path: string, start: WorkerFactory, limits: ReadLimits = readLimits, entry: URL = parseWorkerEntry): Promise<OutlineOutcome> {
  const refusal = await glance(path, limits)
  if (refusal !== null) return { kind: 'refused', refusal }
  let sheets: readonly SheetOutline[] = []
  const end = await runWorker<OutlineRequest>({ kind: 'outline', path, limits }, start, entry, limits, (message) => {
    const found = outlineMessage.safeParse(message)
    if (found.success) ({ sheets } = found.data)
    return found.success
  })
  return end.kind === 'done' ? { kind: 'outline', sheets } : { kind: 'refused', refusal: fileRefusal(end.code) }
}
