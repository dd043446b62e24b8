import { EventEmitter } from 'node:events'
import { statSync } from 'node:fs'
import path from 'node:path'
import { app, preventable, requireReady } from './app.ts'
import { session, type Session } from './session.ts'
import { WebContents } from './web-contents.ts'
import type { Rectangle } from '../wire.ts'

export interface WindowOptions {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly show?: boolean
  readonly icon?: string
  readonly title?: string
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string; readonly session?: Session }
}

/** What Electron takes where nothing is said. */
const usualPreferences: Readonly<Record<string, unknown>> = { contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false, webviewTag: false, navigateOnDragDrop: false, experimentalFeatures: false, spellcheck: true, devTools: true }

const open = new Map<number, BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly #webContents: WebContents
  readonly options: WindowOptions
  readonly state = { isVisible: true, isMaximised: false, isMinimised: false, focused: 0 }
  #bounds: Rectangle
  #isDestroyed = false

  constructor(wanted: WindowOptions = {}) {
    super()
    requireReady('Cannot create BrowserWindow')
    const { preload, session: own } = wanted.webPreferences ?? {}
    if (preload !== undefined && !path.isAbsolute(preload)) throw new Error('preload must be an absolute path')
    if (wanted.icon !== undefined) statSync(wanted.icon)
    this.id = open.size + 1
    this.options = wanted
    this.state.isVisible = wanted.show ?? true
    const { x = 0, y = 0, width = 800, height = 600 } = wanted
    this.#bounds = { x, y, width, height }
    open.set(this.id, this)
    app.windows.add(this)
    this.#webContents = new WebContents(this.id, own ?? session.defaultSession, preload ?? null)
  }

  /** Of a window that is gone Electron gives nothing. */
  #requireAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }

  get webContents(): WebContents {
    this.#requireAlive()
    return this.#webContents
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...open.values()]
  }

  static byId(id: number): BrowserWindow | undefined {
    return open.get(id)
  }

  get preferences(): Readonly<Record<string, unknown>> {
    const { session: _, ...plain } = this.options.webPreferences ?? {}
    return { ...usualPreferences, ...plain }
  }

  async loadURL(url: string): Promise<void> {
    const end = await this.webContents.loadURL(url)
    if (end !== 'committed') throw new Error(`${end} (${url})`)
  }

  getNormalBounds(): Rectangle {
    return this.#bounds
  }

  getBounds(): Rectangle {
    return this.#bounds
  }

  setBounds(bounds: Rectangle): void {
    this.#bounds = bounds
  }

  isMaximized(): boolean {
    return this.state.isMaximised
  }

  maximize(): void {
    this.state.isMaximised = true
  }

  isMinimized(): boolean {
    this.#requireAlive()
    return this.state.isMinimised
  }

  restore(): void {
    this.#requireAlive()
    this.state.isMinimised = false
  }

  show(): void {
    this.#requireAlive()
    this.state.isVisible = true
  }

  focus(): void {
    this.#requireAlive()
    this.state.focused += 1
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  /** Whether it closed. */
  close(): boolean {
    if (this.#isDestroyed) return true
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#isDestroyed = true
    open.delete(this.id)
    app.windows.delete(this)
    this.#webContents.destroy()
    this.emit('closed')
    return true
  }
}
