import type { ColumnModel } from '../model/model.ts'
import type { PlacedSheet } from './place.ts'

/** The columns of a sheet: where tables share one, it is as wide as the widest, and hidden only when hidden in all. */
export function sheetColumns(sheet: PlacedSheet): readonly ColumnModel[] {
  const columns: ColumnModel[] = []
  for (const table of sheet.tables) {
    for (const { column, width, hidden, withheld } of table.columns) {
      const known = columns[column - 1]
      const shown = hidden ? 0 : width
      columns[column - 1] = known === undefined ? { width, hidden, withheld } : { width: known.hidden ? (hidden ? known.width : shown) : Math.max(known.width, shown), hidden: known.hidden && hidden, withheld: known.withheld === true && withheld }
    }
  }
  return columns
}

/** Columns from `left` to `right`, both counted from 1, and how wide they are together. */
export interface Stretch {
  readonly left: number
  readonly right: number
  readonly width: number
}

/** The page from its first to its last visible column. */
export function pageStretch(columns: readonly ColumnModel[]): Stretch {
  const last = columns.findLastIndex((column) => !column.hidden)
  return stretch(columns, 1, Math.max(1, last + 1))
}

export function stretch(columns: readonly ColumnModel[], left: number, right: number): Stretch {
  const width = columns.slice(left - 1, right).reduce((total, column) => total + (column.hidden ? 0 : column.width), 0)
  return { left, right, width }
}

/** Points of A4 within the margins of `write/write-workbook.ts`, and of a character of the standard font. */
const paper = { landscape: { width: 757, height: 499 }, portrait: { width: 510, height: 746 } } as const
const characterWidth = 5.25
/** Programs differ a little in how high and wide they print. */
const safety = 0.94

/** Points of rows that stand on one printed page of a sheet one page wide, before it is made smaller to fit. */
export function pageRoom(columns: readonly ColumnModel[], orientation: keyof typeof paper): number {
  const { width, height } = paper[orientation]
  const scale = Math.min(1, width / (pageStretch(columns).width * characterWidth))
  return (height / scale) * safety
}

/** Cuts the page into neighbouring stretches of about these shares of its width; null when it has too few columns. */
export function cutPage(columns: readonly ColumnModel[], shares: readonly number[]): readonly Stretch[] | null {
  const page = pageStretch(columns)
  const whole = shares.reduce((total, share) => total + share, 0)
  const cuts: Stretch[] = []
  let left = 1
  let wanted = 0
  for (const [index, share] of shares.entries()) {
    wanted += (share / whole) * page.width
    let right = left
    const isLast = index === shares.length - 1
    while (right < page.right && (isLast || stretch(columns, 1, right).width < wanted - (columns[right]?.width ?? 0) / 2)) right += 1
    if (left > page.right || (!isLast && right >= page.right)) return null
    cuts.push(stretch(columns, left, right))
    left = right + 1
  }
  return cuts
}
