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

/** Workers of plain Node: a forked child that runs the same source, silent, with a heap of its own. */
export const forkWorker: WorkerFactory = (entry, { heapMegabytes }) => {
  const child = fork(fileURLToPath(entry), [], {
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
