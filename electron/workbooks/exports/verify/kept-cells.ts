import { cellPosition, columnLetters } from '../../imports/xlsx/references.ts'
import { isOdd } from './cell-digest.ts'

/** The digests of a sheet's cells by column, then by row. A name that is no place in a sheet is a column of its own, `?` before it, with the row 0. */
export interface KeptCells {
  readonly keys: () => Iterable<string>
  readonly get: (column: string) => ReadonlyMap<number, string> | undefined
}

export interface CellPlace {
  readonly column: string
  readonly row: number
}

const noPlace = '?'
const longestName = 20

/** Where an address says its cell stands. */
export function placeOf(address: string): CellPlace {
  const at = cellPosition(address)
  const column = at === null ? '' : columnLetters(at.column)
  return at !== null && address === `${column}${String(at.row)}` ? { column, row: at.row } : { column: `${noPlace}${address.slice(0, longestName)}`, row: 0 }
}

export function isPlace({ row }: CellPlace): boolean {
  return row > 0
}

/** As people call it; empty for what gives no place at all. */
export function addressOf({ column, row }: CellPlace): string {
  return row > 0 ? `${column}${String(row)}` : column.slice(noPlace.length)
}

/** Keeps a digest at its row; of several the odd one. */
export function keepAt(cells: Map<number, string>, row: number, digest: string): void {
  if (!isOdd(cells.get(row))) cells.set(row, digest)
}
