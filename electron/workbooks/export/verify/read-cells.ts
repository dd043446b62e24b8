import { attribute } from '../../gate/xml-tokens.ts'
import type { XmlHandler } from '../../gate/xml-tokens.ts'
import { unescapeExcel } from '../../import/xlsx/shared-strings.ts'
import { cellPosition } from '../../import/xlsx/references.ts'
import type { CellContent } from './cell-digest.ts'
import { shiftFormula } from './formula-form.ts'

/** Told of every cell that has content, row by row. */
export type CellListener = (address: string, content: CellContent) => void

interface SharedFormula {
  readonly text: string
  readonly row: number
  readonly column: number
}

/** The value of `<v>` or `<is>` by the type of its cell. */
function valueOf(type: string, written: string, strings: readonly string[]): CellContent['value'] {
  switch (type) {
    case 's': return { kind: 'text', text: strings[Number(written)] ?? '' }
    case 'str': case 'inlineStr': return { kind: 'text', text: unescapeExcel(written) }
    case 'b': return { kind: 'boolean', text: written }
    case 'e': return { kind: 'error', text: written }
    default: return written.trim() === '' ? null : { kind: 'number', value: Number(written) }
  }
}

/** Reads the cells of a worksheet part with their formulas, shared ones written out for each cell. */
export function cellsHandler(strings: readonly string[], listen: CellListener): XmlHandler {
  const shared = new Map<string, SharedFormula>()
  let cell = { address: '', type: 'n' }
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

  return {
    open: ({ name, attributes }) => {
      if (name === 'c') {
        cell = { address: attribute(attributes, 'r') ?? '', type: attribute(attributes, 't') ?? 'n' }
        formula = null
        value = ''
      } else if (name === 'f') {
        formula = { index: attribute(attributes, 't') === 'shared' ? (attribute(attributes, 'si') ?? '') : null, text: '' }
        reading = 'formula'
      } else if (name === 'v' || name === 't') {
        reading = 'value'
      }
    },
    text: (piece) => {
      if (reading === 'value') value += piece
      if (reading === 'formula' && formula !== null) formula.text += piece
    },
    close: (name) => {
      if (name === 'f' || name === 'v' || name === 't') reading = null
      if (name === 'c') listen(cell.address, { value: valueOf(cell.type, value, strings), formula: formulaText() })
    },
  }
}
