import { BrowserWindow, app, dialog, screen, type Session } from 'electron'
import { pageAddress } from './origin.ts'
import type { Places } from './paths.ts'
import { restartLimit } from './restart-limit.ts'
import { windowWords } from './vocabulary.ts'
import { placeWindow, readWindowState, smallestWindow, writeWindowState } from './window-state.ts'
import { zoomOf, type Zoom } from './zoom.ts'

export interface PageWindow {
  readonly window: BrowserWindow
  readonly zoom: Zoom
}

/** Opens the one window, where it was left, and loads the page into it. */
export function openPageWindow(places: Places, session: Session): PageWindow {
  const saved = readWindowState(places.windowState)
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const window = new BrowserWindow({
    ...placeWindow(saved, [main, ...others].map(({ workArea }) => workArea)),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: windowWords.title,
    icon: places.icon,
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      session,
      preload: places.preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      plugins: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      webgl: false,
      devTools: !app.isPackaged,
    },
  })
  if (saved?.isMaximised === true) window.maximize()
  const zoom = zoomOf(window.webContents, saved?.zoom ?? 1)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeWindowState(places.windowState, { ...window.getNormalBounds(), isMaximised: window.isMaximized(), zoom: zoom.factor() }))
  reviveWhenGone(window)
  void window.loadURL(pageAddress)
  return { window, zoom }
}

export function bringToFront(window: BrowserWindow): void {
  // While the program ends the window is gone before the lock of the single instance.
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A page whose process dies is loaded anew, and the user told; one that keeps dying is left alone. */
function reviveWhenGone(window: BrowserWindow): void {
  const mayRevive = restartLimit(3, 60_000)
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || !mayRevive(Date.now())) return
    window.webContents.reload()
    void dialog.showMessageBox(window, { type: 'warning', message: windowWords.pageGone, detail: windowWords.pageGoneDetail })
  })
}
