import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** LibreOffice and openpyxl as second opinions. Suites that need them are registered only where both are installed. */

export interface Office {
  readonly soffice: string
  readonly python: string
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The installed programs, or null where one is missing. */
export function findOffice(): Office | null {
  const python = ['python3', '/usr/bin/python3'].find((candidate) => runs(candidate, ['-c', 'import openpyxl']))
  return python !== undefined && runs('soffice', ['--version']) ? { soffice: 'soffice', python } : null
}

export const officeMissing = 'soffice or openpyxl is absent: the office suites are not registered'

/** Calculates everything anew on load, whatever the file says it has cached. */
const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

const cellSchema = z.object({ type: z.enum(['text', 'number', 'formula', 'date', 'other']), value: z.union([z.string(), z.number(), z.null()]) })
const cellsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), cellSchema)))

export type ReadCell = z.infer<typeof cellSchema>
/** By sheet, then by address. */
export type ReadCells = Readonly<Record<string, Readonly<Record<string, ReadCell>>>>

export interface CellChange {
  readonly source: string
  readonly target: string
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly value: number | string | null
  readonly isDay: boolean
}

const script = new URL('./cells.py', import.meta.url).pathname

function run(command: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { maxBuffer: 1 << 30 }, (error, stdout) => {
      if (error) reject(error)
      else resolve(stdout)
    })
    child.stdin?.end(input)
  })
}

/** A folder for the files of one suite, with a LibreOffice profile of its own. */
export class OfficeDesk {
  readonly folder: string
  readonly #office: Office

  private constructor(folder: string, office: Office) {
    this.folder = folder
    this.#office = office
  }

  static async open(office: Office): Promise<OfficeDesk> {
    const folder = await mkdtemp(path.join(tmpdir(), 'workbooks-'))
    await mkdir(path.join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculateAlways)
    return new OfficeDesk(folder, office)
  }

  file(name: string): string {
    return path.join(this.folder, name)
  }

  /** Opens the workbooks in LibreOffice, lets it calculate them and saves them under the same names in another folder. */
  async recalculate(files: readonly string[]): Promise<(file: string) => string> {
    const target = this.file('recalculated')
    const profile = pathToFileURL(this.file('profile')).href
    await run(this.#office.soffice, ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'xlsx', '--outdir', target, ...files], '')
    return (file) => path.join(target, path.basename(file))
  }

  /** What openpyxl finds: formulas as text, or with `values` what they last gave. */
  async read(files: readonly string[], what: 'read' | 'values'): Promise<Readonly<Record<string, ReadCells>>> {
    return cellsSchema.parse(JSON.parse(await run(this.#office.python, [script, what, ...files], '')))
  }

  async change(changes: readonly CellChange[]): Promise<void> {
    await run(this.#office.python, [script, 'change'], JSON.stringify(changes))
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
