import path from 'node:path'
import type { WorkerExit, WorkerFactory } from '../workbooks/worker.ts'
import type { HostPort } from './rpc-port.ts'

/** Workers that main forks for the host: asked for by a message, spoken with over a port of their own. */
export interface UtilityWorkers {
  readonly factory: WorkerFactory
  readonly connect: (id: string, port: HostPort) => void
  readonly ended: (id: string, exit: WorkerExit) => void
  readonly answered: (id: string, request: number, bytes: number | null) => void
}

interface Running {
  port: HostPort | null
  readonly unsent: unknown[]
  readonly listeners: ((message: unknown) => void)[]
  readonly exits: ((exit: WorkerExit) => void)[]
  readonly questions: Map<number, (bytes: number | null) => void>
}

export function createUtilityWorkers(toMain: (message: unknown) => void): UtilityWorkers {
  const running = new Map<string, Running>()
  let count = 0

  return {
    factory(entry, { heapMegabytes }) {
      count += 1
      const id = String(count)
      const worker: Running = { port: null, unsent: [], listeners: [], exits: [], questions: new Map() }
      running.set(id, worker)
      toMain({ kind: 'worker', id, entry: path.parse(entry.pathname).name, heapMegabytes })
      let questions = 0
      return {
        postMessage(message) {
          if (worker.port === null) worker.unsent.push(message)
          else worker.port.postMessage(message)
        },
        onMessage: (listener) => void worker.listeners.push(listener),
        onExit: (listener) => void worker.exits.push(listener),
        kill: () => toMain({ kind: 'worker-kill', id }),
        memory() {
          if (!running.has(id)) return Promise.resolve(null)
          questions += 1
          const request = questions
          return new Promise((resolve) => {
            worker.questions.set(request, resolve)
            toMain({ kind: 'worker-memory', id, request })
          })
        },
      }
    },
    connect(id, port) {
      const worker = running.get(id)
      if (worker === undefined) return
      worker.port = port
      port.on('message', ({ data }) => worker.listeners.forEach((listener) => listener(data)))
      port.start()
      worker.unsent.splice(0).forEach((message) => port.postMessage(message))
    },
    ended(id, exit) {
      const worker = running.get(id)
      running.delete(id)
      worker?.questions.forEach((answer) => answer(null))
      worker?.exits.forEach((listener) => listener(exit))
    },
    answered(id, request, bytes) {
      const worker = running.get(id)
      worker?.questions.get(request)?.(bytes)
      worker?.questions.delete(request)
    },
  }
}
