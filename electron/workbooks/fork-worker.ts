import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { youngGeneration, type WorkerFactory } from './worker.ts'

/** Linux tells the resident size of every process; elsewhere the worker watches itself. */
async function residentBytes(child: ChildProcess): Promise<number | null> {
  if (process.platform !== 'linux' || child.pid === undefined) return null
  const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

/** What Node runs for an entry. */
interface Program {
  readonly module: string
  readonly args: readonly string[]
}

/** Workers of plain Node: forked children, silent, each with a heap of its own. `programOf`: where the build has put an entry. */
export const forkWorkersOf = (programOf: (entry: URL) => Program): WorkerFactory => (entry, { heapMegabytes }) => {
  const { module, args } = programOf(entry)
  const child = fork(module, args, {
    execArgv: [youngGeneration, `--max-old-space-size=${String(heapMegabytes)}`, '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let sent = Promise.resolve()
  return {
    postMessage: (message) => {
      if (!child.connected || typeof message !== 'object' || message === null) return
      sent = new Promise((resolve) => child.send(message, () => resolve()))
    },
    drained: () => sent,
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.once('error', () => listener({ code: null, signal: null }))
      child.once('close', (code, signal) => listener({ code, signal }))
    },
    kill: () => {
      child.kill('SIGKILL')
    },
    memory: () => residentBytes(child),
  }
}

/** Workers that run the sources. */
export const forkWorker = forkWorkersOf((entry) => ({ module: fileURLToPath(entry), args: [] }))
