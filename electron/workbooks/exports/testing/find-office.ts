import { spawnSync } from 'node:child_process'

/** The programs of the office suite, a second opinion on what a workbook holds and how it prints. */
export interface Office {
  readonly soffice: string
  /** A python that has openpyxl, and uno to speak with LibreOffice. */
  readonly python: string
  readonly pdftotext: string
}

/** The first python of the PATH may be one without its modules, beside that of the system with them. */
const pythons = ['python3', '/usr/bin/python3']

function isInstalled(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined
}

function hasModules(python: string): boolean {
  return spawnSync(python, ['-c', 'import openpyxl, uno'], { stdio: 'ignore' }).status === 0
}

/** The programs, or the names of those that are not installed. */
export function lookForOffice(): Office | { readonly missing: readonly string[] } {
  const python = pythons.find(hasModules)
  const missing = [
    ...(isInstalled('soffice', '--version') ? [] : ['soffice']),
    ...(isInstalled('pdftotext', '-v') ? [] : ['pdftotext']),
    ...(python === undefined ? [`openpyxl and uno for ${pythons.join(' or ')}`] : []),
  ]
  return python === undefined || missing.length > 0 ? { missing } : { soffice: 'soffice', python, pdftotext: 'pdftotext' }
}

/** @throws Error where a program is missing: the suites that need them are registered only where all are there. */
export function findOffice(): Office {
  const office = lookForOffice()
  if ('missing' in office) throw new Error(`not installed: ${office.missing.join(', ')}`)
  return office
}
