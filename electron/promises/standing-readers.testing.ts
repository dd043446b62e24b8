import { readFileSync, writeFileSync } from 'node:fs'
import { forkWorker } from '../workbooks/fork-worker.ts'
import type { WorkerExit, WorkerFactory, WorkerPort } from '../workbooks/worker.ts'

/**
 * Reading processes that are used again once they have given their last word, so that a thousand files can be read in a minute.
 * Whoever is killed before that is really killed, and one that has grown is not used again.
 */
export interface StandingReaders {
  readonly start: WorkerFactory
  /** The most resident bytes that any of them ever had. */
  readonly peakBytes: () => number
  readonly started: () => number
  readonly killedAtWork: () => number
  readonly close: () => void
}

interface Standing {
  readonly port: WorkerPort
  readonly pid: number
  readonly heapMegabytes: number
  listener: (message: unknown) => void
  onExit: (exit: WorkerExit) => void
}

/** More than a process has when it begins, so that the next file cannot be blamed for the last one. */
const grownBytes = 160 * 1_048_576

function childrenNow(): ReadonlySet<number> {
  return new Set(readFileSync('/proc/thread-self/children', 'utf8').split(' ').filter((pid) => pid !== '').map(Number))
}

function kilobytesOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function isLastWord(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && (message.kind === 'done' || message.kind === 'refused')
}

export function standingReaders(): StandingReaders {
  const idle: Standing[] = []
  const all = new Set<Standing>()
  let [peak, started, killed] = [0, 0, 0]

  function startOne(entry: URL, options: Parameters<WorkerFactory>[1]): Standing {
    const before = childrenNow()
    const port = forkWorker(entry, options)
    const pid = [...childrenNow()].find((child) => !before.has(child)) ?? 0
    const standing: Standing = { port, pid, heapMegabytes: options.heapMegabytes, listener: () => undefined, onExit: () => undefined }
    started += 1
    all.add(standing)
    port.onMessage((message) => standing.listener(message))
    port.onExit((exit) => {
      all.delete(standing)
      standing.onExit(exit)
    })
    return standing
  }

  return {
    peakBytes: () => peak,
    started: () => started,
    killedAtWork: () => killed,
    close: () => all.forEach(({ port }) => port.kill()),
    start(entry, options) {
      const place = idle.findIndex(({ heapMegabytes }) => heapMegabytes === options.heapMegabytes)
      const standing = idle.splice(place, place === -1 ? 0 : 1)[0] ?? startOne(entry, options)
      let hasEnded = false
      // The most it had so far is forgotten: what counts is this file.
      if (standing.pid !== 0) writeFileSync(`/proc/${String(standing.pid)}/clear_refs`, '5')
      return {
        postMessage: (message) => standing.port.postMessage(message),
        onMessage(listener) {
          standing.listener = (message) => {
            hasEnded = isLastWord(message)
            listener(message)
          }
        },
        onExit(listener) {
          standing.onExit = listener
        },
        kill() {
          peak = Math.max(peak, kilobytesOf(standing.pid, 'VmHWM') * 1_024)
          if (hasEnded && kilobytesOf(standing.pid, 'VmRSS') * 1_024 < grownBytes) {
            const { onExit } = standing
            standing.onExit = () => undefined
            idle.push(standing)
            onExit({ code: null, signal: 'SIGKILL' })
            return
          }
          if (!hasEnded) killed += 1
          standing.port.kill()
        },
        async memory() {
          const bytes = await standing.port.memory()
          // A process that ends by itself is not asked again.
          peak = Math.max(peak, kilobytesOf(standing.pid, 'VmHWM') * 1_024)
          return bytes
        },
      }
    },
  }
}
