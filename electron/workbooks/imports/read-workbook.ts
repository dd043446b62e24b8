import type { RawWorkbook } from '../../../shared/domain/cells/raw-workbook.ts'
import type { WorkerFactory } from '../worker.ts'
import { gathering, takePart } from './gather-workbook.ts'
import { glance } from './glance.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'
import type { ReadRequest } from './requests.ts'
import { parseWorkerEntry, runWorker } from './run-worker.ts'

export type ReadOutcome = { readonly kind: 'workbook'; readonly workbook: RawWorkbook } | { readonly kind: 'refused'; readonly refusal: FileRefusal }

/**
 * Reads a chosen file: the gate and the parser run in a process of their own, which is killed when it passes its time or memory.
 * Never rejects for a bad file: the outcome is the workbook, or one refusal. `entry` is the worker's module, where a build has moved it.
 */
export async function readWorkbook(path: string, start: WorkerFactory, limits: ReadLimits = readLimits, entry: URL = parseWorkerEntry): Promise<ReadOutcome> {
  const refusal = await glance(path, limits)
  if (refusal !== null) return { kind: 'refused', refusal }
  const sheets = gathering()
  const end = await runWorker<ReadRequest>({ kind: 'read', path, limits }, start, entry, limits, (message) => takePart(sheets, message))
  return end.kind === 'done' ? { kind: 'workbook', workbook: { source: end.source, sheets } } : { kind: 'refused', refusal: fileRefusal(end.code) }
}
