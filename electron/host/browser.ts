import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { newTemporaryFolder } from './environment.ts'

/** Browsers that can show the window in app mode, by where they are installed; all are Chromium inside. */
const linuxPrograms = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'browser360-cn-stable']
const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe']
const macPrograms = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** The first installed browser of the list; null without one. */
export function findBrowser(): string | null {
  return candidates().find((program) => existsSync(program)) ?? null
}

function candidates(): readonly string[] {
  if (process.platform === 'darwin') return macPrograms
  if (process.platform !== 'win32') return linuxPrograms.flatMap((name) => (process.env['PATH'] ?? '').split(':').map((folder) => path.join(folder, name)))
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
  return windowsPrograms.flatMap((name) => roots.map((root) => path.join(root, name)))
}

/** Without a display no window can be shown (a server, a terminal over the network). */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

export interface BrowserWindow {
  /** When its last window is closed. */
  readonly closed: Promise<void>
  readonly close: () => void
}

/**
 * Opens an address in app mode, with a profile of its own that goes when the window does. The address holds a secret: it
 * reaches the browser in a file only this user can read, since every user of the machine can read arguments.
 */
export function openInBrowser(program: string, address: string): BrowserWindow {
  const profile = newTemporaryFolder('window')
  const page = path.join(profile, 'open.html')
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}">`, { mode: 0o600 })
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [`--app=${pathToFileURL(page).href}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-features=Translate', '--start-maximized', '--lang=zh-CN', ...asRoot]
  const child = spawn(program, args, { stdio: 'ignore' })
  return { closed: closedOf(child, profile), close: () => void child.kill() }
}

function closedOf(child: ChildProcess, profile: string): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      resolve()
    }
    child.once('exit', over)
    child.once('error', over)
  })
}
