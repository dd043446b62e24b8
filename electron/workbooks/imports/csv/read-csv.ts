import type { RawCell } from '../../../../shared/domain/cells/raw-workbook.ts'
import type { RawSink } from '../raw-sink.ts'

const separators = [',', '\t', ';', '，'] as const

/** The separator that the first lines use most; quoted text does not count. */
function separatorOf(text: string): string {
  const start = text.slice(0, 8_192).replace(/"[^"]*"/g, '')
  const uses = (separator: string) => start.split(separator).length
  return separators.reduce<string>((best, separator) => (uses(separator) > uses(best) ? separator : best), ',')
}

/** `="00123"`, the way some programs keep leading zeros. */
function plain(field: string): string {
  return /^="(.*)"$/s.exec(field)?.[1] ?? field
}

function* fieldsOf(text: string, separator: string): Generator<{ readonly field: string; readonly endsRecord: boolean }> {
  let position = 0
  while (position <= text.length) {
    let field = ''
    if (text.charAt(position) === '"') {
      for (;;) {
        const close = text.indexOf('"', position + 1)
        field += text.slice(position + 1, close === -1 ? text.length : close)
        position = close === -1 ? text.length : close + 1
        if (text.charAt(position) !== '"') break
        field += '"'
      }
    }
    const start = position
    while (position < text.length && text.charAt(position) !== separator && text.charAt(position) !== '\n' && text.charAt(position) !== '\r') position++
    field += text.slice(start, position)
    const endsRecord = text.charAt(position) !== separator || position >= text.length
    yield { field, endsRecord }
    position += text.startsWith('\r\n', position) ? 2 : 1
    if (endsRecord && position >= text.length) return
  }
}

/** Every record of a table as text, in order; empty lines count as rows, as they do where the file is opened. */
export function* csvRecords(text: string): Generator<readonly string[]> {
  const declared = /^\ufeff?sep=(.)\r?\n/iu.exec(text)
  const separator = declared?.[1] ?? separatorOf(text)
  let record: string[] = []
  for (const { field, endsRecord } of fieldsOf(text.slice(declared?.[0].length ?? 0).replace(/^\ufeff/u, ''), separator)) {
    record.push(plain(field))
    if (!endsRecord) continue
    yield record
    record = []
  }
}

const recordsPerFlush = 200

/** Reads a CSV as a workbook of one sheet. */
export async function readCsv(text: string, sink: RawSink): Promise<void> {
  sink.sheet('CSV', false)
  let row = 0
  for (const record of csvRecords(text)) {
    row++
    const cells = record.flatMap((field, index): RawCell[] => (field.trim() === '' ? [] : [{ kind: 'text', text: field, column: index + 1 }]))
    if (cells.length > 0) sink.row(row, cells)
    if (row % recordsPerFlush === 0) await sink.flush(false)
  }
}
