import { Menu, app, dialog, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { menuWords, windowWords } from './vocabulary.ts'
import type { Zoom } from './zoom.ts'

export interface MenuCommands {
  readonly lock: () => void
  readonly print: () => void
  readonly zoom: Zoom
}

/** The menu of the window, in Chinese; on macOS that of the program. */
export function setMenu(window: BrowserWindow, commands: MenuCommands): void {
  const { zoom } = commands
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const about: MenuItemConstructorOptions = { label: menuWords.about, click: () => void tellAbout(window) }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: menuWords.quit }
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ label: app.name, submenu: [about, separator, quit] }] : []),
      {
        label: menuWords.file,
        submenu: [
          { label: menuWords.lock, accelerator: 'CmdOrCtrl+Shift+L', click: commands.lock },
          { label: menuWords.print, accelerator: 'CmdOrCtrl+P', click: commands.print },
          ...(isMac ? [] : [separator, quit]),
        ],
      },
      {
        label: menuWords.edit,
        submenu: [
          { role: 'undo', label: menuWords.undo },
          { role: 'redo', label: menuWords.redo },
          separator,
          { role: 'cut', label: menuWords.cut },
          { role: 'copy', label: menuWords.copy },
          { role: 'paste', label: menuWords.paste },
          separator,
          { role: 'selectAll', label: menuWords.selectAll },
        ],
      },
      {
        label: menuWords.view,
        submenu: [
          { label: menuWords.zoomIn, accelerator: 'CmdOrCtrl+=', click: zoom.larger },
          // The key with a plus of its own, as on the number pad.
          { label: menuWords.zoomIn, accelerator: 'CmdOrCtrl+Plus', visible: false, click: zoom.larger },
          { label: menuWords.zoomOut, accelerator: 'CmdOrCtrl+-', click: zoom.smaller },
          { label: menuWords.zoomReset, accelerator: 'CmdOrCtrl+0', click: zoom.usual },
          separator,
          { role: 'togglefullscreen', label: menuWords.fullScreen },
          ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools', label: menuWords.developerTools } satisfies MenuItemConstructorOptions]),
        ],
      },
      { role: 'help', label: menuWords.help, submenu: isMac ? [] : [about] },
    ]),
  )
}

function tellAbout(window: BrowserWindow): Promise<unknown> {
  return dialog.showMessageBox(window, { type: 'info', title: menuWords.about, message: windowWords.title, detail: menuWords.aboutDetail(app.getVersion()) })
}
