import { readFile } from 'node:fs/promises'
import type { GateLimits } from '../../gate/limits.ts'
import { openZipParts } from '../../gate/zip-parts.ts'
import { sharedStringsHandler } from '../../import/xlsx/shared-strings.ts'
import { feedPart, workbookParts } from '../../import/xlsx/workbook-parts.ts'
import { serialOf } from '../arrange/calculate.ts'
import { metadataWords } from '../metadata.ts'
import { cellAddress } from '../model/address.ts'
import type { Cell, RowModel, WorkbookModel } from '../model/model.ts'
import { cellDigest, sheetDigest } from './cell-digest.ts'
import type { CellContent } from './cell-digest.ts'
import { cellsHandler, type CellListener } from './read-cells.ts'

/** Digests of one sheet: the whole, and each cell that says something by its address, row by row. */
export interface SheetDigest {
  readonly name: string
  readonly digest: string
  readonly cells: Readonly<Record<string, string>>
}

/** What the export log keeps of a file, and what is found in one. `exportId` is what 元数据 says, null without it. */
export interface WorkbookDigest {
  readonly exportId: string | null
  readonly sheets: readonly SheetDigest[]
}

/** Exports may be longer than anything that is imported; they are read as a stream. */
const digestLimits: GateLimits = { fileBytes: 200 * 1_048_576, entries: 2_000, entryBytes: 1_024 * 1_048_576, totalBytes: 2_048 * 1_048_576, ratio: 1_000 }

/** Looks for the text beside the words 导出编号 among cells as they come. */
export function exportIdFinder(): { readonly add: (content: CellContent) => void; readonly found: () => string | null } {
  let exportId: string | null = null
  let isNext = false
  return {
    add({ value }) {
      const text = value?.kind === 'text' ? value.text : null
      if (isNext && text !== null) exportId ??= text
      isNext = text === metadataWords.exportId
    },
    found: () => exportId,
  }
}

/** Gathers the digests of a sheet's cells. */
export function sheetGatherer(name: string): { readonly add: CellListener; readonly finish: () => SheetDigest } {
  const cells: Record<string, string> = {}
  return {
    add(address, content) {
      const digest = cellDigest(content)
      if (digest !== null) cells[address] = digest
    },
    finish: () => ({ name, digest: sheetDigest(cells), cells }),
  }
}

/** Goes through the sheets of a workbook on disk; `take` reads the cells of each. @throws GateRefusal, ReadRefusal or XmlError when it is none, or what reading it throws */
export async function readSheets(file: string, take: (name: string, read: (listen: CellListener) => Promise<void>) => Promise<void>): Promise<void> {
  const parts = await openZipParts(await readFile(file), digestLimits)
  const { sheets, strings } = await workbookParts(parts)
  const shared = sharedStringsHandler(() => undefined)
  if (strings) await feedPart(strings, shared.handler)
  for (const { name, part } of sheets) await take(name, (listen) => feedPart(part, cellsHandler(shared.strings, listen)))
}

function contentOf(cell: Cell): CellContent {
  switch (cell.kind) {
    case 'empty': return { value: null, formula: null }
    case 'text': return { value: { kind: 'text', text: cell.text }, formula: null }
    case 'number': return { value: { kind: 'number', value: cell.value }, formula: null }
    case 'date': return { value: { kind: 'number', value: serialOf(cell.day) }, formula: null }
    case 'formula': return { value: typeof cell.value === 'number' ? { kind: 'number', value: cell.value } : { kind: 'text', text: cell.value }, formula: cell.formula }
  }
}

/** What the cells of a row say, by their addresses. */
export function eachCell(row: RowModel, listen: (address: string, content: CellContent) => void): void {
  row.cells.forEach((cell, index) => {
    if (cell !== null) listen(cellAddress(row.number, index + 1), contentOf(cell))
  })
}

/** The same digest from the model a file is written from, without reading the file. */
export function digestModel(model: WorkbookModel): WorkbookDigest {
  const finder = exportIdFinder()
  const sheets = model.sheets.map((sheet) => {
    const gatherer = sheetGatherer(sheet.name)
    for (const row of sheet.rows) {
      eachCell(row, (address, content) => {
        finder.add(content)
        gatherer.add(address, content)
      })
    }
    return gatherer.finish()
  })
  return { exportId: finder.found(), sheets }
}

export interface ChangedCell {
  readonly sheet: string
  readonly cell: string
}

/** `cells` in the order of the logged sheets, then row by row; a sheet that is gone or new is named besides. */
export interface DigestComparison {
  readonly state: 'unchanged' | 'changed'
  readonly cells: readonly ChangedCell[]
  readonly missingSheets: readonly string[]
  readonly addedSheets: readonly string[]
}

function placeOf(address: string): readonly [row: number, column: string] {
  const match = /^([A-Z]+)(\d+)$/.exec(address)
  return [Number(match?.[2] ?? 0), (match?.[1] ?? '').padStart(3, ' ')]
}

function inOrder(a: string, b: string): number {
  const [first, second] = [placeOf(a), placeOf(b)]
  return first[0] - second[0] || (first[1] < second[1] ? -1 : first[1] > second[1] ? 1 : 0)
}

function changedCells(logged: SheetDigest, found: SheetDigest): readonly ChangedCell[] {
  if (logged.digest === found.digest) return []
  const addresses = new Set([...Object.keys(logged.cells), ...Object.keys(found.cells)])
  const changed = [...addresses].filter((address) => logged.cells[address] !== found.cells[address])
  return changed.sort(inOrder).map((cell) => ({ sheet: logged.name, cell }))
}

/** Which cells of a file differ from what was exported. */
export function compareDigests(logged: WorkbookDigest, found: WorkbookDigest): DigestComparison {
  const foundByName = new Map(found.sheets.map((sheet) => [sheet.name, sheet]))
  const loggedNames = new Set(logged.sheets.map((sheet) => sheet.name))
  const cells = logged.sheets.flatMap((sheet) => {
    const other = foundByName.get(sheet.name)
    return other ? changedCells(sheet, other) : []
  })
  const missingSheets = logged.sheets.map((sheet) => sheet.name).filter((name) => !foundByName.has(name))
  const addedSheets = found.sheets.map((sheet) => sheet.name).filter((name) => !loggedNames.has(name))
  const isSame = cells.length === 0 && missingSheets.length === 0 && addedSheets.length === 0
  return { state: isSame ? 'unchanged' : 'changed', cells, missingSheets, addedSheets }
}
