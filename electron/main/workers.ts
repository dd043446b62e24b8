import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { youngGeneration } from '../workbooks/worker.ts'
import { assertNever } from '../../shared/lib/assert-never.ts'
import type { FromHost, ToHost } from './host-messages.ts'

/** The processes that read and write files for the host. Only main can start one; then the two speak alone. */
export interface Workers {
  readonly hear: (message: Extract<FromHost, { kind: `worker${string}` }>) => void
  /** Ends all of them: their host is gone. */
  readonly killAll: () => void
}

export function hostWorkers(workerEntry: string, tellHost: (message: ToHost, ports?: MessagePortMain[]) => void): Workers {
  const running = new Map<string, UtilityProcess>()

  function start(id: string, entry: string, heapMegabytes: number): void {
    if (running.has(id)) return
    // A utility process takes flags of the script engine as Chromium's own switch, not as Node's.
    const child = utilityProcess.fork(workerEntry, [`--entry=${entry}`], { serviceName: `township ${entry}`, stdio: 'ignore', execArgv: [`--js-flags=${youngGeneration} --max-old-space-size=${heapMegabytes}`] })
    running.set(id, child)
    let wasFatal = false
    child.on('error', () => {
      wasFatal = true
    })
    child.once('exit', (code) => ended(id, code, wasFatal))
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage(null, [port1])
    tellHost({ kind: 'worker', id }, [port2])
  }

  function ended(id: string, code: number | null, wasFatal: boolean): void {
    if (running.delete(id)) tellHost({ kind: 'worker-exit', id, code, signal: wasFatal ? 'SIGABRT' : null })
  }

  function kill(id: string): void {
    const child = running.get(id)
    if (child === undefined) return
    // One that has not come to life yet tells no exit of its own in time.
    if (!endNow(child)) ended(id, null, false)
  }

  /** Resident bytes; null for a process that is not there. */
  function memory(id: string): number | null {
    const pid = running.get(id)?.pid
    const metric = pid === undefined ? undefined : app.getAppMetrics().find((each) => each.pid === pid)
    return metric === undefined ? null : metric.memory.workingSetSize * 1024
  }

  return {
    hear(message) {
      switch (message.kind) {
        case 'worker':
          return start(message.id, message.entry, message.heapMegabytes)
        case 'worker-kill':
          return kill(message.id)
        case 'worker-memory':
          return tellHost({ kind: 'worker-memory', id: message.id, request: message.request, bytes: memory(message.id) })
        default:
          return assertNever(message)
      }
    },
    killAll() {
      for (const child of running.values()) endNow(child)
      running.clear()
    },
  }
}

/** Whether the process was there to be ended; one still on its way is ended as soon as it arrives. */
function endNow(child: UtilityProcess): boolean {
  const wasThere = child.kill()
  if (!wasThere) child.once('spawn', () => child.kill())
  return wasThere
}
