import { attribute, type XmlHandler } from '../../gate/xml-tokens.ts'
import { cellPosition } from '../../imports/xlsx/references.ts'
import { sharedStringsHandler, unescapeExcel } from '../../imports/xlsx/shared-strings.ts'
import type { CellContent } from './cell-digest.ts'
import { shiftFormula } from './formula-form.ts'
import { isPlace, placeOf } from './kept-cells.ts'
import { itemShape } from './item-shape.ts'

/** Told of every cell in the order of the file. `isOdd`: programs could read it differently, since its place comes twice, is none or is not where it stands, or since it says several things. */
export type CellListener = (address: string, content: CellContent, isOdd: boolean) => void

export interface SharedTexts {
  readonly strings: readonly string[]
  /** Those that programs could read differently. */
  readonly odd: ReadonlySet<number>
}

interface SharedFormula {
  readonly text: string
  readonly row: number
  readonly column: number
}

/** Collects the shared texts, and which of them are put together as none should be. `spend` is asked for every character kept. */
export function sharedTextsHandler(spend: (characters: number) => void): { readonly handler: XmlHandler; readonly texts: SharedTexts } {
  const { handler, strings } = sharedStringsHandler(spend)
  const odd = new Set<number>()
  const shape = itemShape()
  return {
    texts: { strings, odd },
    handler: {
      open(tag) {
        if (tag.name === 'si') shape.begin()
        else shape.open(tag.name)
        handler.open?.(tag)
      },
      text: (piece) => handler.text?.(piece),
      close(name) {
        shape.close(name)
        if (name === 'si' && shape.isOdd()) odd.add(strings.length)
        handler.close?.(name)
      },
    },
  }
}

/** Reads the cells of a worksheet part with their formulas, shared ones written out for each cell. */
export function cellsHandler({ strings, odd }: SharedTexts, listen: CellListener): XmlHandler {
  const shared = new Map<string, SharedFormula>()
  const shape = itemShape()
  let last = { row: 0, column: 0 }
  let row = { number: 0, isOdd: false }
  let cell = { address: '', type: 'n', isOdd: false }
  let parts = { v: 0, f: 0, is: 0, stray: 0 }
  let formula: { readonly index: string | null; text: string } | null = null
  let value = ''
  let reading: 'formula' | 'value' | null = null

  function formulaText(): string | null {
    if (formula === null) return null
    if (formula.index === null) return formula.text
    const at = cellPosition(cell.address)
    const master = shared.get(formula.index)
    if (formula.text !== '' && at !== null) {
      shared.set(formula.index, { text: formula.text, ...at })
      return formula.text
    }
    return master && at ? shiftFormula(master.text, at.row - master.row, at.column - master.column) : formula.text
  }

  /** Rows and cells stand in order in every file that a program wrote: what does not comes twice, or is read by some and not by others. */
  function openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? 0)
    row = { number, isOdd: number !== 0 && !(number > Math.max(row.number, last.row)) }
  }

  function openCell(attributes: string): void {
    const address = attribute(attributes, 'r') ?? ''
    const at = cellPosition(address)
    const isNext = at !== null && (at.row > last.row || (at.row === last.row && at.column > last.column))
    const isInRow = at !== null && (row.number === 0 || row.number === at.row)
    cell = { address, type: attribute(attributes, 't') ?? 'n', isOdd: row.isOdd || !isNext || !isInRow || !isPlace(placeOf(address)) }
    if (at !== null && isNext) last = at
    parts = { v: 0, f: 0, is: 0, stray: 0 }
    formula = null
    value = ''
    shape.begin()
  }

  /** The value of `<v>` or `<is>` by the type of its cell; no text for a number of a shared one that is none. */
  function valueNow(): CellContent['value'] {
    switch (cell.type) {
      case 's': return value === '' ? null : { kind: 'text', text: strings[Number(value)] ?? '' }
      case 'str': case 'inlineStr': return { kind: 'text', text: unescapeExcel(value) }
      case 'b': return { kind: 'boolean', text: value }
      case 'e': return { kind: 'error', text: value }
      default: return value.trim() === '' ? null : { kind: 'number', value: Number(value) }
    }
  }

  function saysSeveral(): boolean {
    if (parts.v > 1 || parts.f > 1 || parts.is > 1 || parts.stray > 0 || shape.isOdd()) return true
    if (parts.is > 0 && (parts.v > 0 || cell.type !== 'inlineStr')) return true
    return cell.type === 's' && value !== '' && (!/^\d+$/.test(value) || Number(value) >= strings.length || odd.has(Number(value)))
  }

  return {
    open: ({ name, attributes }) => {
      if (name === 'row') openRow(attributes)
      else if (name === 'c') openCell(attributes)
      else if (name === 'f') {
        parts.f += 1
        formula = { index: attribute(attributes, 't') === 'shared' ? (attribute(attributes, 'si') ?? '') : null, text: '' }
        reading = 'formula'
      } else if (name === 'v') {
        parts.v += 1
        reading = 'value'
      } else if (name === 'is') {
        parts.is += 1
      } else {
        shape.open(name)
        if (name === 't') {
          if (parts.is === 0) parts.stray += 1
          reading = 'value'
        }
      }
    },
    text: (piece) => {
      if (reading === 'value') value += piece
      if (reading === 'formula' && formula !== null) formula.text += piece
    },
    close: (name) => {
      shape.close(name)
      if (name === 'f' || name === 'v' || name === 't') reading = null
      if (name === 'c') listen(cell.address, { value: valueNow(), formula: formulaText() }, cell.isOdd || saysSeveral())
    },
  }
}
