import { isKnown, nameOfUse } from '../../../shared/domain/reports/templates/placeholder.ts'
import type { FillSource } from '../../../shared/domain/reports/templates/template.ts'
import { dayText } from '../../../shared/lib/calendar-day.ts'
import type { InspectedFile } from '../gate/inspect-file.ts'
import { GateRefusal } from '../gate/refusal.ts'
import type { CellFormat } from '../imports/xlsx/number-formats.ts'
import { cellPosition, rangeOf } from '../imports/xlsx/references.ts'
import { feedPart } from '../imports/xlsx/workbook-parts.ts'
import { columnLetters } from '../exports/model/address.ts'
import { TemplateFault } from './fault.ts'
import { looksHandler, plainLook, type CellLook } from './looks.ts'
import type { OutlineCell, OutlineProbe, OutlineRepeat, OutlineUse, OutlineWindow, TemplateOutline } from './outline.ts'
import { placeholdersOutside } from './outside-cells.ts'
import { plannedCells, plannedHeaders, repeatedRows, spareBelow, type PlannedCell, type UnknownPlaceholder } from './plan-filling.ts'
import type { TemplateRequest } from './requests.ts'
import { attributeOf, tagsOf, type SheetCell, type SheetXml } from './sheet-xml.ts'
import { readTemplateFile, sheetForPlanning, wordsOfCell, type TemplateFile, type TemplateFileSheet } from './template-file.ts'
import { outsidePlaces } from './vocabulary.ts'

/** What the screen takes at once. */
const most = { columns: 120, text: 500, listed: 5_000, spare: 2_000 } as const

const serialOfEpoch = 25_569

function shownNumber(written: string, format: CellFormat | undefined, date1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (format?.kind === 'date') return dayText(Math.floor(value) - serialOfEpoch + (date1904 ? 1_462 : 0))
  if (format?.kind !== 'number') return String(value)
  const isShare = format.format.includes('%')
  const decimals = /\.(0+)/.exec(format.format)?.[1]?.length ?? 0
  return isShare ? `${(value * 100).toFixed(decimals)}%` : value.toFixed(decimals)
}

function shownCell(cell: SheetCell, { strings, formats, date1904 }: TemplateFile): Pick<OutlineCell, 'text' | 'kind'> {
  const words = wordsOfCell(cell, strings)
  if (words !== null) return { kind: words === '' ? 'blank' : 'text', text: words.slice(0, most.text) }
  if (cell.formula !== null) return { kind: 'formula', text: (cell.type === 'n' ? shownNumber(cell.value, formats[cell.style], date1904) : cell.value).slice(0, most.text) }
  return cell.value === '' ? { kind: 'blank', text: '' } : { kind: 'number', text: shownNumber(cell.value, formats[cell.style], date1904) }
}

/** Widths in characters, of the columns that are shown. */
function widthsOf({ xml, dataStart }: SheetXml, columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => 9)
  for (const { name, kind, start, end } of tagsOf(xml.slice(0, dataStart))) {
    if (name !== 'col' || kind !== 'open') continue
    const open = xml.slice(start, end)
    const isHidden = /^(?:1|true)$/.test(attributeOf(open, 'hidden') ?? '')
    const width = isHidden ? 0 : Number(attributeOf(open, 'width') ?? 9)
    for (let column = Number(attributeOf(open, 'min')); column <= Math.min(Number(attributeOf(open, 'max')), columns); column += 1) widths[column - 1] = Math.max(0, Math.min(width, 80))
  }
  return widths
}

/** Cells that have a list to choose from. */
function listsOf({ xml, dataEnd }: SheetXml): (row: number, column: number) => boolean {
  const ranges: NonNullable<ReturnType<typeof rangeOf>>[] = []
  for (const { name, kind, start, end } of tagsOf(xml, dataEnd)) {
    const open = xml.slice(start, end)
    if (name !== 'dataValidation' || kind !== 'open' || attributeOf(open, 'type') !== 'list') continue
    for (const ref of (attributeOf(open, 'sqref') ?? '').split(/\s+/)) {
      const range = rangeOf(ref)
      if (range !== null) ranges.push(range)
    }
  }
  return (row, column) => ranges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right)
}

function windowOf(file: TemplateFile, looks: readonly CellLook[], request: TemplateRequest['window']): OutlineWindow {
  const sheet = file.sheets[request.sheet]
  const last = request.first + request.rows - 1
  if (sheet === undefined) return { sheet: request.sheet, first: request.first, widths: [], merges: [], cells: [] }
  const columns = Math.min(sizeOf(sheet).columns, most.columns)
  const hasList = listsOf(sheet.source)
  const cells = sheet.source.rows.filter(({ number }) => request.first <= number && number <= last).flatMap(({ number: row, cells: ofRow }) =>
    ofRow.filter(({ column }) => column <= columns).map((cell): OutlineCell => ({ row, column: cell.column, ...shownCell(cell, file), ...(looks[cell.style] ?? plainLook), hasList: hasList(row, cell.column) })))
  return { sheet: request.sheet, first: request.first, widths: widthsOf(sheet.source, columns), merges: sheet.merges.filter(({ top, bottom }) => bottom >= request.first && top <= last), cells }
}

function sizeOf({ source, merges }: TemplateFileSheet): { readonly rows: number; readonly columns: number } {
  const rows = source.rows.reduce((most, { number, cells }) => (cells.length > 0 ? Math.max(most, number) : most), 0)
  const columns = source.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0)
  return { rows: merges.reduce((most, { bottom }) => Math.max(most, bottom), rows), columns: merges.reduce((most, { right }) => Math.max(most, right), columns) }
}

function probeOf(file: TemplateFile, { sheet: name, cell }: { readonly sheet: string; readonly cell: string }): OutlineProbe {
  const sheet = file.sheets.find((one) => one.name === name)
  const place = cellPosition(cell)
  if (sheet === undefined || place === null) return { sheet: name, cell, state: 'missing', text: '' }
  const { row, column } = place
  const isInner = sheet.merges.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right && !(top === row && left === column))
  const found = sheet.source.rows.find(({ number }) => number === row)?.cells.find((one) => one.column === column)
  const state = isInner ? 'inner' : found !== undefined && found.formula !== null ? 'formula' : 'there'
  return { sheet: name, cell, state, text: found === undefined ? '' : shownCell(found, file).text }
}

function sourcesOf(pieces: PlannedCell['pieces']): readonly FillSource[] {
  return pieces.flatMap((piece) => (piece.kind === 'source' ? [piece.source] : []))
}

/** What is recognised on every sheet, what not, and which rows repeat. */
function recognised(file: TemplateFile, { mapping, catalogue }: TemplateRequest, outside: readonly UnknownPlaceholder[]): Pick<TemplateOutline, 'uses' | 'unknown' | 'repeats' | 'fault'> {
  const uses: OutlineUse[] = mapping.cells.map(({ sheet, cell, use }) => ({ sheet, cell, from: 'mapping', uses: [use] }))
  const mapped = new Set(mapping.cells.map(({ sheet, cell }) => `${sheet}\n${cell}`))
  // What a mapping names may be gone since: a register, a column of it.
  const unknown: UnknownPlaceholder[] = mapping.cells.filter(({ use }) => !isKnown(use, catalogue)).map(({ sheet, cell, use }) => ({ sheet, cell, text: nameOfUse(use, catalogue) }))
  const repeats: OutlineRepeat[] = []
  let fault: string | null = null
  for (const sheet of file.sheets) {
    const planning = sheetForPlanning(sheet, file.strings)
    const planned = plannedCells(planning, mapping, catalogue)
    unknown.push(...planned.unknown)
    const headers = plannedHeaders(planning, catalogue)
    unknown.push(...headers.unknown)
    const inHeaders = headers.headers.flatMap(({ pieces }) => sourcesOf(pieces))
    if (inHeaders.length > 0) uses.push({ sheet: sheet.name, cell: outsidePlaces.header, from: 'placeholder', uses: inHeaders })
    for (const { row, column, pieces } of planned.cells) {
      const cell = `${columnLetters(column)}${String(row)}`
      const sources = sourcesOf(pieces)
      if (!mapped.has(`${sheet.name}\n${cell}`) && sources.length > 0) uses.push({ sheet: sheet.name, cell, from: 'placeholder', uses: sources })
    }
    try {
      const rows = repeatedRows(planning, planned.cells)
      const last = sizeOf(sheet).rows
      repeats.push(...rows.map((one) => ({ sheet: sheet.name, first: one.first, last: one.last, table: one.table, spare: Math.min(spareBelow(planning, one, rows, last), most.spare) })))
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error
      fault ??= error.message
    }
  }
  unknown.push(...outside)
  const order = new Map(file.sheets.map(({ name }, index) => [name, index]))
  const placeIn = ({ sheet, cell }: OutlineUse) => [order.get(sheet) ?? file.sheets.length, cellPosition(cell)?.row ?? 0, cellPosition(cell)?.column ?? 0]
  uses.sort((a, b) => placeIn(a).reduce((found, one, index) => found || one - (placeIn(b)[index] ?? 0), 0))
  return { uses: uses.slice(0, most.listed), unknown: unknown.slice(0, most.listed), repeats, fault }
}

/** Reads a template that the gate let through, for the screen. @throws GateRefusal, ReadRefusal, XmlError */
export async function readTemplate(inspected: InspectedFile, request: TemplateRequest): Promise<TemplateOutline> {
  if (inspected.kind !== 'xlsx') throw new GateRefusal('not_workbook')
  const file = await readTemplateFile(inspected.parts)
  const look = looksHandler()
  if (file.parts.styles) await feedPart(file.parts.styles, look.handler)
  return {
    sheets: file.sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, ...sizeOf(sheet) })),
    ...recognised(file, request, await placeholdersOutside(inspected.parts, file)),
    window: windowOf(file, look.looks(), request.window),
    probes: request.probes.map((probe) => probeOf(file, probe)),
  }
}
