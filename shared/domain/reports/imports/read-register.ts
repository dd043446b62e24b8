import type { RegisterColumnType } from '../../registers/codes.ts'
import { bodyRows, type BodyRow } from './body-rows.ts'
import type { ColumnSpec, KindSpec } from './columns.ts'
import { findTable } from './find-table.ts'
import { headingForms } from './headings.ts'
import type { RawWorkbook } from '../../cells/raw-workbook.ts'
import { isBlankMark, readDate } from '../../cells/read-date.ts'
import { readTextOf } from './read-text.ts'
import type { GridCell } from './sheet-grid.ts'
import type { ImportChoice, ReadRow, RecognisedTable, RegisterDraft, RegisterShape } from './types.ts'

/** Values that clerks write once for a block of rows, as a merged cell or with 同上. */
const filledDown: readonly RegisterColumnType[] = ['date', 'choice', 'person', 'village']

/** What tells a register's table: a heading for each column, by its title with or without the unit. Without a text column that must be filled, the first column names the rows. */
export function registerKind({ columns }: RegisterShape): KindSpec {
  const anchor = columns.find(({ type, required }) => type === 'text' && required) ?? columns.find(({ required }) => required) ?? columns[0]
  const seq: ColumnSpec = { key: 'seq', label: '序号', headings: ['序号', '序', '行号'] }
  const specs = columns.map(({ key, title, type }): ColumnSpec => ({ key, label: title, headings: headingForms(title), ...(filledDown.includes(type) ? { fillDown: true as const } : {}) }))
  return { kind: 'registers', anchor: anchor?.key ?? '', telling: [], minimum: Math.min(2, columns.length), columns: [seq, ...specs] }
}

/** The rows of a register in a workbook, each cell as its text; null when no sheet has its headings. The values are read when they are matched, for they name people and villages. */
export function readRegisterTable(workbook: RawWorkbook, shape: RegisterShape, choice: ImportChoice = {}): { readonly table: RecognisedTable; readonly given: readonly string[]; readonly rows: readonly ReadRow<RegisterDraft, never>[] } | null {
  const kind = registerKind(shape)
  const found = findTable(kind, workbook, choice)
  if (found === null) return null
  const rows = bodyRows(kind, found, () => false)
  const given = [...found.columnOf.keys()].filter((key) => key !== 'seq')
  return { table: found.table, given, rows: rows.map((row) => readRow(row, shape, kind)) }
}

function readRow(row: BodyRow<string>, { columns }: RegisterShape, kind: KindSpec): ReadRow<RegisterDraft, never> {
  const cells = columns.flatMap(({ key, type }): [string, string][] => {
    const cell = row.cells.get(key)
    const text = cell === undefined || (marksNothing(type) && isBlankMark(cell.text)) ? '' : textOf(cell, type)
    return text === '' ? [] : [[key, text]]
  })
  return { row: row.row, draft: { cells: Object.fromEntries(cells) }, errors: [], notices: [], read: readTextOf(kind, row) }
}

/** Whether `/`, `—` and `无` say that there is nothing; in a text they may be what was meant. */
function marksNothing(type: RegisterColumnType): boolean {
  return type !== 'text' && type !== 'long_text'
}

/** A day in whatever form the workbook holds it; a long text with its line breaks. */
function textOf({ raw, text }: GridCell, type: RegisterColumnType): string {
  if (type === 'date') {
    const reading = readDate(raw)
    return reading.kind === 'date' && reading.day !== null ? reading.day : text
  }
  return type === 'long_text' && raw.kind === 'text' ? raw.text : text
}
