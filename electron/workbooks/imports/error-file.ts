import { rename, rm, writeFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import type { RawCell } from '../../../shared/domain/cells/raw-workbook.ts'
import { compact } from '../../../shared/domain/cells/clean-text.ts'
import type { InspectedFile } from '../gate/inspect-file.ts'
import type { ZipPart, ZipParts } from '../gate/zip-parts.ts'
import { csvRecords } from './csv/read-csv.ts'
import type { RawSink } from './raw-sink.ts'
import { ReadRefusal } from './refusal.ts'
import type { ErrorWorkbookRequest } from './requests.ts'
import { errorHeading, errorSheetName } from './vocabulary.ts'
import { annotateSheet, type SheetNotes } from './xlsx/annotate-sheet.ts'
import { stylesHandler } from './xlsx/number-formats.ts'
import { sharedStringsHandler } from './xlsx/shared-strings.ts'
import { sheetHandler } from './xlsx/sheet-handler.ts'
import { feedPart, workbookParts, type SheetPart } from './xlsx/workbook-parts.ts'

async function bytesOf(part: ZipPart): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of part.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function isErrorHeading(cell: RawCell): boolean {
  return cell.kind === 'text' && compact(cell.text) === errorHeading
}

/** The column of an earlier 错误说明, else the first one right of everything. */
async function noteColumn(parts: ZipParts, sheet: SheetPart, headerRow: number): Promise<number> {
  const { strings, styles, date1904 } = await workbookParts(parts)
  const shared = sharedStringsHandler(() => undefined)
  if (strings) await feedPart(strings, shared.handler)
  const style = stylesHandler()
  if (styles) await feedPart(styles, style.handler)
  let [last, earlier] = [0, 0]
  const sink: RawSink = {
    sheet: () => undefined,
    row: (row, cells) => {
      last = cells.reduce((most, { column }) => Math.max(most, column), last)
      if (row === headerRow) earlier = cells.find(isErrorHeading)?.column ?? 0
    },
    merge: ({ right }) => {
      last = Math.max(last, right)
    },
    flush: () => Promise.resolve(),
  }
  await feedPart(sheet.part, sheetHandler({ strings: shared.strings, formats: style.formats(), date1904 }, sink))
  return earlier === 0 ? last + 1 : earlier
}

/** The same package with one sheet changed; every other part keeps its bytes. */
async function annotatedPackage(parts: ZipParts, request: ErrorWorkbookRequest): Promise<Buffer> {
  const { sheets } = await workbookParts(parts)
  const sheet = sheets.find(({ name }) => name === request.sheet)
  if (!sheet) throw new ReadRefusal('unreadable')
  const notes: SheetNotes = {
    column: await noteColumn(parts, sheet, request.headerRow),
    headerRow: request.headerRow,
    heading: errorHeading,
    notes: new Map(request.notes.map(({ row, text }) => [row, text])),
  }
  const zip = new JSZip()
  for (const part of parts.values()) {
    const bytes = await bytesOf(part)
    const content = part.name === sheet.part.name ? Buffer.from(annotateSheet(bytes.toString('utf8'), notes), 'utf8') : bytes
    if (!part.name.endsWith('/')) zip.file(part.name, content, { createFolders: false })
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** A table that came as CSV goes back as a workbook of text cells. */
async function tableAsWorkbook(text: string, request: ErrorWorkbookRequest): Promise<Buffer> {
  const notes = new Map(request.notes.map((note) => [note.row, note.text]))
  const records = [...csvRecords(text)]
  const earlier = (records[request.headerRow - 1] ?? []).findIndex((field) => compact(field) === errorHeading) + 1
  const width = records.reduce((most, record) => Math.max(most, record.findLastIndex((field) => field.trim() !== '') + 1), 0)
  const column = earlier === 0 ? width + 1 : earlier
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(errorSheetName)
  for (const [index, record] of records.entries()) {
    const row = sheet.getRow(index + 1)
    for (const [position, field] of record.entries()) {
      if (field === '' || position + 1 === column) continue
      const cell = row.getCell(position + 1)
      cell.value = field
      cell.numFmt = '@'
    }
    const note = index + 1 === request.headerRow ? errorHeading : notes.get(index + 1)
    if (note === undefined) continue
    row.getCell(column).value = note
    row.getCell(column).font = { color: { argb: 'FFC00000' } }
  }
  sheet.getColumn(column).width = 60
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Writes the source back with a column that says what is wrong. Nothing half-written is left behind. */
export async function writeErrorFile(file: InspectedFile, request: ErrorWorkbookRequest): Promise<void> {
  const bytes = file.kind === 'xlsx' ? await annotatedPackage(file.parts, request) : await tableAsWorkbook(file.text, request)
  const unfinished = `${request.out}.part`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, request.out)
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new ReadRefusal('not_saved')
  }
}
