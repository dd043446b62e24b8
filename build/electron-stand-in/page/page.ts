import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import type { MessagePort } from 'node:worker_threads'
import { PagePort, refuseUncloneable } from '../ports.ts'
import type { FromPage, Speaker } from '../wire.ts'
import { copyAcross } from './context-bridge.ts'

export type SendToMain = (message: FromPage) => void

/** A message that arrived at the window itself. */
export interface WindowMessage {
  readonly data: unknown
  readonly origin: string
  readonly ports: readonly PagePort[]
}

/** What a sandboxed preload may require. */
const allowedModules = ['electron', 'events', 'timers', 'url']

/** One document in a window: its preload runs in a world of its own, without Node. There is no DOM; the tests are the page. */
export class Page {
  readonly contents: number
  readonly url: string
  readonly document: string
  /** Messages that arrived at the window itself, heard or not. */
  received = 0
  /** Why the preload ended before its end; null when it did not. */
  readonly fault: string | null
  /** What the preload exposed to the page's world. */
  readonly exposed = new Map<string, unknown>()
  readonly messages = new EventEmitter()
  readonly #send: SendToMain
  readonly #ipcRenderer = new EventEmitter()
  readonly #ports: PagePort[] = []
  readonly #calls = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  readonly #newCall: () => number
  #isGone = false

  constructor(load: { readonly contents: number; readonly url: string; readonly document: string; readonly preload: string | null }, send: SendToMain, newCall: () => number) {
    this.contents = load.contents
    this.url = load.url
    this.document = load.document
    this.#send = send
    this.#newCall = newCall
    this.fault = load.preload === null ? null : this.#runPreload(load.preload)
    send({ kind: 'loaded', contents: this.contents })
  }

  get isGone(): boolean {
    return this.#isGone
  }

  /** Speaks to main past the preload, as a page that was taken over would if it had the means. */
  invoke(channel: string, args: readonly unknown[], speaker: Speaker = 'page'): Promise<unknown> {
    const call = this.#newCall()
    const answer = new Promise((resolve, reject) => this.#calls.set(call, { resolve, reject }))
    this.#send({ kind: 'invoke', contents: this.contents, speaker, channel, args, call })
    return answer
  }

  send(channel: string, args: readonly unknown[], speaker: Speaker = 'page'): void {
    this.#send({ kind: 'send', contents: this.contents, speaker, channel, args })
  }

  /** Main answers a call. */
  answered(call: number, answer: { readonly value: unknown } | { readonly message: string }): void {
    const waiting = this.#calls.get(call)
    this.#calls.delete(call)
    if ('message' in answer) waiting?.reject(new Error(answer.message))
    else waiting?.resolve(answer.value)
  }

  /** Main sends a message. */
  hear(channel: string, args: readonly unknown[], ports: readonly MessagePort[]): void {
    this.#ipcRenderer.emit(channel, { senderId: 0, ports: ports.map((port) => this.#own(new PagePort(port))) }, ...args)
  }

  /** The document goes, and with it every port it held. */
  unload(): void {
    this.#isGone = true
    this.#ports.forEach((port) => port.close())
    this.#calls.forEach(({ reject }) => reject(new Error('the document is gone')))
    this.#calls.clear()
  }

  #own(port: PagePort): PagePort {
    this.#ports.push(port)
    return port
  }

  #runPreload(file: string): string | null {
    const { protocol, host } = new URL(this.url)
    const location = { href: this.url, protocol, host, origin: `${protocol}//${host}` }
    const window: Record<string, unknown> = {
      location,
      postMessage: (data: unknown, targetOrigin: string, ports: readonly PagePort[] = []) => {
        if (targetOrigin !== '*' && targetOrigin !== location.origin) return
        const message: WindowMessage = { data: structuredClone(data), origin: location.origin, ports }
        setImmediate(() => {
          this.received += 1
          this.messages.emit('message', message)
        })
      },
    }
    window['window'] = window
    window['top'] = window
    const world = vm.createContext({ ...window, window, require: (name: string) => this.#require(name), exports: {}, module: { exports: {} }, console })
    try {
      vm.runInContext(readFileSync(file, 'utf8'), world, { filename: file })
      return null
    } catch (error) {
      return String(error)
    }
  }

  #require(name: string): unknown {
    if (!allowedModules.includes(name)) throw new Error(`module not found: ${name}`)
    if (name !== 'electron') return process.getBuiltinModule(name)
    return {
      contextBridge: {
        exposeInMainWorld: (key: string, api: unknown) => {
          if (this.exposed.has(key)) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
          this.exposed.set(key, copyAcross(api))
        },
      },
      ipcRenderer: {
        invoke: (channel: string, ...args: unknown[]) => {
          refuseUncloneable(args)
          return this.invoke(channel, args)
        },
        send: (channel: string, ...args: unknown[]) => {
          refuseUncloneable(args)
          this.send(channel, args)
        },
        on: (channel: string, listener: (...args: unknown[]) => void) => void this.#ipcRenderer.on(channel, listener),
        off: (channel: string, listener: (...args: unknown[]) => void) => void this.#ipcRenderer.off(channel, listener),
      },
    }
  }
}
