import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { SheetModel, WorkbookModel } from '../model/model.ts'
import { printSetup } from '../model/print-setup.ts'
import { untilPacked } from './back-pressure.ts'
import { addCharts } from './charts.ts'
import { cleanText } from '../model/clean-text.ts'
import { styleBook } from './styles.ts'
import { rowWriter } from './write-rows.ts'

export interface WriteOptions {
  /** Stops the export; the promise is rejected with the signal's reason and no file is left. */
  readonly signal?: AbortSignal
  /** Told now and then how many rows have been written. */
  readonly onProgress?: (rows: number) => void
}

/** Rows written between two looks at the signal, so that the zip keeps up and memory stays flat. */
const rowsPerTurn = 50

const inches = (millimetres: number): number => millimetres / 25.4

function margins(): ExcelJS.Margins {
  const { left, right, top, bottom, header, footer } = printSetup.margins
  return { left: inches(left), right: inches(right), top: inches(top), bottom: inches(bottom), header: inches(header), footer: inches(footer) }
}

/** How every sheet is shown and printed: frozen headings, A4 one page wide, headings on each page, page foot. */
export function sheetOptions(sheet: Pick<SheetModel, 'freeze' | 'orientation' | 'titleRows'>): Partial<ExcelJS.AddWorksheetOptions> {
  const { rows, columns } = sheet.freeze
  const frozen = { state: 'frozen', xSplit: columns, ySplit: rows } as const
  return {
    views: rows > 0 || columns > 0 ? [frozen] : [],
    pageSetup: {
      paperSize: 9,
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: margins(),
      ...(sheet.titleRows ? { printTitlesRow: `${String(sheet.titleRows.first)}:${String(sheet.titleRows.last)}` } : {}),
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  }
}

/** exceljs leaves out every column of this width, taking it for the one a sheet has anyway; it is not. */
const unwrittenWidth = 9

export function writtenWidth(width: number): number {
  return width === unwrittenWidth ? width + 0.01 : width
}

async function fillWorkbook(writer: ExcelJS.stream.xlsx.WorkbookWriter, model: WorkbookModel, options: WriteOptions, check: () => void): Promise<void> {
  const styleOf = styleBook()
  let written = 0
  for (const sheet of model.sheets) {
    const worksheet = writer.addWorksheet(sheet.name, sheetOptions(sheet))
    worksheet.columns = sheet.columns.map(({ width, hidden }) => ({ width: writtenWidth(width), hidden }))
    const writeRow = rowWriter(worksheet, styleOf)
    for (const row of sheet.rows) {
      writeRow(row)
      written += 1
      if (written % rowsPerTurn !== 0) continue
      options.onProgress?.(written)
      await nextTurn()
      await untilPacked(worksheet, check)
      check()
    }
    worksheet.commit()
  }
  check()
  await writer.commit()
  options.onProgress?.(written)
}

async function writePackage(model: WorkbookModel, file: string, options: WriteOptions): Promise<void> {
  const output = createWriteStream(file, { flags: 'wx' })
  // Without a listener of its own a full disk would end the process instead of the export.
  const failed = new Promise<never>((_, reject) => output.once('error', reject))
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: model.sheets.every((sheet) => !sheet.streamed),
    zip: { zlib: { level: 6 } },
  })
  writer.creator = cleanText(model.author)
  writer.lastModifiedBy = cleanText(model.author)
  writer.title = cleanText(model.title)
  writer.created = new Date(model.createdAt)
  writer.modified = new Date(model.createdAt)
  try {
    const check = () => {
      options.signal?.throwIfAborted()
      if (output.destroyed) throw output.errored ?? new Error('the file was closed')
    }
    await Promise.race([fillWorkbook(writer, model, options, check), failed])
  } finally {
    output.destroy()
    failed.catch(() => undefined)
  }
}

async function makeDurable(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Renames survive a power cut only once the folder is synced; Windows cannot open a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  try {
    await handle.sync().catch(() => undefined)
  } finally {
    await handle.close()
  }
}

/**
 * Writes the workbook, replacing a file of that name only when it is complete and on the disk; whatever goes wrong, no part of
 * it stays. @throws what writing threw, or the reason of the signal
 */
export async function writeWorkbook(model: WorkbookModel, file: string, options: WriteOptions = {}): Promise<void> {
  const folder = path.dirname(path.resolve(file))
  const draft = path.join(folder, `.${path.basename(file)}.${randomUUID()}.part`)
  const charts = model.sheets.flatMap((sheet, index) => (sheet.chart ? [{ sheetNumber: index + 1, chart: sheet.chart }] : []))
  try {
    await writePackage(model, draft, options)
    if (charts.length > 0) await writeFile(draft, await addCharts(await readFile(draft), charts))
    await makeDurable(draft)
    options.signal?.throwIfAborted()
    await rename(draft, file)
    await syncFolder(folder)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
