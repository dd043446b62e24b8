import { isSingle, rangeOf, singleCell } from './range.ts'
import type { Selection } from './range.ts'

/** The keys of the rows where a selection begins and ends; null of one that is not loaded. */
export interface Seat {
  readonly active: string | null
  readonly corner: string | null
}

export interface SeatRows {
  readonly keyAt: (row: number) => string | null
  readonly placeOf: (key: string) => number | null
}

export interface Seated {
  readonly selection: Selection
  readonly seat: Seat
  /** The row that was selected is nowhere among the loaded ones: what stands in its place is another. */
  readonly isLost: boolean
}

export function seatOf({ active, corner }: Selection, { keyAt }: SeatRows): Seat {
  return { active: keyAt(active.row), corner: keyAt(corner.row) }
}

/** The selection at the rows it was made on, after a reload may have moved them; a range that would not be the same one is given up. */
export function reseated(selection: Selection, seat: Seat, rows: SeatRows): Seated {
  const { active, corner } = selection
  const here = placeOf(active.row, seat.active, rows)
  if (here === null) return { selection: isSingle(rangeOf(selection)) ? selection : singleCell(active), seat: { active: seat.active, corner: seat.active }, isLost: true }
  const there = placeOf(corner.row, seat.corner, rows)
  if (here === active.row && there === corner.row) return { selection, seat: { active: seat.active ?? rows.keyAt(here), corner: seat.corner ?? rows.keyAt(there) }, isLost: false }
  if (there !== null && there - here === corner.row - active.row) return { selection: { active: { ...active, row: here }, corner: { ...corner, row: there } }, seat, isLost: false }
  return { selection: singleCell({ ...active, row: here }), seat: { active: seat.active, corner: seat.active }, isLost: false }
}

/** Where the row stands that stood at `row`; there still, while nothing is known to the contrary. */
function placeOf(row: number, key: string | null, { keyAt, placeOf: find }: SeatRows): number | null {
  const present = keyAt(row)
  return key === null || present === null || present === key ? row : find(key)
}
