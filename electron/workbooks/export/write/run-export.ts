import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WorkerFactory } from '../../worker.ts'
import { isExportAnswer, type ExportAnswer, type ExportJob, type ExportRequest, type WrittenSheet } from './export-job.ts'

/** The module that runs in the writing process. */
export const exportWorkerEntry = new URL('./export-worker.ts', import.meta.url)

/** A ledger of a hundred thousand rows with its digests. */
const heapMegabytes = 1024

/** The writing process ended without a word: killed from outside, or out of memory. */
export class WriterEnded extends Error {
  override readonly name = 'WriterEnded'
}

/** What the writing process could not do; `code` is that of the system, such as `ENOSPC`. */
export class WriterFailed extends Error {
  override readonly name = 'WriterFailed'
  readonly code: string
  constructor(message: string, code: string | null) {
    super(message)
    this.code = code ?? ''
  }
}

/** One workbook being written by a process of its own, so that whoever asked for it stays free. */
export interface BookWriter {
  /** Rows ahead of the job; other work gets its turn before the next. */
  readonly send: (rows: Extract<ExportRequest, { kind: 'rows' }>['rows']) => Promise<void>
  /** Forgets the rows sent so far. */
  readonly again: () => void
  /** The sheets as written to `job.target`. @throws WriterFailed, WriterEnded, or the reason of the signal */
  readonly write: (job: ExportJob, onProgress: (progress: Extract<ExportAnswer, { kind: 'progress' }>) => void) => Promise<readonly WrittenSheet[]>
  /** Ends the process, whatever it is doing. */
  readonly close: () => void
}

/** Starts the writing process; aborting the signal kills it. */
export function startBookWriter(start: WorkerFactory, signal: AbortSignal, entry: URL = exportWorkerEntry): BookWriter {
  const port = start(entry, { heapMegabytes })
  const kill = () => port.kill()
  signal.addEventListener('abort', kill)
  let hasEnded = false
  let onEnd: () => void = () => undefined
  port.onExit(() => {
    hasEnded = true
    signal.removeEventListener('abort', kill)
    onEnd()
  })
  const post = (request: ExportRequest) => port.postMessage(request)
  return {
    async send(rows) {
      signal.throwIfAborted()
      post({ kind: 'rows', rows })
      await port.drained?.()
      await nextTurn()
    },
    again: () => post({ kind: 'again' }),
    write: (job, onProgress) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(signal.aborted ? signal.reason : new WriterEnded())
        if (hasEnded || signal.aborted) {
          ended()
          return
        }
        onEnd = ended
        port.onMessage((message) => {
          if (!isExportAnswer(message)) return
          if (message.kind === 'progress') onProgress(message)
          else if (message.kind === 'done') resolve(message.sheets)
          else reject(new WriterFailed(message.message, message.code))
        })
        post({ kind: 'write', job })
      }),
    close: kill,
  }
}
