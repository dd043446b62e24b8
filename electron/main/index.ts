/** The entry of the application: the first start opens the window, every other one brings it to the front. */
import { app, dialog, type BrowserWindow } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { answerPage } from './bridge.ts'
import { confineContents } from './confine-contents.ts'
import { hostLog } from './host-log.ts'
import type { LockReason } from './host-messages.ts'
import { startHost } from './host-process.ts'
import { lockNow, lockWithSystem } from './lock.ts'
import { setMenu } from './menu.ts'
import { confineSession, openPageSession } from './page-session.ts'
import { bringToFront, openPageWindow } from './page-window.ts'
import { settlePlaces, type Places } from './paths.ts'
import { printPage } from './print.ts'
import { closeBeforeQuit } from './quit.ts'
import { hostWords } from './vocabulary.ts'

const places = settlePlaces()

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  app.enableSandbox()
  app.setAppUserModelId('cn.township.modules')
  app.on('session-created', confineSession)
  app.on('web-contents-created', (_, contents) => confineContents(contents))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => run(places))
} else {
  app.quit()
}

function run(at: Places): void {
  const session = openPageSession()
  serveApp(session, at.page)
  const host = startHost({ ...at, log: hostLog(at.hostLog), onRestart: () => void tellRestart(window), onGiveUp: () => void giveUp(window, at.hostLog) })
  const { window, zoom } = openPageWindow(at, session)
  // Asked of a window that is gone, it would throw.
  const { webContents } = window
  const lock = (reason: LockReason) => lockNow(host, webContents, reason)
  answerPage(window, host)
  setMenu(window, { lock: () => lock('command'), print: () => void printPage(webContents, null), zoom })
  lockWithSystem(lock)
  app.on('second-instance', () => bringToFront(window))
  // Windows is shutting down and waits for nobody long.
  window.on('session-end', () => void host.close())
  closeBeforeQuit(host)
}

function tellRestart(window: BrowserWindow): Promise<unknown> {
  return dialog.showMessageBox(window, { type: 'warning', message: hostWords.restarted, detail: hostWords.restartedDetail, buttons: [hostWords.understood] })
}

async function giveUp(window: BrowserWindow, log: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'error', message: hostWords.gaveUp, detail: hostWords.gaveUpDetail(log), buttons: [hostWords.understood] })
  app.quit()
}
