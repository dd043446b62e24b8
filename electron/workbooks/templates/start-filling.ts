import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BookLists, WrittenSheet } from '../exports/write/export-job.ts'
import { WriterEnded, WriterFailed } from '../exports/write/run-export.ts'
import type { WorkerFactory } from '../worker.ts'
import { isFillAnswer, type FillAnswer, type FillJob, type FillRequest } from './fill-job.ts'

/** The module that runs in the filling process. */
export const templateWorkerEntry = new URL('./template-worker.ts', import.meta.url)

/** A ledger of a hundred thousand rows beside the largest template the gate lets through. */
const heapMegabytes = 1_536

/** One template being filled by a process of its own, so that whoever asked for it stays free. */
export interface TemplateFiller {
  /** Rows ahead of the job; other work gets its turn before the next. */
  readonly send: (rows: Partial<BookLists>) => Promise<void>
  /** Forgets the rows sent so far. */
  readonly again: () => void
  /** The sheets as written to `job.target`. @throws WriterFailed, WriterEnded, or the reason of the signal */
  readonly fill: (job: FillJob, onProgress: (stage: Extract<FillAnswer, { kind: 'progress' }>['stage']) => void) => Promise<readonly WrittenSheet[]>
  /** Ends the process, whatever it is doing. */
  readonly close: () => void
}

/** Starts the filling process; aborting the signal kills it. */
export function startFilling(start: WorkerFactory, signal: AbortSignal, entry: URL = templateWorkerEntry): TemplateFiller {
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
  const post = (request: FillRequest) => port.postMessage(request)
  return {
    async send(rows) {
      signal.throwIfAborted()
      post({ kind: 'rows', rows })
      await nextTurn()
    },
    again: () => post({ kind: 'again' }),
    fill: (job, onProgress) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(signal.aborted ? signal.reason : new WriterEnded())
        if (hasEnded || signal.aborted) {
          ended()
          return
        }
        onEnd = ended
        port.onMessage((message) => {
          if (!isFillAnswer(message)) return
          if (message.kind === 'progress') onProgress(message.stage)
          else if (message.kind === 'done') resolve(message.sheets)
          else reject(new WriterFailed(message.message, message.code))
        })
        post({ kind: 'fill', job })
      }),
    close: kill,
  }
}
