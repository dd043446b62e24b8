import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BroadcastChannel } from 'node:worker_threads'
import type { ToPage } from '../wire.ts'
import { options, pages } from './start-options.ts'

/** An event that a listener may prevent. */
export interface Preventable {
  defaultPrevented: boolean
  preventDefault(): void
}

export function preventable<T extends object>(details: T): T & Preventable {
  const event = { ...details, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
  return event
}

/** A window, as far as the end of the program is concerned. */
export interface Closable {
  close(): boolean
}

export interface ProcessMetric {
  readonly pid: number
  readonly memory: { readonly workingSetSize: number }
}

class App extends EventEmitter {
  readonly isPackaged = options.isPackaged
  readonly name: string
  readonly commandLine = { hasSwitch: (name: string) => options.argv.some((each) => each === `--${name}` || each.startsWith(`--${name}=`)) }
  /** What the stand-in keeps for its operations. */
  readonly recorded = { isSandboxed: false, userModelId: '' }
  readonly windows = new Set<Closable>()
  metrics: () => readonly ProcessMetric[] = () => []
  readonly #manifest: { readonly productName: string; readonly version: string }
  readonly #paths = new Map(['appData', 'documents', 'downloads', 'temp', 'home'].map((name) => [name, path.join(options.home, name)]))
  #isReady = false
  readonly #ready: Promise<void>

  constructor() {
    super()
    this.#manifest = JSON.parse(readFileSync(path.join(options.program, 'package.json'), 'utf8'))
    this.name = this.#manifest.productName
    this.#paths.set('userData', path.join(options.home, 'appData', this.name))
    for (const folder of this.#paths.values()) mkdirSync(folder, { recursive: true })
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        this.#isReady = true
        this.emit('ready')
        resolve()
      })
    })
  }

  isReady(): boolean {
    return this.#isReady
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  getPath(name: string): string {
    const found = this.#paths.get(name)
    if (found === undefined) throw new Error(`Failed to get '${name}' path`)
    return found
  }

  setPath(name: string, folder: string): void {
    if (!this.#paths.has(name)) throw new Error(`Failed to set path '${name}'`)
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    this.#paths.set(name, folder)
  }

  getAppPath(): string {
    return options.program
  }

  getVersion(): string {
    return this.#manifest.version
  }

  getAppMetrics(): readonly ProcessMetric[] {
    return this.metrics()
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.recorded.isSandboxed = true
  }

  setAppUserModelId(id: string): void {
    this.recorded.userModelId = id
  }

  /** One program per folder of user data: a file tells, as Chromium's does, and the first one hears of the second. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'SingletonLock')
    const channel = new BroadcastChannel(`single instance ${folder}`)
    channel.unref()
    try {
      writeFileSync(file, '', { flag: 'wx' })
    } catch {
      channel.postMessage([...options.argv])
      channel.close()
      return false
    }
    const message: ToPage = { kind: 'locked', file }
    pages.postMessage(message)
    channel.onmessage = ({ data }) => this.emit('second-instance', {}, data, options.home)
    return true
  }

  /** Windows first, then `will-quit`: either may keep the program alive. */
  quit(): void {
    setImmediate(() => {
      const before = preventable({})
      this.emit('before-quit', before)
      if (before.defaultPrevented) return
      for (const window of [...this.windows]) if (!window.close()) return
      const will = preventable({})
      this.emit('will-quit', will)
      if (will.defaultPrevented) return
      this.emit('quit', {}, 0)
      process.exit(0)
    })
  }

  exit(code = 0): void {
    process.exit(code)
  }
}

export const app = new App()

export function requireReady(what: string): void {
  if (!app.isReady()) throw new Error(`${what} before app is ready`)
}
