import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { requireReady } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { options } from './start-options.ts'

/** One file, many, or nothing where the dialog is closed. */
export type DialogAnswer = string | string[] | null

/** What the user was shown, and what the user will answer. */
export const desk: { readonly dialogs: unknown[]; readonly answers: DialogAnswer[]; readonly notices: Notification[] } = { dialogs: [], answers: [], notices: [] }

/** Tells of each dialog as it opens. */
export const shownDialogs = new EventEmitter()

/** Nobody answers at once; who watches has seen the dialog before what follows from its answer. */
const lookMs = 50

async function ask(kind: string, window: unknown, wanted: unknown): Promise<string[]> {
  requireReady('dialog module can only be used')
  if (!(window instanceof BrowserWindow) || window.isDestroyed()) throw new TypeError('a dialog needs a living window')
  const shown = { kind, ...(typeof wanted === 'object' ? wanted : {}) }
  desk.dialogs.push(shown)
  shownDialogs.emit('dialog', shown)
  const answer = desk.answers.shift() ?? []
  await wait(lookMs)
  return typeof answer === 'string' ? [answer] : answer
}

export const dialog = {
  async showOpenDialog(window: unknown, wanted: unknown) {
    const filePaths = await ask('open', window, wanted)
    return { canceled: filePaths.length === 0, filePaths }
  },
  async showSaveDialog(window: unknown, wanted: unknown) {
    const [filePath = ''] = await ask('save', window, wanted)
    return { canceled: filePath === '', filePath }
  },
  async showMessageBox(window: unknown, wanted: unknown) {
    await ask('message', window, wanted)
    return { response: 0, checkboxChecked: false }
  },
}

export interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly visible?: boolean
  readonly click?: () => void
  readonly submenu?: readonly MenuItem[]
}

const roles = new Set(['quit', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'toggleDevTools', 'help', 'about', 'minimize', 'close', 'reload', 'zoomIn', 'zoomOut', 'resetZoom'])

function requireKnown(item: MenuItem): void {
  if (item.role !== undefined && !roles.has(item.role)) throw new TypeError(`no such role: ${item.role}`)
  if (item.role === undefined && item.type !== 'separator' && item.label === undefined) throw new TypeError('a menu item needs a label, a role or a type')
  item.submenu?.forEach(requireKnown)
}

let applicationMenu: readonly MenuItem[] | null = null

export const Menu = {
  buildFromTemplate(template: readonly MenuItem[]): readonly MenuItem[] {
    template.forEach(requireKnown)
    return template
  },
  setApplicationMenu(menu: readonly MenuItem[] | null): void {
    applicationMenu = menu
  },
  getApplicationMenu: () => applicationMenu,
}

export class Notification extends EventEmitter {
  readonly wanted: { readonly title: string; readonly body: string }
  isShown = false

  constructor(wanted: { readonly title: string; readonly body: string }) {
    super()
    requireReady('Cannot create Notification')
    this.wanted = wanted
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    this.isShown = true
    desk.notices.push(this)
  }
}

class PowerMonitor extends EventEmitter {
  idleState = 'active'

  getSystemIdleState(): string {
    return this.idleState
  }
}

export const powerMonitor = new PowerMonitor()

const displays = options.workAreas.map((workArea, id) => ({ id, workArea, bounds: workArea }))

export const screen = {
  getAllDisplays: () => displays,
  getPrimaryDisplay() {
    requireReady('screen can only be used')
    const [first] = displays
    if (first === undefined) throw new Error('no display')
    return first
  },
}
