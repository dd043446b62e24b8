import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { findOffice } from './find-office.ts'
import type { Office } from './find-office.ts'

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

const formSchema = z.object({
  sheet: z.string(),
  title: z.string().nullable(),
  headings: z.array(z.array(z.string())),
  widths: z.record(z.string(), z.number()),
  hidden: z.array(z.string()),
  merges: z.array(z.string()),
  paper: z.union([z.string(), z.number(), z.null()]),
  orientation: z.string().nullable(),
  fit: z.array(z.union([z.boolean(), z.number(), z.null()])),
  repeated: z.string().nullable(),
  frozen: z.string().nullable(),
  margins: z.array(z.number()),
  foot: z.string().nullable(),
})

/** How a sheet looks and prints, as openpyxl finds it; margins in millimetres: left, right, top, bottom, header, footer. */
export type SheetForm = z.infer<typeof formSchema>

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
const fillDownScript = new URL('./fill_down.py', import.meta.url).pathname

function run(command: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { maxBuffer: 1 << 30 }, (error, stdout) => {
      if (error) reject(error)
      else resolve(stdout)
    })
    // A program that asks for no input may have ended before it gets any.
    child.stdin?.on('error', () => undefined)
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

  static async open(): Promise<OfficeDesk> {
    const office = findOffice()
    const folder = await mkdtemp(path.join(tmpdir(), 'workbooks-'))
    await mkdir(path.join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculateAlways)
    return new OfficeDesk(folder, office)
  }

  file(name: string): string {
    return path.join(this.folder, name)
  }

  /** What LibreOffice makes of a workbook when rows of a sheet (counted from 1) are filled down until there are so many copies of them. */
  async fillDown(file: string, target: string, { sheet, first, height, copies }: { readonly sheet: string; readonly first: number; readonly height: number; readonly copies: number }): Promise<void> {
    const urls = [this.file('profile'), file, target].map((name) => pathToFileURL(name).href)
    await run(this.#office.python, [fillDownScript, this.#office.soffice, ...urls, sheet, ...[first, height, copies].map(String)], '')
  }

  async #convert(files: readonly string[], format: string, target: string): Promise<void> {
    const profile = pathToFileURL(this.file('profile')).href
    await run(this.#office.soffice, ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', format, '--outdir', target, ...files], '')
  }

  /** Opens the workbooks in LibreOffice, lets it calculate them and saves them under the same names in another folder. */
  async recalculate(files: readonly string[]): Promise<(file: string) => string> {
    const target = this.file('recalculated')
    await this.#convert(files, 'xlsx', target)
    return (file) => path.join(target, path.basename(file))
  }

  /** Prints the workbooks, and gives what stands on each page of each, laid out as on paper. */
  async printedPages(files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const target = this.file('printed')
    await this.#convert(files, 'pdf', target)
    const pages = new Map<string, readonly string[]>()
    for (const file of files) {
      const pdf = path.join(target, `${path.basename(file, '.xlsx')}.pdf`)
      const text = await run(this.#office.pdftotext, ['-layout', pdf, '-'], '')
      // A form feed ends every page.
      pages.set(file, text.split('\f').slice(0, -1))
    }
    return pages
  }

  /** Millimetres from the left edge of the paper to each word on the first page of a workbook printed before, by the word. */
  async leftOfWords(file: string): Promise<ReadonlyMap<string, number>> {
    const pdf = path.join(this.file('printed'), `${path.basename(file, '.xlsx')}.pdf`)
    const text = await run(this.#office.pdftotext, ['-bbox', '-l', '1', pdf, '-'], '')
    return new Map(Array.from(text.matchAll(/<word xMin="([\d.]+)"[^>]*>([^<]*)</g), ([, left, word]) => [word ?? '', (Number(left) / 72) * 25.4]))
  }

  /** What openpyxl finds: formulas as text, or with `values` what they last gave. */
  async read(files: readonly string[], what: 'read' | 'values'): Promise<Readonly<Record<string, ReadCells>>> {
    return cellsSchema.parse(JSON.parse(await run(this.#office.python, [script, what, ...files], '')))
  }

  /** How the sheets of each workbook look and print. */
  async forms(files: readonly string[]): Promise<Readonly<Record<string, readonly SheetForm[]>>> {
    return z.record(z.string(), z.array(formSchema)).parse(JSON.parse(await run(this.#office.python, [script, 'forms', ...files], '')))
  }

  async change(changes: readonly CellChange[]): Promise<void> {
    await run(this.#office.python, [script, 'change'], JSON.stringify(changes))
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
