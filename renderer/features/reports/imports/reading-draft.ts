import type { ChosenWords, ImportChoice } from '../../../../shared/domain/reports/imports/types.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import type { ImportResult } from './import-rows.ts'

export type Outline = Awaited<ReturnType<TownshipClient['imports']['outline']>>['sheets']
export type ReadingField = Awaited<ReturnType<TownshipClient['imports']['fields']>>['fields'][number]

/** How a file is to be read, while it is being chosen. `columns`: column number → key. */
export interface ReadingDraft {
  readonly sheet: string
  readonly headerRow: number
  readonly columns: ReadonlyMap<number, string>
  readonly words: ChosenWords
}

/** As it was read, else its first sheet with the row that has most cells among the first. */
export function draftFrom(sheets: Outline, reading: ImportResult['reading'] | null): ReadingDraft | null {
  if (reading !== null) {
    const columns = new Map(reading.columns.flatMap(({ column, key }): [number, string][] => (key === null ? [] : [[column, key]])))
    return { sheet: reading.sheet, headerRow: reading.headerRow, columns, words: {} }
  }
  const [first] = sheets
  if (first === undefined) return null
  const widest = first.rows.slice(0, 10).reduce<Outline[number]['rows'][number] | null>((best, row) => (best === null || row.cells.length > best.cells.length ? row : best), null)
  return { sheet: first.name, headerRow: widest?.row ?? 1, columns: new Map(), words: {} }
}

/** The columns under a row of headings, each with the first value below it. */
export function headedBy(sheet: Outline[number] | undefined, headerRow: number): readonly { readonly column: number; readonly heading: string; readonly sample: string }[] {
  const rows = sheet?.rows ?? []
  const head = rows.find(({ row }) => row === headerRow)?.cells ?? []
  const below = rows.filter(({ row }) => row > headerRow)
  const sampleOf = (column: number) => below.flatMap(({ cells }) => cells.filter((cell) => cell.column === column))[0]?.text ?? ''
  const columns = [...new Set([...head.map(({ column }) => column), ...(below[0]?.cells ?? []).map(({ column }) => column)])].sort((a, b) => a - b)
  return columns.map((column) => ({ column, heading: head.find((cell) => cell.column === column)?.text ?? '', sample: sampleOf(column) }))
}

/** Every column of the sheet is decided: what is not named is not read. */
export function choiceFrom({ sheet, headerRow, columns, words }: ReadingDraft, sheets: Outline): ImportChoice {
  const shown = sheets.find(({ name }) => name === sheet)?.rows.flatMap(({ cells }) => cells.map(({ column }) => column)) ?? []
  const width = Math.max(0, ...columns.keys(), ...shown)
  return { sheet, headerRow, columns: Object.fromEntries(Array.from({ length: width }, (_, place) => [place + 1, columns.get(place + 1) ?? null])), words }
}

/** `B` for 2, `AA` for 27. */
export function columnName(column: number): string {
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1) : String.fromCharCode(64 + column)
}
