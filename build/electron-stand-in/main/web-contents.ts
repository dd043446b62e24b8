import { EventEmitter } from 'node:events'
import { send } from '../ports.ts'
import type { FromPage, Speaker, ToPage } from '../wire.ts'
import { app, preventable } from './app.ts'
import { IpcMain, ipcMain } from './ipc.ts'
import { NetworkRefusal, type Session } from './session.ts'
import { pages } from './start-options.ts'

/** What became of a wish to go somewhere. */
export type Navigation = 'committed' | 'prevented' | string

export type PrintResult = { readonly success: boolean; readonly reason: string }

class WebFrameMain {
  url: string
  readonly parent: WebFrameMain | null
  readonly #contents: number

  constructor(contents: number, url: string, parent: WebFrameMain | null) {
    this.#contents = contents
    this.url = url
    this.parent = parent
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    tell({ kind: 'message', contents: this.#contents, channel, args: [message] }, transfer)
  }
}

function tell(message: ToPage, transfer: readonly unknown[] = []): void {
  send(pages, message, transfer)
}

export class WebContents extends EventEmitter {
  readonly id: number
  readonly session: Session
  readonly ipc = new IpcMain()
  mainFrame: WebFrameMain
  printResult: PrintResult = { success: true, reason: '' }
  readonly prints: unknown[] = []
  readonly #preload: string | null
  /** Chromium keeps the zoom of a host: what is set before a page is there is that of no page. */
  readonly #zooms = new Map<string, number>()
  #isDestroyed = false
  #openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null

  constructor(id: number, session: Session, preload: string | null) {
    super()
    this.id = id
    this.session = session
    this.#preload = preload
    this.mainFrame = new WebFrameMain(id, '', null)
    app.emit('web-contents-created', {}, this)
  }

  send(channel: string, ...args: unknown[]): void {
    this.#requireAlive()
    tell({ kind: 'message', contents: this.id, channel, args })
  }

  loadURL(url: string): Promise<Navigation> {
    this.#requireAlive()
    return this.#load(url)
  }

  reload(): void {
    this.#requireAlive()
    void this.#load(this.mainFrame.url)
  }

  /** The page, or a frame in it, wants to go to `url`, maybe by way of a redirect from there. */
  async wish(url: string, isMainFrame: boolean, redirect: string | null): Promise<Navigation> {
    const details = { url, isMainFrame, isSameDocument: false, frame: this.mainFrame, initiator: this.mainFrame }
    for (const name of isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']) {
      const event = preventable(details)
      this.emit(name, event)
      if (event.defaultPrevented) return 'prevented'
    }
    if (redirect !== null) {
      const event = preventable({ ...details, url: redirect })
      this.emit('will-redirect', event)
      if (event.defaultPrevented) return 'prevented'
    }
    return this.#load(redirect ?? url)
  }

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.#openHandler = handler
  }

  openWindow(url: string): string {
    return this.#openHandler?.({ url }).action ?? 'allow'
  }

  attachWebview(src: string): boolean {
    const event = preventable({})
    this.emit('will-attach-webview', event, {}, { src })
    return !event.defaultPrevented
  }

  print(wanted: unknown, done: (success: boolean, reason: string) => void): void {
    this.prints.push(wanted)
    done(this.printResult.success, this.printResult.reason)
  }

  /** The PDF says how it was wanted; once told to fail, it does. */
  printToPDF(wanted: unknown): Promise<Buffer> {
    this.prints.push(wanted)
    return this.printResult.success ? Promise.resolve(Buffer.from(`%PDF ${JSON.stringify(wanted)}`)) : Promise.reject(new Error(this.printResult.reason))
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zooms.set(this.#host(), factor)
  }

  getZoomFactor(): number {
    return this.#zooms.get(this.#host()) ?? 1
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  destroy(): void {
    this.#isDestroyed = true
    tell({ kind: 'unload', contents: this.id })
    this.emit('destroyed')
  }

  /** The page's process is gone, and with it what ran in it. */
  lose(reason: string): void {
    tell({ kind: 'unload', contents: this.id })
    this.emit('render-process-gone', {}, { reason, exitCode: 1 })
  }

  /** A message from the window: to its own channels first, as in Electron. */
  async hear(message: Exclude<FromPage, { kind: 'loaded' }>, ports: readonly object[]): Promise<void> {
    const event = { sender: this, senderFrame: this.#frameOf(message.speaker), ports, frameId: 1, processId: 1 }
    if (message.kind === 'send') {
      this.ipc.emit(message.channel, event, ...message.args)
      ipcMain.emit(message.channel, event, ...message.args)
      return
    }
    const { call, channel } = message
    const handler = this.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel)
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      tell({ kind: 'answer', call, value: await handler(event, ...message.args) })
    } catch (error) {
      tell({ kind: 'fault', call, message: `Error invoking remote method '${channel}': ${String(error)}` })
    }
  }

  #frameOf(speaker: Speaker): WebFrameMain | null {
    if (speaker === 'page') return this.mainFrame
    return speaker === 'gone' ? null : new WebFrameMain(this.id, speaker.frame, this.mainFrame)
  }

  async #load(url: string): Promise<Navigation> {
    try {
      const response = await this.session.request(url, 'GET')
      if (!response.ok) return `status ${response.status}`
      const document = await response.text()
      // Every document has a frame of its own: one that is kept from before is no longer the main one.
      this.mainFrame = new WebFrameMain(this.id, url, null)
      tell({ kind: 'load', contents: this.id, url, document, preload: this.#preload })
      this.emit('did-navigate', {}, url, response.status, response.statusText)
      return 'committed'
    } catch (error) {
      if (error instanceof NetworkRefusal) return error.message
      throw error
    }
  }

  #host(): string {
    return this.mainFrame.url === '' ? '' : new URL(this.mainFrame.url).host
  }

  #requireAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }
}
