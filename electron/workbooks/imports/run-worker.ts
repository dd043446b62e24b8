import { setTimeout as wait } from 'node:timers/promises'
import type { WorkerFactory, WorkerPort } from '../worker.ts'
import type { ReadLimits } from './limits.ts'
import { isFileRefusalCode, type FileRefusalCode } from './refusal.ts'
import type { ReadingRequest } from './requests.ts'

/** The module that runs in the reading process. */
export const parseWorkerEntry = new URL('../parse-worker.ts', import.meta.url)

export type WorkerEnd = { readonly kind: 'done'; readonly source: 'xlsx' | 'csv' } | { readonly kind: 'refused'; readonly code: FileRefusalCode }

const memoryPollMilliseconds = 100
/** How V8 ends a process whose heap is full: abort, or the Windows code for it. */
const outOfMemoryCodes: ReadonlySet<number | null> = new Set([134, 0x80000003, 0xc0000005])

function field(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Object.entries(message).find(([key]) => key === name)?.[1] : undefined
}

function endOf(message: unknown): WorkerEnd | null {
  const [kind, source, code] = [field(message, 'kind'), field(message, 'source'), field(message, 'code')]
  if (kind === 'done') return { kind, source: source === 'csv' ? 'csv' : 'xlsx' }
  if (kind === 'refused') return { kind, code: isFileRefusalCode(code) ? code : 'unreadable' }
  return null
}

async function watchMemory(port: WorkerPort, limit: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const bytes = await port.memory()
    if (bytes !== null && bytes > limit) return true
    await wait(memoryPollMilliseconds, undefined, { signal }).catch(() => undefined)
  }
  return false
}

/**
 * Runs one request in a process of its own, under a clock and a memory watch; the process is gone when this resolves.
 * `onPart` gets every message before the end. Never rejects: a process that dies is a refusal, also when `signal` ended it.
 */
export function runWorker<Request extends ReadingRequest>(request: Request, start: WorkerFactory, entry: URL, limits: ReadLimits, onPart: (message: unknown) => boolean, signal?: AbortSignal): Promise<WorkerEnd> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const port = start(entry, { heapMegabytes: limits.heapMegabytes })
    let end: WorkerEnd | null = null
    const decide = (decision: WorkerEnd) => {
      end ??= decision
      port.kill()
    }
    const clock = setTimeout(() => decide({ kind: 'refused', code: 'too_slow' }), limits.milliseconds)
    port.onMessage((message) => {
      if (end !== null) return
      const last = endOf(message)
      if (last !== null) decide(last)
      else if (!onPart(message)) decide({ kind: 'refused', code: 'unreadable' })
    })
    const giveUp = () => port.kill()
    port.onExit((exit) => {
      clearTimeout(clock)
      over.abort()
      signal?.removeEventListener('abort', giveUp)
      resolve(end ?? { kind: 'refused', code: exit.signal === 'SIGABRT' || outOfMemoryCodes.has(exit.code) ? 'too_large' : 'unreadable' })
    })
    signal?.addEventListener('abort', giveUp)
    if (signal?.aborted) giveUp()
    void watchMemory(port, limits.memoryBytes, over.signal).then((exceeded) => exceeded && decide({ kind: 'refused', code: 'too_large' }))
    port.postMessage(request)
  })
}
