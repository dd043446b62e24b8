import { checkValue, parseCell, textOfValue } from './cell-text.ts'
import { extentOf } from './range.ts'
import type { CellAt, Extent, Range } from './range.ts'
import type { CellValue, GridColumn, GridEditing } from './types.ts'
import { words } from './vocabulary.ts'

/** What is to stand in a cell: text to be read, or a value already known to the same column. */
export type Content = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly value: CellValue }

export interface PlannedCell {
  readonly at: CellAt
  readonly content: Content
}

export interface Plan {
  readonly cells: readonly PlannedCell[]
  /** The cells it covers, to be selected afterwards. */
  readonly range: Range
  /** Why part of it found no place, or null. */
  readonly overflow: string | null
}

/**
 * Where the cells of a clipboard land: one cell fills the range, a range that is a multiple of the clip is tiled,
 * anything else starts at the range's corner. What would stand outside the list is left out and said in `overflow`.
 */
export function layPaste(clip: readonly (readonly string[])[], range: Range, extent: Extent): Plan {
  const rows = clip.length
  const columns = Math.max(0, ...clip.map((cells) => cells.length))
  const target = extentOf(range)
  const tiled = columns > 0 && target.rows % rows === 0 && target.columns % columns === 0
  const wanted = tiled ? target : { rows, columns }
  const room = { rows: extent.rows - range.top, columns: extent.columns - range.left }
  const taken = { rows: Math.min(wanted.rows, room.rows), columns: Math.min(wanted.columns, room.columns) }
  const cells: PlannedCell[] = []
  for (let row = 0; row < taken.rows; row += 1) {
    for (let column = 0; column < taken.columns; column += 1) {
      const text = clip[row % rows]?.[column % columns]
      if (text !== undefined) cells.push({ at: { row: range.top + row, column: range.left + column }, content: { kind: 'text', text } })
    }
  }
  const overflow = wanted.rows > room.rows ? words.beyondRows(wanted.rows, room.rows) : wanted.columns > room.columns ? words.beyondColumns(wanted.columns, room.columns) : null
  return { cells, overflow, range: { top: range.top, left: range.left, bottom: range.top + taken.rows - 1, right: range.left + taken.columns - 1 } }
}

/** A cell to be filled and the one it takes its content from. */
export interface FillPair {
  readonly from: CellAt
  readonly to: CellAt
}

/** The source repeated over the rest of `target`, which contains it. */
export function layFill(source: Range, target: Range): readonly FillPair[] {
  const { rows, columns } = extentOf(source)
  const place = (at: number, start: number, count: number) => start + ((((at - start) % count) + count) % count)
  const pairs: FillPair[] = []
  for (let row = target.top; row <= target.bottom; row += 1) {
    for (let column = target.left; column <= target.right; column += 1) {
      if (row >= source.top && row <= source.bottom && column >= source.left && column <= source.right) continue
      pairs.push({ from: { row: place(row, source.top, rows), column: place(column, source.left, columns) }, to: { row, column } })
    }
  }
  return pairs
}

/** A cell that is to change, with what stood there. */
export interface CellChange {
  readonly key: string
  readonly field: string
  readonly before: CellValue
  readonly after: CellValue
  /** How each reads, shown until the row is loaded again. */
  readonly beforeText: string
  readonly afterText: string
}

/** A cell that may not take what was meant for it. */
export interface CellFault {
  readonly key: string
  readonly field: string
  /** The row's place in the list, if it is known. */
  readonly row: number | null
  /** What was to stand there. */
  readonly text: string
  readonly reason: string
}

export interface Checked {
  readonly changes: readonly CellChange[]
  readonly faults: readonly CellFault[]
}

/** What is said of a step that changes more rows than one call takes, or null. */
export function limitFault({ changes }: Checked, limit: GridEditing['limit']): string | null {
  return limit && new Set(changes.map(({ key }) => key)).size > limit.rows ? limit.sentence : null
}

export interface CheckContext<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly rowAt: (row: number) => Row | undefined
  readonly key: (row: Row) => string
  /** The value at present, which a step not yet loaded again may have changed. */
  readonly present: (row: Row, column: GridColumn<Row>) => CellValue
  readonly today: string
  /** What happens to a column that nobody may edit: a paste is refused, a fill or a clearing passes over it. */
  readonly readOnly: 'refuse' | 'skip'
}

/** Every cell of a plan under the rules of its column. A cell that would not change is in neither list, whatever its rules. */
export function checkCells<Row>(cells: readonly PlannedCell[], context: CheckContext<Row>): Checked {
  const changes: CellChange[] = []
  const faults: CellFault[] = []
  for (const { at, content } of cells) {
    const column = context.columns[at.column]
    const row = context.rowAt(at.row)
    if (!column) continue
    const text = content.kind === 'text' ? content.text : String(content.value ?? '')
    if (row === undefined) {
      faults.push({ key: '', field: column.field, row: at.row, text, reason: words.rowNotLoaded })
      continue
    }
    const outcome = checkCell(content, row, column, context)
    const place = { key: context.key(row), field: column.field }
    if (outcome.kind === 'fault') faults.push({ ...place, row: at.row, text, reason: outcome.reason })
    else if (outcome.kind === 'change') changes.push({ ...place, before: outcome.before, after: outcome.after, beforeText: outcome.beforeText, afterText: outcome.afterText })
  }
  return { changes, faults }
}

type CellOutcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'fault'; readonly reason: string }
  | { readonly kind: 'change'; readonly before: CellValue; readonly after: CellValue; readonly beforeText: string; readonly afterText: string }

const plain = (text: string) => text.trim().replaceAll('\r\n', '\n')
const filled = (value: CellValue) => (value === '' ? null : value)

function checkCell<Row>(content: Content, row: Row, column: GridColumn<Row>, context: CheckContext<Row>): CellOutcome {
  const { edit, title } = column
  if (!edit) {
    const unchanged = context.readOnly === 'skip' || (content.kind === 'text' && plain(content.text) === plain(column.text(row)))
    return unchanged ? { kind: 'same' } : { kind: 'fault', reason: words.readOnlyColumn(title) }
  }
  const before = filled(context.present(row, column))
  const beforeText = textOfValue(edit, before, row)
  if (content.kind === 'text' && plain(content.text) === plain(beforeText)) return { kind: 'same' }
  const parsing = { row, title, today: context.today }
  const parsed = content.kind === 'text' ? parseCell(edit, content.text, parsing) : checkValue(edit, filled(content.value), parsing)
  if (parsed.kind === 'value' && filled(parsed.value) === before) return { kind: 'same' }
  const allowed = edit.editable?.(row) ?? true
  if (allowed !== true) return { kind: 'fault', reason: allowed }
  if (parsed.kind === 'fault') return parsed
  const after = filled(parsed.value)
  return { kind: 'change', before, after, beforeText, afterText: textOfValue(edit, after, row) }
}
