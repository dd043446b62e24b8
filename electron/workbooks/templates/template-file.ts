import type { RawRange } from '../../../shared/domain/cells/raw-workbook.ts'
import type { ZipPart, ZipParts } from '../gate/zip-parts.ts'
import { stylesHandler, type CellFormat } from '../imports/xlsx/number-formats.ts'
import { rangeOf } from '../imports/xlsx/references.ts'
import { sharedStringsHandler, unescapeExcel } from '../imports/xlsx/shared-strings.ts'
import { feedPart, workbookParts, type WorkbookParts } from '../imports/xlsx/workbook-parts.ts'
import { pageHeadersOf } from './page-headers.ts'
import type { TemplateSheet } from './plan-filling.ts'
import { attributeOf, readSheetXml, tagsOf, type SheetCell, type SheetXml } from './sheet-xml.ts'

/** A worksheet of a template with its part. */
export interface TemplateFileSheet {
  readonly name: string
  readonly hidden: boolean
  readonly sheetId: string
  readonly part: string
  readonly source: SheetXml
  readonly merges: readonly RawRange[]
}

/** A template as it is read: its sheets, and what their cells refer to. */
export interface TemplateFile {
  readonly parts: WorkbookParts
  readonly sheets: readonly TemplateFileSheet[]
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly date1904: boolean
}

export async function bytesOf(part: ZipPart): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of part.read()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export function mergesOf(source: SheetXml): readonly RawRange[] {
  const merges: RawRange[] = []
  for (const { name, kind, start, end } of tagsOf(source.xml, source.dataEnd)) {
    if (name !== 'mergeCell' || kind !== 'open') continue
    const range = rangeOf(attributeOf(source.xml.slice(start, end), 'ref') ?? '')
    if (range !== null) merges.push(range)
  }
  return merges
}

/** Reads what the gate let through. @throws ReadRefusal, GateRefusal, XmlError */
export async function readTemplateFile(zip: ZipParts): Promise<TemplateFile> {
  const parts = await workbookParts(zip)
  const shared = sharedStringsHandler(() => undefined)
  if (parts.strings) await feedPart(parts.strings, shared.handler)
  const style = stylesHandler()
  if (parts.styles) await feedPart(parts.styles, style.handler)
  const sheets: TemplateFileSheet[] = []
  for (const { name, hidden, sheetId, part } of parts.sheets) {
    const source = readSheetXml((await bytesOf(part)).toString('utf8'))
    sheets.push({ name, hidden, sheetId, part: part.name, source, merges: mergesOf(source) })
  }
  return { parts, sheets, strings: shared.strings, formats: style.formats(), date1904: parts.date1904 }
}

/** The words of a cell; null for a number, a formula or nothing. */
export function wordsOfCell({ type, value, formula }: SheetCell, strings: readonly string[]): string | null {
  if (formula !== null) return null
  if (type === 's') return value.trim() === '' ? null : (strings[Number(value)] ?? null)
  return type === 'inlineStr' || type === 'str' ? unescapeExcel(value) : null
}

/** A sheet as planning sees it. */
export function sheetForPlanning({ name, source, merges }: TemplateFileSheet, strings: readonly string[]): TemplateSheet {
  const cells = source.rows.flatMap(({ number: row, cells: ofRow }) =>
    ofRow.flatMap((cell) => (cell.formula === null && cell.value === '' ? [] : [{ row, column: cell.column, text: wordsOfCell(cell, strings) }])))
  return { name, cells, merges, headers: pageHeadersOf(source) }
}
