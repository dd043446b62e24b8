import type { RawCell, RawValue } from '../../../../shared/domain/cells/raw-workbook.ts'
import { attribute, type XmlHandler } from '../../gate/xml-tokens.ts'
import type { RawSink } from '../raw-sink.ts'
import { ReadRefusal } from '../refusal.ts'
import type { CellFormat } from './number-formats.ts'
import { cellPosition, rangeOf } from './references.ts'
import { unescapeExcel } from './shared-strings.ts'

/** What the cells of a sheet refer to. `date1904` workbooks count days from 1904. */
export interface SheetSurroundings {
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly date1904: boolean
}

const days1904 = 1_462
const lastSerial = 2_958_465
const lastColumn = 16_384

function numberValue(written: string, style: number, { formats, date1904 }: SheetSurroundings): RawValue | null {
  const value = Number(written)
  if (written.trim() === '') return null
  if (!Number.isFinite(value)) return { kind: 'text', text: written }
  const format = formats[style]
  if (format?.kind === 'date' && value >= 1 && value <= lastSerial) return { kind: 'date', serial: value + (date1904 ? days1904 : 0) }
  return { kind: 'number', value, format: format?.kind === 'number' ? format.format : null }
}

function textValue(text: string): RawValue | null {
  return text === '' ? null : { kind: 'text', text }
}

function valueOf(type: string, style: number, written: string, inline: string, around: SheetSurroundings): RawValue | null {
  switch (type) {
    case 's':
      return written === '' ? null : textValue(around.strings[Number(written)] ?? '')
    case 'inlineStr':
      return textValue(unescapeExcel(inline))
    case 'str':
      return textValue(unescapeExcel(written))
    case 'd':
      return textValue(written)
    case 'b':
      return written === '' ? null : { kind: 'boolean', value: written === '1' || written === 'true' }
    case 'e':
      return { kind: 'error', code: written.slice(0, 20) }
    default:
      return numberValue(written, style, around)
  }
}

/** Reads one worksheet: rows with values and merged ranges go to the sink; a row that only has styles costs nothing. @throws ReadRefusal `unreadable` for more cells in a row than there are columns */
export function sheetHandler(around: SheetSurroundings, sink: RawSink): XmlHandler {
  let row = 0
  let column = 0
  let cells: RawCell[] = []
  let [type, style] = ['', 0]
  let [written, inline] = ['', '']
  let collecting: 'v' | 't' | null = null
  let phonetic = false

  function startCell(attributes: string): void {
    const reference = attribute(attributes, 'r')
    const position = reference === undefined ? null : cellPosition(reference)
    column = position?.column ?? column + 1
    type = attribute(attributes, 't') ?? 'n'
    style = Number(attribute(attributes, 's') ?? 0)
    written = ''
    inline = ''
  }

  function endCell(): void {
    const value = written === '' && inline === '' ? null : valueOf(type, style, written, inline, around)
    if (value === null || column > lastColumn) return
    if (cells.length >= lastColumn) throw new ReadRefusal('unreadable')
    cells.push({ ...value, column })
  }

  return {
    open: ({ name, attributes }) => {
      if (name === 'c') startCell(attributes)
      else if (name === 'v') collecting = 'v'
      else if (name === 't') collecting = phonetic ? null : 't'
      else if (name === 'rPh') phonetic = true
      else if (name === 'row') {
        const given = Number(attribute(attributes, 'r') ?? 0)
        row = Number.isInteger(given) && given > 0 ? given : row + 1
        column = 0
        cells = []
      } else if (name === 'mergeCell') {
        const range = rangeOf(attribute(attributes, 'ref') ?? '')
        if (range) sink.merge(range)
      }
    },
    text: (text) => {
      if (collecting === 'v') written += text
      else if (collecting === 't') inline += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = null
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') endCell()
      else if (name === 'row' && cells.length > 0) sink.row(row, cells)
    },
  }
}
