import type { PageForm } from '../../../../shared/domain/papers/pages.ts'
import type { RowModel, SheetModel } from '../model/model.ts'
import { plainRowHeight, printSetup } from '../model/print-setup.ts'
import { pageStyles } from './page-styles.ts'

/** A row of a sheet as it takes room on paper; `row` is null where nothing was written. */
export interface Line {
  readonly height: number
  readonly row: RowModel | null
}

/** A sheet cut into pages: `starts` tells for each the first of its lines; `repeated` lines stand above those of every page that begins below them. */
export interface LaidSheet {
  readonly sheet: SheetModel
  readonly form: PageForm
  readonly lines: readonly Line[]
  readonly starts: readonly number[]
  readonly repeated: { readonly first: number; readonly end: number } | null
}

/** Millimetres of one character of the standard font, Calibri 11: seven pixels. Columns are measured in it. */
export const standardCharacter = (7 / 96) * 25.4

const pointsPerMillimetre = 72 / 25.4

/** Points by which a row may pass the end of a page: spreadsheets reckon in whole twentieths of a point. */
const tolerance = 0.1

/** Spreadsheets give a row as many whole pixels, of 0.75 points each, as its height has. */
function wholePixels(points: number): number {
  return Math.floor(points / 0.75) * 0.75
}

/** The rows from 1 on without a gap, down to the foot of a chart. */
function linesOf(sheet: SheetModel): readonly Line[] {
  const lines: Line[] = []
  const blank: Line = { height: plainRowHeight, row: null }
  for (const row of sheet.rows) {
    while (lines.length < row.number - 1) lines.push(blank)
    lines.push({ height: wholePixels(row.height ?? plainRowHeight), row })
  }
  while (sheet.chart !== null && lines.length <= sheet.chart.anchor.toRow) lines.push(blank)
  return lines
}

function heightOf(lines: readonly Line[], first: number, end: number): number {
  let height = 0
  for (let at = first; at < end; at += 1) height += lines[at]?.height ?? 0
  return height
}

/** Where pages begin: at a break that was asked for, and where the next row, or the chart as a whole, has no room left. */
function cutPages({ chart }: SheetModel, lines: readonly Line[], repeated: LaidSheet['repeated'], room: number): readonly number[] {
  const starts = [0]
  let used = 0
  let isFresh = true
  lines.forEach(({ height }, at) => {
    const block = at === chart?.anchor.fromRow ? heightOf(lines, at, chart.anchor.toRow + 1) : height
    const isAsked = at > 0 && lines[at - 1]?.row?.pageBreakAfter === true
    if (isAsked || (!isFresh && used + block > room + tolerance)) {
      starts.push(at)
      used = repeated !== null && at >= repeated.end ? heightOf(lines, repeated.first, repeated.end) : 0
    }
    isFresh = false
    used += height
  })
  return starts
}

interface Cut {
  readonly scale: number
  readonly starts: readonly number[]
}

/** A little smaller where that spares an almost empty page, as LibreOffice does (tdf#103516). */
function sparePage(fitting: number, cut: (scale: number) => Cut): Cut {
  const whole = cut(fitting)
  if (whole.starts.length === 1) return whole
  const smaller = cut(Math.floor(fitting * 0.98))
  return smaller.starts.length < whole.starts.length ? smaller : whole
}

/**
 * Cuts a sheet into the pages that a spreadsheet prints of it: A4, as wide as one page, headings repeated. `character`: how wide,
 * in millimetres, the program that prints takes a character of the standard font; one without Calibri takes another.
 */
export function laySheet(sheet: SheetModel, character = standardCharacter): LaidSheet {
  const { paper, margins } = printSetup
  const isWide = sheet.orientation === 'landscape'
  const [width, height] = isWide ? [paper.long, paper.short] : [paper.short, paper.long]
  const columns = sheet.columns.filter(({ hidden }) => !hidden).map((column) => column.width * character)
  const whole = columns.reduce((total, column) => total + column, 0)
  const fitting = Math.min(100, Math.floor((100 * (width - margins.left - margins.right)) / whole))
  const lines = linesOf(sheet)
  const repeated = sheet.titleRows === null ? null : { first: sheet.titleRows.first - 1, end: sheet.titleRows.last }
  const cut = (scale: number) => ({ scale, starts: cutPages(sheet, lines, repeated, ((height - margins.top - margins.bottom) * pointsPerMillimetre * 100) / scale) })
  const { scale, starts } = sparePage(fitting, cut)
  const { left, right, top, bottom, footer: foot } = margins
  const form = { name: sheet.name, orientation: sheet.orientation, paper: { width, height }, margins: { left, right, top, bottom, foot }, scale, columns, styles: pageStyles, pages: starts.length }
  return { sheet, form, lines, starts, repeated }
}
