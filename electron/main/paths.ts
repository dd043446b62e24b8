import { app } from 'electron'
import path from 'node:path'

/** The folders and files the program works with; all absolute. */
export interface Places {
  /** The township's own files, for the host alone. */
  readonly dataFolder: string
  readonly windowState: string
  readonly hostLog: string
  readonly page: string
  readonly preload: string
  readonly hostEntry: string
  readonly workerEntry: string
  readonly icon: string
}

/**
 * Says where the files lie, and tells Electron. To be called before anything else: the single-instance lock lies there too.
 * Beside the program for the portable build, in the project for one started from its sources, where a test says so
 * (`--user-data-dir`), else in the user's application folder.
 */
export function settlePlaces(): Places {
  const { user, dataFolder } = settleFolders()
  const program = app.getAppPath()
  return {
    dataFolder,
    windowState: path.join(user, 'window.json'),
    hostLog: path.join(user, 'logs', 'host.log'),
    page: path.join(program, 'out', 'renderer'),
    preload: path.join(program, 'out', 'preload', 'index.cjs'),
    hostEntry: path.join(program, 'out', 'main', 'host.js'),
    workerEntry: path.join(program, 'out', 'main', 'worker.js'),
    icon: path.join(program, 'resources', 'icons', '256.png'),
  }
}

function settleFolders(): { readonly user: string; readonly dataFolder: string } {
  const beside = process.env['PORTABLE_EXECUTABLE_DIR'] ?? ''
  const ofProject = app.isPackaged ? '' : (process.env['TOWNSHIP_DATA'] ?? '')
  if (beside !== '') app.setPath('userData', path.join(beside, 'township-data'))
  else if (ofProject !== '') app.setPath('userData', path.join(ofProject, 'electron'))
  else if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', path.join(app.getPath('appData'), 'township-modules'))
  const user = app.getPath('userData')
  // The same township that the browser shows where Electron is not to be had.
  return { user, dataFolder: beside === '' && ofProject !== '' ? path.join(ofProject, 'township') : path.join(user, 'data') }
}
