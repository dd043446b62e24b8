import { fieldNamed, hasPlaceholder, nameOfUse, piecesOf, resolvePlaceholder, tableAskedFor } from '../../../shared/domain/reports/templates/placeholder.ts'
import type { Aggregate, Catalogue, CatalogueTable, CellUse, FillSource, TemplateMapping } from '../../../shared/domain/reports/templates/template.ts'
import type { RawRange } from '../../../shared/domain/cells/raw-workbook.ts'
import { roundHalfAway } from '../exports/formula/values.ts'
import { cellAddress } from '../exports/model/address.ts'
import type { NumberFormat } from '../exports/model/model.ts'
import { shownNumber } from '../exports/pages/shown-text.ts'
import { catalogueOfValues, nothing, type BookValues, type FillValue } from './book-values.ts'
import { TemplateFault } from './fault.ts'
import { filledHeader, isForHeader, type PageHeader } from './page-headers.ts'
import { lastOf, addedBy, type Block } from './row-shift.ts'
import { nameJoiner, outsidePlaces, templateSentences } from './vocabulary.ts'

/** A sheet of a template as far as planning needs it: every cell that shows something. `text` null: a formula or a number. */
export interface TemplateSheet {
  readonly name: string
  readonly cells: readonly { readonly row: number; readonly column: number; readonly text: string | null }[]
  readonly merges: readonly RawRange[]
  /** Headers and footers of the page that hold placeholders. */
  readonly headers: readonly PageHeader[]
}

/** What one cell gets: one value, or words and values as one text. */
type CellPiece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'source'; readonly source: FillSource }

/** A cell to fill; `sources` name what stands in it. */
export interface PlannedCell {
  readonly row: number
  readonly column: number
  readonly pieces: readonly CellPiece[]
}

/** The value of a cell in the `copy`-th repetition of its row, counted from 0. */
export interface FilledCell {
  readonly row: number
  readonly column: number
  readonly valueOf: (copy: number) => FillValue
}

export interface SheetPlan {
  readonly sheet: string
  readonly cells: readonly FilledCell[]
  readonly blocks: readonly Block[]
  readonly headers: readonly (PageHeader & { readonly filled: string })[]
}

/** A header of the page to fill. */
export interface PlannedHeader {
  readonly header: PageHeader
  readonly pieces: readonly CellPiece[]
}

/** A placeholder that nobody knows, in its cell. */
export interface UnknownPlaceholder {
  readonly sheet: string
  readonly cell: string
  readonly text: string
}

function useOf(mapping: TemplateMapping, sheet: string, cell: string): CellUse | null {
  return mapping.cells.find((one) => one.sheet === sheet && one.cell === cell)?.use ?? null
}

/** What a text with placeholders gets; those that nobody knows are named with their place. */
function pieces(text: string, catalogue: Catalogue, isAllowed: (source: FillSource) => boolean, onUnknown: (placeholder: string) => void): readonly CellPiece[] {
  return piecesOf(text).flatMap((piece): readonly CellPiece[] => {
    if (piece.kind === 'words') return [piece]
    const source = resolvePlaceholder(piece.text, catalogue)
    if (source !== null && isAllowed(source)) return [{ kind: 'source', source }]
    onUnknown(piece.text)
    return []
  })
}

/** Which headers of the page are filled with what. What stands in one of them is one value: a column, which has many, is unknown there. */
export function plannedHeaders({ name: sheet, headers }: TemplateSheet, catalogue: Catalogue): { readonly headers: readonly PlannedHeader[]; readonly unknown: readonly UnknownPlaceholder[] } {
  const unknown: UnknownPlaceholder[] = []
  const planned = headers.map((header) => ({ header, pieces: pieces(header.text, catalogue, isForHeader, (text) => unknown.push({ sheet, cell: outsidePlaces.header, text })) }))
  return { headers: planned, unknown }
}

/** Which cells of a sheet are filled with what, and which placeholders are unknown. What a mapping says of a cell goes before what stands in it. */
export function plannedCells(sheet: TemplateSheet, mapping: TemplateMapping, catalogue: Catalogue): { readonly cells: readonly PlannedCell[]; readonly unknown: readonly UnknownPlaceholder[] } {
  const cells: PlannedCell[] = []
  const unknown: UnknownPlaceholder[] = []
  for (const { row, column, text } of sheet.cells) {
    const address = cellAddress(row, column)
    const use = useOf(mapping, sheet.name, address)
    if (use !== null) continue
    if (text === null || !hasPlaceholder(text)) continue
    cells.push({ row, column, pieces: pieces(text, catalogue, () => true, (placeholder) => unknown.push({ sheet: sheet.name, cell: address, text: placeholder })) })
  }
  for (const { sheet: name, cell, use } of mapping.cells) {
    if (name !== sheet.name || use.kind === 'keep') continue
    const place = placeOf(cell)
    if (place !== null) cells.push({ ...place, pieces: [{ kind: 'source', source: use }] })
  }
  return { cells, unknown }
}

/** `B4` → row 4, column 2. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address)
  if (match === null) return null
  const column = Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]), column }
}

interface RepeatedRows {
  readonly first: number
  readonly last: number
  readonly table: string
}

function tablesIn({ pieces }: PlannedCell): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === 'source' && piece.source.kind === 'column' ? [piece.source.table] : []))
}

/** The rows that each column's cell takes, those of one table that touch put together. @throws TemplateFault */
export function repeatedRows(sheet: TemplateSheet, cells: readonly PlannedCell[]): readonly RepeatedRows[] {
  const stretches = cells.flatMap((cell) => {
    const merge = sheet.merges.find(({ top, left }) => top === cell.row && left === cell.column)
    return tablesIn(cell).map((table): RepeatedRows => ({ first: cell.row, last: merge?.bottom ?? cell.row, table }))
  })
  const found: RepeatedRows[] = []
  for (const next of stretches.sort((a, b) => a.first - b.first || a.last - b.last)) {
    const open = found.at(-1)
    if (open !== undefined && next.first <= open.last && next.table !== open.table) throw new TemplateFault(templateSentences.mixed(sheet.name, next.first))
    if (open !== undefined && next.first <= open.last + 1 && next.table === open.table) found[found.length - 1] = { ...open, last: Math.max(open.last, next.last) }
    else found.push(next)
  }
  return found
}

/** How many rows below are blank, or hold no words: as many may be used before rows are added. */
export function spareBelow(sheet: TemplateSheet, rows: RepeatedRows, all: readonly RepeatedRows[], lastRow: number): number {
  const taken = new Set(sheet.cells.filter(({ text }) => text !== null && text.trim() !== '').map(({ row }) => row))
  const next = all.filter(({ first }) => first > rows.last).reduce((least, { first }) => Math.min(least, first), lastRow + 1)
  let count = 0
  while (rows.last + count + 1 < next && !taken.has(rows.last + count + 1)) count += 1
  const height = rows.last - rows.first + 1
  return count - (count % height)
}

/** Decimal places of a mean, by how the column is shown: as the totals of the workbook itself are rounded. */
const meanPlaces: Readonly<Record<NumberFormat, number>> = { plain: 2, integer: 2, score: 2, factor: 4, money: 2, percent: 4, date: 2 }

function aggregateOf(values: readonly FillValue[], how: Aggregate): FillValue {
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value] : []))
  const [first] = numbers
  if (first === undefined) return nothing
  const { format } = first
  const sum = numbers.reduce((total, { value }) => total + value, 0)
  switch (how) {
    case 'sum':
      // Decimals are exact again: binary sums of them are not. What is shown as it is may have more places than two.
      return { kind: 'number', value: roundHalfAway(sum, format === 'plain' ? 6 : meanPlaces[format]), format }
    case 'mean':
      return { kind: 'number', value: roundHalfAway(sum / numbers.length, meanPlaces[format]), format: meanPlaces[format] === 4 || format === 'money' ? format : 'score' }
    case 'max':
      return numbers.reduce((a, b) => (a.value >= b.value ? a : b))
    case 'min':
      return numbers.reduce((a, b) => (a.value <= b.value ? a : b))
  }
}

const rowLimit = 1_048_576

/** Everything that is asked of one table is read in one go. */
class Columns {
  readonly #values: BookValues
  readonly #read = new Map<string, readonly FillValue[]>()

  constructor(values: BookValues, sources: readonly FillSource[]) {
    this.#values = values
    const asked = sources.flatMap((source) => (source.kind === 'single' ? [] : [source]))
    for (const [name, ofTable] of Map.groupBy(asked, ({ table }) => table)) {
      const table = values.tables.find(({ key }) => key === name)
      if (table === undefined) continue
      const fields = [...new Set(ofTable.flatMap((source) => (source.kind === 'count' ? [] : [fieldNamed(table, source.field) ?? ''])))]
      const columns = table.columns(fields.length === 0 ? [table.fields[0]?.key ?? ''] : fields)
      this.#read.set(name, columns[0] ?? [])
      fields.forEach((field, index) => this.#read.set(`${name}\n${field}`, columns[index] ?? []))
    }
  }

  count(name: string): number {
    return this.#read.get(name)?.length ?? 0
  }

  column(name: string, field: string): readonly FillValue[] {
    const table = this.#values.tables.find((one) => one.key === name)
    const key = table === undefined ? null : fieldNamed(table, field)
    return key === null ? [] : (this.#read.get(`${name}\n${key}`) ?? [])
  }

  value(source: FillSource, copy: number): FillValue {
    switch (source.kind) {
      case 'single':
        return this.#values.single(source.key)
      case 'column':
        return this.column(source.table, source.field)[copy] ?? nothing
      case 'count':
        return { kind: 'number', value: this.count(source.table), format: 'integer' }
      case 'aggregate':
        return aggregateOf(this.column(source.table, source.field), source.how)
    }
  }
}

/** How a value reads inside of a text: numbers as the workbook shows them. */
export function wordsOf(value: FillValue): string {
  switch (value.kind) {
    case 'empty':
      return ''
    case 'text':
      return value.text
    case 'number':
      return shownNumber(value.value, value.format)
    case 'date': {
      const [year, month, day] = value.day.split('-')
      return `${year ?? ''}年${String(Number(month))}月${String(Number(day))}日`
    }
  }
}

function valueOfPieces(pieces: readonly CellPiece[], columns: Columns, copy: number): FillValue {
  const [first] = pieces
  if (pieces.length === 1 && first?.kind === 'source') return columns.value(first.source, copy)
  return { kind: 'text', text: pieces.map((piece) => (piece.kind === 'words' ? piece.text : wordsOf(columns.value(piece.source, copy)))).join('') }
}

/** Columns of a table that stand once for each of a list, as they are called this time. */
function namesOf({ fields }: CatalogueTable): string {
  return fields.filter(({ key }) => key.includes(':')).map(({ heading, group }) => `${group ?? ''}${heading}`).join(nameJoiner)
}

/**
 * What the layout offers for each of a list may be asked for by a name that the data do not have this time: better said than left blank.
 * A whole table that is not there has nothing to say, and neither has a column that the data leave out. @throws TemplateFault
 */
function requireThere(unknown: readonly UnknownPlaceholder[], { cells }: TemplateMapping, catalogue: Catalogue): void {
  for (const { sheet, cell, text } of unknown) {
    const table = tableAskedFor(text, catalogue)
    if (table !== null) throw new TemplateFault(templateSentences.notThisTime(sheet, cell, text, namesOf(table)))
  }
  for (const { sheet, cell, use } of cells) {
    const table = use.kind === 'column' || use.kind === 'aggregate' ? catalogue.find(({ key }) => key === use.table) : undefined
    if (table !== undefined && 'field' in use && fieldNamed(table, use.field) === null) throw new TemplateFault(templateSentences.notThisTime(sheet, cell, nameOfUse(use, catalogue), namesOf(table)))
  }
}

function wordsOfPieces(pieces: readonly CellPiece[], columns: Columns): string {
  return filledHeader(pieces.map((piece) => (piece.kind === 'words' ? piece : { kind: 'value', text: wordsOf(columns.value(piece.source, 0)) })))
}

/** What is written where, on every sheet that gets anything. @throws TemplateFault */
export function planFilling(sheets: readonly TemplateSheet[], mapping: TemplateMapping, values: BookValues): readonly SheetPlan[] {
  const catalogue = catalogueOfValues(values)
  const planned = sheets.map((sheet) => {
    const [cells, headers] = [plannedCells(sheet, mapping, catalogue), plannedHeaders(sheet, catalogue)]
    return { sheet, cells: cells.cells, headers: headers.headers, unknown: [...cells.unknown, ...headers.unknown] }
  })
  requireThere(planned.flatMap(({ unknown }) => unknown), mapping, catalogue)
  const asked = planned.flatMap(({ cells, headers }) => [...cells, ...headers]).flatMap(({ pieces: ofOne }) => ofOne.flatMap((piece) => (piece.kind === 'source' ? [piece.source] : [])))
  const columns = new Columns(values, asked)
  return planned.filter(({ cells, headers }) => cells.length + headers.length > 0).map(({ sheet, cells, headers }): SheetPlan => {
    const repeated = repeatedRows(sheet, cells)
    const lastRow = sheet.cells.reduce((last, { row }) => Math.max(last, row), 0)
    const blocks = repeated.map((rows): Block => {
      const height = rows.last - rows.first + 1
      const wished = mapping.spare.find((one) => one.sheet === sheet.name && one.row === rows.first)?.rows ?? 0
      const spare = Math.min(wished - (wished % height), spareBelow(sheet, rows, repeated, Math.max(lastRow, rows.last + wished)))
      return { first: rows.first, height, spare, copies: Math.max(1, columns.count(rows.table)) }
    })
    const last = blocks.reduce((end, block) => end + addedBy(block), blocks.reduce((end, block) => Math.max(end, lastOf(block)), lastRow))
    if (last > rowLimit) throw new TemplateFault(templateSentences.tooLong(sheet.name))
    return {
      sheet: sheet.name,
      blocks,
      cells: cells.map(({ row, column, pieces: ofCell }) => ({ row, column, valueOf: (copy) => valueOfPieces(ofCell, columns, copy) })),
      headers: headers.map(({ header, pieces: ofHeader }) => ({ ...header, filled: wordsOfPieces(ofHeader, columns) })),
    }
  })
}
