/**
 * `npm start`: the application from its sources. Builds what is out of date, then opens it in Electron where its program is
 * there or can be fetched; otherwise the same application opens in an installed Chromium, Chrome or Edge.
 * The data lies in `data/` of the project, or in the folder that TOWNSHIP_DATA names.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { appRoot } from '../electron/app-root.ts'
import { findBrowser, hasDisplay, openInBrowser } from '../electron/host/browser.ts'
import { stopOnSignal } from '../electron/host/stop-signals.ts'
import { startWindowHost } from '../electron/host/window-host.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { findElectron, requireElectron } from './electron-program.ts'
import { startWords } from './vocabulary.ts'

const root = process.env['TOWNSHIP_DATA'] ?? path.join(appRoot, 'data')

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

buildIfNeeded(() => say(startWords.building))
if (hasDisplay() && findElectron() === null) say(startWords.fetching)
const electron = hasDisplay() ? requireElectron() : null
if (electron === null) {
  say(hasDisplay() ? startWords.noElectron : startWords.noDisplay)
  await startInBrowser()
} else {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  spawn(electron, [...asRoot, appRoot], { stdio: 'inherit', env: { ...process.env, TOWNSHIP_DATA: root } }).once('exit', (code) => process.exit(code ?? 1))
}

async function startInBrowser(): Promise<void> {
  const host = await startWindowHost(path.join(root, 'township'))
  const program = hasDisplay() ? findBrowser() : null
  if (program === null) {
    say(startWords.openYourself(host.newEntrance()))
    await stopOnSignal(host.stop)
    return
  }
  const window = openInBrowser(program, host.newEntrance())
  say(startWords.opened(path.basename(program)))
  await Promise.race([window.closed, stopOnSignal(() => Promise.resolve(window.close()))])
  await host.stop()
  process.exit(0)
}
