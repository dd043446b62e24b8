import type { QuarterInput } from '../../../../shared/domain/plans/case.ts'
import type { PlacedBook, PlacedTable } from '../arrange/place.ts'
import type { DraftCell, DraftRow } from '../arrange/draft.ts'

/** One input changed in the case, and the one cell of the working copy that says the same. */
export interface Mutation {
  readonly kind: string
  readonly input: QuarterInput
  readonly cell: { readonly sheet: string; readonly row: number; readonly column: number }
  readonly value: number | string | null
  /** Days are serial numbers; other programs want to be told. */
  readonly isDay: boolean
}

/** Whole numbers from 0 to `below` − 1. */
export type Pick = (below: number) => number

/** A small seeded generator (mulberry32), so that every run can be repeated. */
export function seeded(seed: number): Pick {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

export interface Row {
  readonly table: PlacedTable
  readonly row: DraftRow
  readonly number: number
}

export function rowsOf(book: PlacedBook, key: string): readonly Row[] {
  const table = book.tables.get(key)
  return table ? table.rows.map((row, index) => ({ table, row, number: table.firstRow + index })) : []
}

export function plain(cell: DraftCell | undefined): string | number | null {
  return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.value : cell?.kind === 'date' ? cell.day : null
}

export function chosen<Item>(items: readonly Item[], pick: Pick): Item | null {
  return items[pick(items.length)] ?? null
}

/** What one kind of change makes of a case; null where the case has nothing of the kind. */
export type Change = (context: { readonly book: PlacedBook; readonly input: QuarterInput; readonly pick: Pick }) => Mutation | null

export function mutation(kind: string, { table, number }: Row, field: string, value: number | string | null, input: QuarterInput, isDay = false): Mutation | null {
  const column = table.byField.get(field)
  return column === undefined ? null : { kind, input, cell: { sheet: table.sheet, row: number, column }, value, isDay }
}

export function replaced<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.map((old, at) => (at === index ? item : old))
}

export function score(pick: Pick, max: number): string {
  return (pick(max * 100 + 1) / 100).toFixed(2)
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
