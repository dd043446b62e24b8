import { tidyText } from '../../cells/clean-text.ts'
import { dayOfSerial } from '../../cells/read-date.ts'
import type { RawCell, RawRange, RawSheet, RawValue } from '../../cells/raw-workbook.ts'

/** Nothing is looked for right of this column. */
export const lastColumnRead = 256

/** A cell as its reader sees it, without hidden characters; an error value (#N/A) says nothing and is empty. */
export function cellText(value: RawValue | undefined): string {
  switch (value?.kind) {
    case undefined:
    case 'error':
      return ''
    case 'text':
      return tidyText(value.text)
    case 'number':
      return String(value.value)
    case 'date':
      return dayOfSerial(value.serial) ?? ''
    case 'boolean':
      return value.value ? '是' : '否'
  }
}

/** A cell with its text, which is asked for again and again. */
export interface GridCell {
  readonly raw: RawCell
  readonly text: string
}

export interface GridRow {
  readonly row: number
  /** Cells with a text, by column from left to right. */
  readonly cells: ReadonlyMap<number, GridCell>
}

/** A sheet for looking up: rows in order, and what merged cells hold. */
export interface SheetGrid {
  readonly rows: readonly GridRow[]
  cell(row: number, column: number): GridCell | undefined
  /** The merged range that covers a cell of the first rows, where headings stand. */
  headMerge(row: number, column: number): RawRange | undefined
  /** Columns that a merged range beginning in this cell covers; 1 for a cell of its own. */
  span(row: number, column: number): number
  /** Value of the vertically merged cell that begins above this row in this very column. */
  mergedAbove(row: number, column: number): GridCell | undefined
}

/** Headings are looked for down to this row; lower merges matter only for the body. */
export const lastHeadRow = 40

const at = (row: number, column: number) => row * 1_024 + column

function paintHead(merges: readonly RawRange[]): ReadonlyMap<number, RawRange> {
  const painted = new Map<number, RawRange>()
  // Merged ranges never overlap in a real sheet, so there is no more to paint than there are cells.
  let left = lastHeadRow * lastColumnRead
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, lastHeadRow) && left > 0; row++) {
      for (let column = merge.left; column <= Math.min(merge.right, lastColumnRead); column++, left--) painted.set(at(row, column), merge)
    }
  }
  return painted
}

function tallByColumn(merges: readonly RawRange[]): ReadonlyMap<number, readonly RawRange[]> {
  const tall = merges.filter((merge) => merge.bottom > merge.top).sort((a, b) => a.top - b.top)
  return Map.groupBy(tall, (merge) => merge.left)
}

/** The last range that begins at or above the row, by halving. */
function lastBegun(ranges: readonly RawRange[], row: number): RawRange | undefined {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.top ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return ranges[low - 1]
}

function cellsByColumn(cells: readonly RawCell[]): ReadonlyMap<number, GridCell> {
  const byColumn = new Map<number, GridCell>()
  for (const raw of cells) {
    const text = raw.column <= lastColumnRead ? cellText(raw) : ''
    if (text !== '') byColumn.set(raw.column, { raw, text })
  }
  return byColumn
}

/** Prepares a sheet for looking up; columns right of `lastColumnRead` are left out. */
export function gridOf(sheet: RawSheet): SheetGrid {
  const rows = sheet.rows
    .map(({ row, cells }) => ({ row, cells: cellsByColumn(cells) }))
    .filter(({ cells }) => cells.size > 0)
    .sort((a, b) => a.row - b.row)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const head = paintHead(sheet.merges)
  const tall = tallByColumn(sheet.merges)
  const spans = new Map(sheet.merges.filter((merge) => merge.right > merge.left).map((merge) => [at(merge.top, merge.left), merge.right - merge.left + 1]))
  const cell = (row: number, column: number) => byRow.get(row)?.cells.get(column)
  return {
    rows,
    cell,
    headMerge: (row, column) => head.get(at(row, column)),
    span: (row, column) => spans.get(at(row, column)) ?? 1,
    mergedAbove: (row, column) => {
      const merge = lastBegun(tall.get(column) ?? [], row)
      return merge && merge.top < row && merge.bottom >= row ? cell(merge.top, column) : undefined
    },
  }
}
