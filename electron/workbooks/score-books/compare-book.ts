import { cleanText } from '../exports/model/clean-text.ts'
import type { CellContent } from '../exports/verify/cell-digest.ts'
import { saidBy, type FixedSheet, type SaidText } from './fixed-cells.ts'
import type { FoundSheet } from './read-book.ts'
import { bookWords } from './vocabulary.ts'

/** What a book says about itself; null where the cell beside the words is empty or gone. */
export interface BookMarks {
  readonly number: string | null
  readonly code: string | null
  readonly township: string | null
}

/** A fixed cell that is not as it went out; `cell` null: the whole sheet is gone. */
export interface AlteredCell {
  readonly sheet: string
  readonly cell: string | null
  readonly from: SaidText | null
  readonly to: SaidText | null
}

const wordsOfMarks = { number: bookWords.about.number, code: bookWords.about.code, township: bookWords.about.township } as const

function textOf(content: CellContent | undefined): string | null {
  if (content === undefined || content.value === null) return null
  const text = content.value.kind === 'number' ? String(content.value.value) : cleanText(content.value.text).trim()
  return text === '' ? null : text
}

/** The cell at the right of another: `A11` → `B11`. */
function rightOf(address: string): string | null {
  const [, letters = '', row] = /^([A-Y])(\d+)$/.exec(address) ?? []
  return row === undefined ? null : `${String.fromCharCode(letters.charCodeAt(0) + 1)}${row}`
}

/** Finds number and code by the words beside them, in whatever sheet they stand. */
export function marksOf(sheets: readonly FoundSheet[]): BookMarks {
  const found: Record<keyof BookMarks, string | null> = { number: null, code: null, township: null }
  for (const { cells } of sheets) {
    for (const [address, content] of cells) {
      const text = textOf(content)
      const beside = rightOf(address)
      if (beside === null) continue
      if (text === wordsOfMarks.number) found.number ??= textOf(cells.get(beside))
      if (text === wordsOfMarks.code) found.code ??= textOf(cells.get(beside))
      if (text === wordsOfMarks.township) found.township ??= textOf(cells.get(beside))
    }
  }
  return found
}

/** What is to be left alone when a sheet is compared: its open cells, and the one that holds 校验码. */
export interface SheetShape {
  readonly name: string
  readonly ignored: ReadonlySet<string>
}

/** The fixed cells as they came back, in the form `fixedCells` gives of what went out. A sheet that is gone is left out. */
export function foundCells(sheets: readonly FoundSheet[], shapes: readonly SheetShape[]): readonly FixedSheet[] {
  return shapes.flatMap(({ name, ignored }) => {
    const sheet = sheets.find((other) => other.name === name)
    if (sheet === undefined) return []
    const cells: Record<string, SaidText> = {}
    for (const [address, content] of sheet.cells) {
      const said = ignored.has(address) ? null : saidBy(content)
      if (said !== null) cells[address] = said
    }
    return [{ name, cells }]
  })
}

function placeOf(address: string): number {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return Number(row) * 20_000 + [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Every fixed cell that differs, row by row. */
export function alteredCells(sent: readonly FixedSheet[], found: readonly FixedSheet[]): readonly AlteredCell[] {
  return sent.flatMap(({ name, cells }): readonly AlteredCell[] => {
    const other = found.find((sheet) => sheet.name === name)
    if (other === undefined) return [{ sheet: name, cell: null, from: null, to: null }]
    const addresses = [...new Set([...Object.keys(cells), ...Object.keys(other.cells)])].sort((a, b) => placeOf(a) - placeOf(b))
    return addresses.filter((address) => cells[address] !== other.cells[address]).map((address) => ({ sheet: name, cell: address, from: cells[address] ?? null, to: other.cells[address] ?? null }))
  })
}

/** What a cell says, for people: the text, the number, or the formula with its `=`. */
export function shownText(said: SaidText | null): string | null {
  if (said === null) return null
  return said.startsWith('f') ? `=${said.slice(1)}` : said.slice(1)
}
