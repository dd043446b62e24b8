import { columnNumber } from '../model/address.ts'
import type { SheetDigest, WorkbookDigest } from './digest.ts'
import { addressOf, type CellPlace } from './kept-cells.ts'

export interface ChangedCell {
  readonly sheet: string
  readonly cell: string
}

/** So many changed cells are named; all are counted. */
export const mostNamed = 200

/** Which sheets are to be looked at cell by cell, and which are changed as they stand. */
export interface SheetComparison {
  readonly differing: readonly string[]
  readonly missingSheets: readonly string[]
  readonly addedSheets: readonly string[]
  /** Names that the file gives to several sheets: no one can tell which of them another program shows. */
  readonly repeatedSheets: readonly string[]
}

/** `cells`: the first `mostNamed` of `count`, in the order of the logged sheets, then row by row. `unlocated`: sheets that differ without a cell that does. */
export interface DigestComparison extends Omit<SheetComparison, 'differing'> {
  readonly state: 'unchanged' | 'changed'
  readonly cells: readonly ChangedCell[]
  readonly count: number
  readonly unlocated: readonly string[]
}

type NamedDigest = Pick<SheetDigest, 'name' | 'digest'>

/** Compares the sheets of a file with those logged by their names and digests. */
export function compareSheets(logged: readonly NamedDigest[], found: readonly NamedDigest[]): SheetComparison {
  const seen = new Map<string, string>()
  const repeated = new Set<string>()
  for (const { name, digest } of found) {
    if (seen.has(name)) repeated.add(name)
    seen.set(name, digest)
  }
  const names = new Set(logged.map(({ name }) => name))
  return {
    differing: logged.filter(({ name, digest }) => seen.has(name) && !repeated.has(name) && seen.get(name) !== digest).map(({ name }) => name),
    missingSheets: [...names].filter((name) => !seen.has(name)),
    addedSheets: [...seen.keys()].filter((name) => !names.has(name) && !repeated.has(name)),
    repeatedSheets: [...repeated],
  }
}

/** Numbers that put columns in their order; those of cells without a place come first. */
function columnOrder(column: string): number {
  return /^[A-Z]/.test(column) ? columnNumber(column) : 0
}

function inOrder(a: CellPlace, b: CellPlace): number {
  return a.row - b.row || columnOrder(a.column) - columnOrder(b.column)
}

/** The first changed places of a sheet, without keeping the others. */
function changedPlaces(logged: SheetDigest, found: SheetDigest): { readonly first: readonly CellPlace[]; readonly count: number } {
  let first: CellPlace[] = []
  let count = 0
  const prune = () => {
    first = first.sort(inOrder).slice(0, mostNamed)
  }
  for (const column of new Set([...logged.cells.keys(), ...found.cells.keys()])) {
    const [was, is] = [logged.cells.get(column) ?? new Map<number, string>(), found.cells.get(column) ?? new Map<number, string>()]
    const changed: number[] = []
    for (const [row, digest] of is) if (was.get(row) !== digest) changed.push(row)
    for (const row of was.keys()) if (!is.has(row)) changed.push(row)
    count += changed.length
    for (const row of changed.sort((a, b) => a - b).slice(0, mostNamed)) first.push({ column, row })
    if (first.length > 20 * mostNamed) prune()
  }
  prune()
  return { first, count }
}

/** Which cells of a file differ from what was exported. */
export function compareDigests(logged: Pick<WorkbookDigest, 'sheets'>, found: Pick<WorkbookDigest, 'sheets'>): DigestComparison {
  const { differing, ...whole } = compareSheets(logged.sheets, found.sheets)
  const cells: ChangedCell[] = []
  const unlocated: string[] = []
  let count = 0
  for (const sheet of logged.sheets) {
    const other = differing.includes(sheet.name) ? found.sheets.find(({ name }) => name === sheet.name) : undefined
    if (other === undefined) continue
    const changed = changedPlaces(sheet, other)
    if (changed.count === 0) unlocated.push(sheet.name)
    count += changed.count
    for (const place of changed.first.slice(0, mostNamed - cells.length)) cells.push({ sheet: sheet.name, cell: addressOf(place) })
  }
  const isSame = count + unlocated.length + whole.missingSheets.length + whole.addedSheets.length + whole.repeatedSheets.length === 0
  return { state: isSame ? 'unchanged' : 'changed', cells, count, unlocated, ...whole }
}
