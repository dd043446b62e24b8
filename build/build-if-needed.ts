import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { appRoot } from '../electron/app-root.ts'

const sources = ['electron', 'renderer', 'shared', 'resources/help', 'electron.vite.config.ts', 'build/pdf-assets.ts', 'package-lock.json']
const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds main, preload and window when a source is newer than what was built. `onBuild` is told before. @throws when the build fails */
export function buildIfNeeded(onBuild: () => void): void {
  const built = Math.min(...products.map((file) => changedAt(path.join(appRoot, file))))
  if (built > Math.max(...sources.map((source) => newestIn(path.join(appRoot, source))))) return
  onBuild()
  const { status, stderr, stdout } = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], { cwd: appRoot, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`electron-vite build failed\n${stdout}${stderr}`)
}

function changedAt(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

function newestIn(file: string): number {
  if (!existsSync(file)) return 0
  const stat = statSync(file)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(file).filter((name) => !/\.test\.tsx?$/.test(name)).map((name) => newestIn(path.join(file, name))))
}
