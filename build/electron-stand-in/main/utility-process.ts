import { EventEmitter } from 'node:events'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { send } from '../ports.ts'
import { app, requireReady } from './app.ts'

export interface ForkOptions {
  readonly serviceName?: string
  readonly stdio?: string | readonly string[]
  readonly execArgv?: readonly string[]
}

const thread = new URL('../utility/thread.ts', import.meta.url)
let lastPid = 900_000

/** The utility processes that live. */
export const utilities = new Map<number, UtilityProcess>()

/** The service names of all that were ever started, in order. */
export const startedServices: string[] = []

/** A process of Electron on a thread, which takes ports as a process of Electron does. */
export class UtilityProcess extends EventEmitter {
  pid: number | undefined
  readonly entry: string
  readonly args: readonly string[]
  readonly options: ForkOptions
  readonly stderr: Readable | null
  readonly stdout: Readable | null
  readonly #worker: Worker
  readonly #parent: MessagePort
  #hasEnded = false
  #bytes = 0

  constructor(entry: string, args: readonly string[], options: ForkOptions) {
    super()
    requireReady('utilityProcess cannot be created')
    if (!path.isAbsolute(entry) || !statSync(entry).isFile()) throw new Error(`not a module: ${entry}`)
    this.entry = entry
    this.args = args
    this.options = options
    const [, stdout, stderr] = typeof options.stdio === 'string' ? Array.from({ length: 3 }, () => options.stdio) : (options.stdio ?? ['ignore', 'inherit', 'inherit'])
    const { port1, port2 } = new MessageChannel()
    this.#parent = port1
    const heap = /--js-flags=.*--max-old-space-size=(\d+)/.exec((options.execArgv ?? []).join(' '))?.[1]
    this.#worker = new Worker(thread, {
      argv: [...args],
      workerData: { entry, parent: port2 },
      transferList: [port2],
      stdout: stdout !== 'inherit',
      stderr: stderr !== 'inherit',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      ...(heap === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: Number(heap) } }),
    })
    this.stdout = stdout === 'pipe' ? this.#worker.stdout : null
    this.stderr = stderr === 'pipe' ? this.#worker.stderr : null
    if (stdout === 'ignore') this.#worker.stdout.resume()
    if (stderr === 'ignore') this.#worker.stderr.resume()
    this.#worker.once('online', () => this.#begin())
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.once('exit', (code) => this.#end(code))
    port1.on('message', (message: unknown) => this.emit('message', message))
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (!this.#hasEnded) send(this.#parent, message, transfer)
  }

  /** What its own heap takes, as it was when last asked: the threads of one process share all the rest. */
  bytes(): number {
    this.#worker.getHeapStatistics().then(
      ({ total_physical_size: bytes }) => void (this.#bytes = bytes),
      () => void (this.#bytes = 0),
    )
    return this.#bytes
  }

  kill(): boolean {
    if (this.pid === undefined) return false
    void this.#worker.terminate()
    return true
  }

  #begin(): void {
    if (this.#hasEnded) return
    lastPid += 1
    this.pid = lastPid
    utilities.set(this.pid, this)
    startedServices.push(this.options.serviceName ?? '')
    this.emit('spawn')
  }

  /** A heap that is full ends the process with a word of the script engine; an error nobody caught ends it without. */
  #fail(error: unknown): void {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.emit('error', 'FatalError', 'heap', '{}')
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }

  #end(code: number): void {
    this.#hasEnded = true
    if (this.pid !== undefined) utilities.delete(this.pid)
    this.pid = undefined
    this.#parent.close()
    this.emit('exit', code)
  }
}

app.metrics = () => [...utilities].map(([pid, utility]) => ({ pid, memory: { workingSetSize: Math.round(utility.bytes() / 1024) } }))

export const utilityProcess = { fork: (entry: string, args: readonly string[] = [], options: ForkOptions = {}) => new UtilityProcess(entry, args, options) }
