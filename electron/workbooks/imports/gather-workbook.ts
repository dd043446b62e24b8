import type { RawCell, RawRange, RawRow, RawSheet } from '../../../shared/domain/cells/raw-workbook.ts'
import type { ReadMessage } from './raw-sink.ts'

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function isCell(value: unknown): value is RawCell {
  if (!isRecord(value) || typeof value['column'] !== 'number') return false
  switch (value['kind']) {
    case 'text':
      return typeof value['text'] === 'string'
    case 'number':
      return typeof value['value'] === 'number' && (value['format'] === null || typeof value['format'] === 'string')
    case 'date':
      return typeof value['serial'] === 'number'
    case 'boolean':
      return typeof value['value'] === 'boolean'
    default:
      return value['kind'] === 'error' && typeof value['code'] === 'string'
  }
}

function isRow(value: unknown): value is RawRow {
  return isRecord(value) && typeof value['row'] === 'number' && Array.isArray(value['cells']) && value['cells'].every(isCell)
}

function isRange(value: unknown): value is RawRange {
  return isRecord(value) && ['top', 'left', 'bottom', 'right'].every((side) => typeof value[side] === 'number')
}

/** The child read a hostile file: its messages are checked like anything from outside. */
function isPart(message: unknown): message is Exclude<ReadMessage, { readonly kind: 'done' | 'refused' }> {
  if (!isRecord(message)) return false
  if (message['kind'] === 'sheet') return typeof message['name'] === 'string' && typeof message['hidden'] === 'boolean'
  if (message['kind'] === 'rows') return Array.isArray(message['rows']) && message['rows'].every(isRow)
  return message['kind'] === 'merges' && Array.isArray(message['merges']) && message['merges'].every(isRange)
}

export interface GrowingSheet extends RawSheet {
  readonly merges: RawRange[]
  readonly rows: RawRow[]
}

/** Sheets that grow as their parts arrive. */
export function gathering(): GrowingSheet[] {
  return []
}

/** Appends a part; false when it is none, or stands before any sheet. */
export function takePart(sheets: GrowingSheet[], message: unknown): boolean {
  if (!isPart(message)) return false
  if (message.kind === 'sheet') {
    sheets.push({ name: message.name, hidden: message.hidden, merges: [], rows: [] })
    return true
  }
  const sheet = sheets.at(-1)
  if (message.kind === 'rows') sheet?.rows.push(...message.rows)
  else sheet?.merges.push(...message.merges)
  return sheet !== undefined
}
