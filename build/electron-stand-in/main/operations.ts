import { os, type } from '@orpc/server'
import { once } from 'node:events'
import type { Rectangle } from '../wire.ts'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { schemes, session } from './session.ts'
import { Menu, desk, powerMonitor, shownDialogs, type MenuItem, type DialogAnswer } from './system.ts'
import { startedServices, utilities } from './utility-process.ts'

function windowOf(id: number): BrowserWindow {
  const window = BrowserWindow.byId(id)
  if (window === undefined) throw new Error(`no window ${id}`)
  return window
}

function labels(items: readonly MenuItem[]): readonly string[] {
  return items.flatMap((item) => (item.submenu === undefined ? [describe(item)] : [describe(item), ...labels(item.submenu).map((each) => `${item.label ?? ''} › ${each}`)]))
}

function describe({ label, role, type: kind, accelerator }: MenuItem): string {
  return [label ?? kind ?? '', ...(role === undefined ? [] : [`(${role})`]), ...(accelerator === undefined ? [] : [accelerator])].join(' ')
}

function findItem(items: readonly MenuItem[], label: string): MenuItem | undefined {
  return items.flatMap((item) => [item, ...(item.submenu ?? [])]).find((item) => item.label === label)
}

/** What the user, the operating system and a page that was taken over can do to the running program; and what can be seen of it. */
export const operations = {
  look: os.handler(() => ({
    isSandboxed: app.recorded.isSandboxed,
    userModelId: app.recorded.userModelId,
    userData: app.getPath('userData'),
    schemes,
    partitions: [...new Set(BrowserWindow.getAllWindows().map(({ webContents }) => webContents.session.partition))],
    isSpelling: BrowserWindow.getAllWindows().some(({ webContents }) => webContents.session.isSpelling),
    menu: labels(Menu.getApplicationMenu() ?? []),
    dialogs: desk.dialogs,
    notices: desk.notices.map(({ wanted }) => wanted),
    utilities: [...utilities.values()].map(({ pid = 0, args, options }) => ({ pid, args, execArgv: options.execArgv ?? [], serviceName: options.serviceName ?? '' })),
    startedServices,
    windows: BrowserWindow.getAllWindows().map((window) => ({
      id: window.id,
      bounds: window.getBounds(),
      title: window.options.title ?? '',
      preferences: window.preferences,
      zoom: window.webContents.getZoomFactor(),
      url: window.webContents.getURL(),
      prints: window.webContents.prints,
      ...window.state,
    })),
  })),

  window: {
    move: os.input(type<{ id: number; bounds: Rectangle }>()).handler(({ input }) => windowOf(input.id).setBounds(input.bounds)),
    maximise: os.input(type<number>()).handler(({ input }) => windowOf(input).maximize()),
    minimise: os.input(type<number>()).handler(({ input }) => void (windowOf(input).state.isMinimised = true)),
    wheelZoom: os.input(type<{ id: number; direction: 'in' | 'out' }>()).handler(({ input }) => void windowOf(input.id).webContents.emit('zoom-changed', {}, input.direction)),
    close: os.input(type<number>()).handler(({ input }) => {
      windowOf(input).close()
      if (BrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed')
    }),
    endSession: os.input(type<number>()).handler(({ input }) => void windowOf(input).emit('session-end', {})),
  },

  page: {
    go: os.input(type<{ id: number; url: string; isMainFrame?: boolean; redirect?: string }>()).handler(({ input }) => windowOf(input.id).webContents.wish(input.url, input.isMainFrame ?? true, input.redirect ?? null)),
    open: os.input(type<{ id: number; url: string }>()).handler(({ input }) => windowOf(input.id).webContents.openWindow(input.url)),
    attachWebview: os.input(type<{ id: number; src: string }>()).handler(({ input }) => windowOf(input.id).webContents.attachWebview(input.src)),
    permissions: os.input(type<{ id: number; names: readonly string[] }>()).handler(({ input }) => {
      const { webContents } = windowOf(input.id)
      return Promise.all(input.names.map((name) => webContents.session.grants(webContents, name, webContents.getURL())))
    }),
    permissionsElsewhere: os.input(type<{ partition: string; name: string }>()).handler(({ input }) => session.fromPartition(input.partition).grants({}, input.name, 'https://example.org/')),
    download: os.input(type<{ id: number; url: string }>()).handler(({ input }) => windowOf(input.id).webContents.session.download(windowOf(input.id).webContents, input.url)),
    request: os.input(type<{ id: number; url: string; method?: string }>()).handler(async ({ input }) => {
      const answer = await windowOf(input.id).webContents.session.request(input.url, input.method ?? 'GET').catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      return typeof answer === 'string' ? { status: 0, refusal: answer, headers: {}, body: '' } : { status: answer.status, refusal: '', headers: Object.fromEntries(answer.headers), body: await answer.text() }
    }),
    /** Its process dies. */
    lose: os.input(type<{ id: number; reason: string }>()).handler(({ input }) => windowOf(input.id).webContents.lose(input.reason)),
    /** The window shows another document, however it came there. */
    takeOver: os.input(type<{ id: number; url: string }>()).handler(({ input }) => void (windowOf(input.id).webContents.mainFrame.url = input.url)),
    printEnds: os.input(type<{ id: number; success: boolean; reason: string }>()).handler(({ input }) => void (windowOf(input.id).webContents.printResult = { success: input.success, reason: input.reason })),
  },

  /** The answers of the next file dialogs, in order. */
  answer: os.input(type<DialogAnswer[]>()).handler(({ input }) => void desk.answers.push(...input)),
  nextDialog: os.handler(async (): Promise<unknown> => (await once(shownDialogs, 'dialog'))[0]),
  clickMenu: os.input(type<string>()).handler(({ input }) => {
    const item = findItem(Menu.getApplicationMenu() ?? [], input)
    if (item?.click === undefined) throw new Error(`nothing to click: ${input}`)
    item.click()
  }),
  clickNotice: os.input(type<number>()).handler(({ input }) => void desk.notices[input]?.emit('click')),
  power: os.input(type<'lock-screen' | 'unlock-screen' | 'suspend' | 'resume'>()).handler(({ input }) => void powerMonitor.emit(input)),
  idleState: os.input(type<string>()).handler(({ input }) => void (powerMonitor.idleState = input)),
  killUtility: os.input(type<number>()).handler(({ input }) => utilities.get(input)?.kill() ?? false),
  quit: os.handler(() => app.quit()),
}

export type Operations = typeof operations
