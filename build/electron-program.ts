import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { appRoot } from '../electron/app-root.ts'

const home = path.join(appRoot, 'node_modules', 'electron')

/** The Electron program that is installed; null without one. */
export function findElectron(): string | null {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(home, 'dist')
  const named = path.join(home, 'path.txt')
  const program = path.join(dist, existsSync(named) ? readFileSync(named, 'utf8') : defaultProgram())
  return existsSync(program) ? program : null
}

/** The Electron program, fetched if it is not there yet; null where it cannot be had. */
export function requireElectron(): string | null {
  const found = findElectron()
  if (found !== null) return found
  spawnSync(process.execPath, [path.join(home, 'install.js')], { stdio: 'ignore', timeout: 180_000 })
  return findElectron()
}

function defaultProgram(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
