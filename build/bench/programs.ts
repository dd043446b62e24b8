import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const pythons = ['python3', '/usr/bin/python3']

/** A python with XlsxWriter and openpyxl. @throws Error where there is none */
export function findPython(): string {
  const found = pythons.find((python) => spawnSync(python, ['-c', 'import openpyxl, xlsxwriter'], { stdio: 'ignore' }).status === 0)
  if (found === undefined) throw new Error('not installed: python3-openpyxl, python3-xlsxwriter')
  return found
}

export interface Folder {
  readonly path: string
  readonly dispose: () => void
}

export function newFolder(): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'township-bench-'))
  return { path: folder, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}
