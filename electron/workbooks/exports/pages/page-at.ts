import type { Page, PageCell, PageChart, PageRow } from '../../../../shared/domain/papers/pages.ts'
import { withIdNumbersMasked } from '../../../../shared/domain/people/without-id-numbers.ts'
import { titleStretch } from '../arrange/frame-rows.ts'
import { stretch } from '../arrange/page-width.ts'
import { linesNeeded } from '../arrange/text-width.ts'
import type { Cell, RowModel, SheetModel } from '../model/model.ts'
import type { LaidSheet, Line } from './lay-sheet.ts'
import { isBoxed, pageStyleOf } from './page-styles.ts'
import { shownText } from './shown-text.ts'

/** Places of the printed columns, from 0, by their number on the sheet, from 1; null for a hidden one. */
function printedPlaces({ columns }: SheetModel): readonly (number | null)[] {
  let next = 0
  return [null, ...columns.map(({ hidden }) => (hidden ? null : next++))]
}

/** Draws rows one below the other, leaving out what a merge from above or from the left has taken. */
function rowDrawer({ columns }: SheetModel, places: readonly (number | null)[]): (row: RowModel) => readonly PageCell[] {
  const takenUntil = new Map<number, number>()
  return (row) => {
    const cells: PageCell[] = []
    const merges = new Map(row.merges.map((merge) => [merge.left, merge]))
    for (let column = 1; column <= row.cells.length; column += 1) {
      const cell = row.cells[column - 1] ?? null
      const merge = merges.get(column)
      const right = merge?.right ?? column
      const isTaken = (takenUntil.get(column) ?? 0) >= row.number
      if (merge !== undefined && merge.down > 0) for (let at = column; at <= right; at += 1) takenUntil.set(at, row.number + merge.down)
      if (cell !== null && !isTaken) push(cells, cell, { within: places.slice(column, right + 1).filter((place) => place !== null), width: stretch(columns, column, right).width, down: 1 + (merge?.down ?? 0) })
      column = right
    }
    return cells
  }
}

/** What a page shows of a cell: an 身份证号 that somebody typed into a text is masked as in a column of its own. */
function lookedAt(cell: Cell): string {
  const text = shownText(cell)
  return cell.kind === 'text' || cell.kind === 'formula' ? withIdNumbersMasked(text) : text
}

function push(cells: PageCell[], cell: Cell, { within, width, down }: { readonly within: readonly number[]; readonly width: number; readonly down: number }): void {
  const [at] = within
  const text = lookedAt(cell)
  if (at === undefined || (text === '' && !isBoxed(cell.style.role))) return
  cells.push({ at, across: within.length, down, text, wraps: isLong(cell, text, width), style: pageStyleOf(cell.style) })
}

/** Whether a text takes several lines, by the measure that made the rows as high as they are; numbers never do. */
function isLong({ kind, style }: Cell, text: string, width: number): boolean {
  return (kind === 'text' || kind === 'formula') && linesNeeded(text, style.role === 'title' ? width / titleStretch : width) > 1
}

function chartOf({ chart }: SheetModel, first: number, end: number, above: number): PageChart | null {
  if (chart === null || chart.anchor.fromRow < first || chart.anchor.fromRow >= end) return null
  const { title, axisTitle, categories, series, anchor } = chart
  const place = (row: number): number => row - first + above
  return { title, axisTitle, categories: categories.texts, series: series.map(({ name, values }) => ({ name, values })), from: place(anchor.fromRow), to: place(Math.min(anchor.toRow, end - 1)) }
}

/** One page of a sheet, counted from 1; without rows where the sheet has no such page. */
export function pageAt({ sheet, lines, starts, repeated }: LaidSheet, number: number): Page {
  const first = starts[number - 1] ?? lines.length
  const end = starts[number] ?? lines.length
  const headings: readonly Line[] = repeated !== null && first >= repeated.end ? lines.slice(repeated.first, repeated.end) : []
  const draw = rowDrawer(sheet, printedPlaces(sheet))
  const rows = [...headings, ...lines.slice(first, end)].map(({ height, row }): PageRow => ({ height, cells: row === null ? [] : draw(row) }))
  return { number, rows, chart: chartOf(sheet, first, end, headings.length) }
}

/** Pages from one on, no more than there are. */
export function pagesOf(laid: LaidSheet, from = 1, count = laid.starts.length): readonly Page[] {
  const last = Math.min(laid.starts.length, from + count - 1)
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, place) => pageAt(laid, from + place))
}
