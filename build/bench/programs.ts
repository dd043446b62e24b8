import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appRoot } from '../../electron/app-root.ts'
import { forkWorkersOf } from '../../electron/workbooks/fork-worker.ts'
import type { WorkerFactory } from '../../electron/workbooks/worker.ts'
import { buildIfNeeded } from '../build-if-needed.ts'

const pythons = ['python3', '/usr/bin/python3']

/** A python with XlsxWriter and openpyxl. @throws Error where there is none */
export function findPython(): string {
  const found = pythons.find((python) => spawnSync(python, ['-c', 'import openpyxl, xlsxwriter'], { stdio: 'ignore' }).status === 0)
  if (found === undefined) throw new Error('not installed: python3-openpyxl, python3-xlsxwriter')
  return found
}

/** Reading and writing processes as they are shipped, built; they are built first where a source is newer. */
export function builtWorkers(): WorkerFactory {
  buildIfNeeded(() => process.stderr.write('building …\n'))
  const module = path.join(appRoot, 'out', 'main', 'worker.js')
  return forkWorkersOf((entry) => ({ module, args: [`--entry=${path.parse(entry.pathname).name}`] }))
}

export interface Folder {
  readonly path: string
  readonly dispose: () => void
}

export function newFolder(): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'township-bench-'))
  return { path: folder, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}
