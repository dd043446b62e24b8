import { inspectFile } from '../../gate/inspect-file.ts'
import type { ReadLimits } from '../../imports/limits.ts'
import { ReadRefusal } from '../../imports/refusal.ts'
import { feedPart, workbookParts } from '../../imports/xlsx/workbook-parts.ts'
import { serialOf } from '../arrange/calculate.ts'
import { metadataWords } from '../metadata.ts'
import { cellAddress } from '../model/address.ts'
import type { Cell, RowModel, WorkbookModel } from '../model/model.ts'
import { cellDigest, oddDigest, sheetDigester, type CellContent } from './cell-digest.ts'
import { keepAt, placeOf, type KeptCells } from './kept-cells.ts'
import { cellsHandler, sharedTextsHandler, type CellListener } from './read-cells.ts'

/** Digests of one sheet: the whole, and each cell that says something. */
export interface SheetDigest {
  readonly name: string
  readonly digest: string
  readonly cells: KeptCells
}

/** What the export log keeps of a file, and what is found in one. `exportId` is what 元数据 says, null without it. */
export interface WorkbookDigest {
  readonly exportId: string | null
  readonly sheets: readonly SheetDigest[]
}

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
export function sheetGatherer(name: string): { readonly add: (address: string, content: CellContent, isOdd?: boolean) => void; readonly finish: () => SheetDigest } {
  const cells = new Map<string, Map<number, string>>()
  const whole = sheetDigester()
  return {
    add(address, content, isOdd = false) {
      const digest = isOdd ? oddDigest(content) : cellDigest(content)
      if (digest === null) return
      whole.add(address, digest)
      const { column, row } = placeOf(address)
      const rows = cells.get(column) ?? new Map<number, string>()
      cells.set(column, rows)
      keepAt(rows, row, digest)
    },
    finish: () => ({ name, digest: whole.finish(), cells }),
  }
}

/** What stands for a tab that has no worksheet behind it. */
const otherTab: CellContent = { value: { kind: 'text', text: 'no worksheet' }, formula: null }

/** Goes through the sheets of a workbook on disk; `take` reads the cells of each. @throws GateRefusal, ReadRefusal or XmlError when it is none or too much, or what reading it throws */
export async function readSheets(file: string, { gate, sheets: mostSheets, cells: mostCells, characters: mostCharacters }: ReadLimits, take: (name: string, read: (listen: CellListener) => Promise<void>) => Promise<void>): Promise<void> {
  const inspected = await inspectFile(file, gate)
  if (inspected.kind !== 'xlsx') throw new ReadRefusal('unreadable')
  const { sheets, otherTabs, strings } = await workbookParts(inspected.parts)
  if (sheets.length + otherTabs.length > mostSheets) throw new ReadRefusal('too_large')
  let [characters, cells] = [0, 0]
  const shared = sharedTextsHandler((count) => {
    characters += count
    if (characters > mostCharacters) throw new ReadRefusal('too_large')
  })
  if (strings) await feedPart(strings, shared.handler)
  const counted = (listen: CellListener): CellListener => (address, content, isOdd) => {
    cells += 1
    if (cells > mostCells) throw new ReadRefusal('too_large')
    listen(address, content, isOdd)
  }
  for (const { name, part } of sheets) await take(name, (listen) => feedPart(part, cellsHandler(shared.texts, counted(listen))))
  for (const name of otherTabs) {
    await take(name, (listen) => {
      listen('', otherTab, false)
      return Promise.resolve()
    })
  }
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
