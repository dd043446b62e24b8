import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WorkerFactory } from '../../worker.ts'
import { isExportAnswer, type ArrangedSheet, type BookJob, type ExportAnswer, type ExportRequest, type ShownPages, type WantedPages, type WrittenSheet } from './export-job.ts'

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

type Progress = Extract<ExportAnswer, { kind: 'progress' }>
type Answer = Exclude<ExportAnswer, { kind: 'progress' | 'failed' }>

/** One workbook in the making in a process of its own, so that whoever asked for it stays free. */
export interface BookProcess {
  /** Rows ahead of the job; other work gets its turn before the next. */
  readonly send: (rows: Extract<ExportRequest, { kind: 'rows' }>['rows']) => Promise<void>
  /** Forgets the rows sent so far. */
  readonly again: () => void
  /** Ends the process, whatever it is doing. */
  readonly close: () => void
}

export interface BookWriter extends BookProcess {
  /** The sheets as written to `target`. @throws WriterFailed, WriterEnded, or the reason of the signal */
  readonly write: (job: BookJob, target: string, onProgress: (progress: Progress) => void) => Promise<readonly WrittenSheet[]>
}

export interface BookArranger extends BookProcess {
  /** Cuts the workbook into pages. @throws as `write` does */
  readonly arrange: (job: BookJob, onProgress: (progress: Progress) => void) => Promise<readonly ArrangedSheet[]>
  /** Pages of a workbook that has been arranged. @throws as `write` does */
  readonly pages: (wanted: WantedPages) => Promise<ShownPages>
}

/** Starts the writing process; aborting the signal kills it. */
export function startBookWriter(start: WorkerFactory, signal: AbortSignal, entry: URL = exportWorkerEntry): BookWriter {
  const { ask, ...process } = startProcess(start, signal, entry)
  return {
    ...process,
    async write(job, target, onProgress) {
      const answer = await ask({ kind: 'write', job, target }, onProgress)
      if (answer.kind !== 'done') throw new Error(`the writing process answered ${answer.kind}`)
      return answer.sheets
    },
  }
}

/** The same for a workbook that is looked at page by page. */
export function startBookArranger(start: WorkerFactory, signal: AbortSignal, entry: URL = exportWorkerEntry): BookArranger {
  const { ask, ...process } = startProcess(start, signal, entry)
  return {
    ...process,
    async arrange(job, onProgress) {
      const answer = await ask({ kind: 'arrange', job }, onProgress)
      if (answer.kind !== 'arranged') throw new Error(`the writing process answered ${answer.kind}`)
      return answer.sheets
    },
    async pages(wanted) {
      const answer = await ask({ kind: 'pages', wanted }, () => undefined)
      if (answer.kind !== 'pages') throw new Error(`the writing process answered ${answer.kind}`)
      return answer.shown
    },
  }
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
  readonly onProgress: (progress: Progress) => void
}

/** The process answers one request after the other, so that the first that waits is the one an answer is for. */
function startProcess(start: WorkerFactory, signal: AbortSignal, entry: URL) {
  const port = start(entry, { heapMegabytes })
  const kill = () => port.kill()
  signal.addEventListener('abort', kill)
  const waiting: Waiting[] = []
  let hasEnded = false
  const ended = () => (signal.aborted ? signal.reason : new WriterEnded())
  port.onExit(() => {
    hasEnded = true
    signal.removeEventListener('abort', kill)
    for (const { reject } of waiting.splice(0)) reject(ended())
  })
  port.onMessage((message) => {
    if (!isExportAnswer(message)) return
    if (message.kind === 'progress') {
      waiting[0]?.onProgress(message)
      return
    }
    const first = waiting.shift()
    if (message.kind === 'failed') first?.reject(new WriterFailed(message.message, message.code))
    else first?.resolve(message)
  })
  const post = (request: ExportRequest) => port.postMessage(request)
  return {
    async send(rows: Extract<ExportRequest, { kind: 'rows' }>['rows']): Promise<void> {
      signal.throwIfAborted()
      post({ kind: 'rows', rows })
      await port.drained?.()
      await nextTurn()
    },
    again: () => post({ kind: 'again' }),
    ask: (request: ExportRequest, onProgress: (progress: Progress) => void) =>
      new Promise<Answer>((resolve, reject) => {
        if (hasEnded || signal.aborted) {
          reject(ended())
          return
        }
        waiting.push({ resolve, reject, onProgress })
        post(request)
      }),
    close: kill,
  }
}
