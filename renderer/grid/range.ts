/** A cell by its place: row in the list, column among those shown; both from 0. */
export interface CellAt {
  readonly row: number
  readonly column: number
}

/** Both ends belong to it. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** How many rows and columns there are. */
export interface Extent {
  readonly rows: number
  readonly columns: number
}

/** The active cell, where typing goes, and the opposite corner of the range. */
export interface Selection {
  readonly active: CellAt
  readonly corner: CellAt
}

export function singleCell(at: CellAt): Selection {
  return { active: at, corner: at }
}

export function rangeOf({ active, corner }: Selection): Range {
  return {
    top: Math.min(active.row, corner.row),
    left: Math.min(active.column, corner.column),
    bottom: Math.max(active.row, corner.row),
    right: Math.max(active.column, corner.column),
  }
}

export function extentOf(range: Range): Extent {
  return { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
}

export function isSingle(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right
}

export function contains(range: Range, at: CellAt): boolean {
  return at.row >= range.top && at.row <= range.bottom && at.column >= range.left && at.column <= range.right
}

/** The nearest cell within the extent, which must not be empty. */
export function within(at: CellAt, extent: Extent): CellAt {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
  return { row: clamp(at.row, extent.rows), column: clamp(at.column, extent.columns) }
}

/** The selection after the list or its columns became shorter. */
export function selectionWithin(selection: Selection, extent: Extent): Selection {
  return { active: within(selection.active, extent), corner: within(selection.corner, extent) }
}

/** The next cell in reading order: at the end of a row the first of the next; null past the last (or before the first). */
export function nextInReading(at: CellAt, step: 1 | -1, extent: Extent): CellAt | null {
  const place = at.row * extent.columns + at.column + step
  if (place < 0 || place >= extent.rows * extent.columns) return null
  return { row: Math.floor(place / extent.columns), column: place % extent.columns }
}

export function isSame(a: CellAt, b: CellAt): boolean {
  return a.row === b.row && a.column === b.column
}

/** The next cell for which `fits` holds, down the column and then down the columns right of it; the cell itself where none follows. */
export function nextInColumns(at: CellAt, { rows, columns }: Extent, fits: (at: CellAt) => boolean): CellAt {
  for (let column = at.column; column < columns; column += 1) {
    for (let row = column === at.column ? at.row + 1 : 0; row < rows; row += 1) if (fits({ row, column })) return { row, column }
  }
  return at
}

/**
 * The range the fill handle covers when dragged to `at`: the source grown along one axis, the one it was dragged further on;
 * null while the pointer is within the source.
 */
export function fillRange(source: Range, at: CellAt): Range | null {
  const down = Math.max(at.row - source.bottom, source.top - at.row, 0)
  const across = Math.max(at.column - source.right, source.left - at.column, 0)
  if (down === 0 && across === 0) return null
  if (down >= across) return { ...source, top: Math.min(source.top, at.row), bottom: Math.max(source.bottom, at.row) }
  return { ...source, left: Math.min(source.left, at.column), right: Math.max(source.right, at.column) }
}
