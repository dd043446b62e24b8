import { WriterEnded, WriterFailed } from '../exports/write/run-export.ts'
import type { WorkerFactory } from '../worker.ts'
import { isBooksAnswer, type BookJob, type BooksRequest } from './books-job.ts'

/** The module that runs in the writing process. */
export const booksWorkerEntry = new URL('./books-worker.ts', import.meta.url)

const heapMegabytes = 512

/** Score books in the making in a process of their own. Each call waits for the one before. */
export interface BooksWriter {
  /** @throws WriterFailed, WriterEnded, or the reason of the signal */
  readonly add: (job: BookJob) => Promise<void>
  /** Puts what was added into one file. @throws as `add` does */
  readonly pack: (target: string) => Promise<void>
  /** Ends the process, whatever it is doing. */
  readonly close: () => void
}

/** Starts the writing process; aborting the signal kills it. */
export function startBooksWriter(start: WorkerFactory, signal: AbortSignal): BooksWriter {
  const port = start(booksWorkerEntry, { heapMegabytes })
  const kill = () => port.kill()
  signal.addEventListener('abort', kill)
  let waiting: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | null = null
  let hasEnded = false
  const ended = (): unknown => (signal.aborted ? signal.reason : new WriterEnded())
  port.onExit(() => {
    hasEnded = true
    signal.removeEventListener('abort', kill)
    waiting?.reject(ended())
  })
  port.onMessage((message) => {
    if (!isBooksAnswer(message)) return
    if (message.kind === 'done') waiting?.resolve()
    else waiting?.reject(new WriterFailed(message.message, message.code))
  })
  const ask = (request: BooksRequest) =>
    new Promise<void>((resolve, reject) => {
      if (hasEnded || signal.aborted) {
        reject(ended())
        return
      }
      waiting = { resolve, reject }
      port.postMessage(request)
    })
  return { add: (job) => ask({ kind: 'book', job }), pack: (target) => ask({ kind: 'pack', target }), close: kill }
}
