import type { ColumnSpec, KindSpec } from '../columns.ts'
import type { ListKind } from './codes.ts'

/**
 * How a cell is read, and what stands in the row then:
 * `text` as written · `code` without spaces · `person` a name, perhaps with its module behind it in brackets · `idNo` 18 digits ·
 * `day` `YYYY-MM-DD` (`month`: the day meant where only a month is written) · `decimal` and `whole` plain digits · `rank` digits or `unranked` ·
 * `choice` a code by its words · `word` a code that the township names, see `ImportContext.words` · `module` its code · `quarter` `2026Q1`.
 */
export type CellReading =
  | { readonly as: 'text' | 'code' | 'person' | 'idNo' | 'word' | 'module' | 'quarter' | 'rank' }
  | { readonly as: 'day'; readonly month: 'first' | 'last' | 'refused' }
  | { readonly as: 'decimal'; readonly decimals: number; readonly least: number; readonly most: number }
  | { readonly as: 'whole'; readonly least: number; readonly most: number }
  | { readonly as: 'choice'; readonly words: Readonly<Record<string, readonly string[]>> }

/** `required`: an empty cell is an error. `hint` is what the blank form says of the column. */
export interface ListColumn<Key extends string = string> extends ColumnSpec<Key> {
  readonly reading: CellReading
  readonly required?: true
  readonly hint?: string
}

/** `range`: the second day is not before the first. */
export interface ListSpec<Key extends string = string> extends KindSpec<Key> {
  readonly kind: ListKind
  readonly columns: readonly ListColumn<Key>[]
  readonly range?: readonly [from: Key, to: Key]
}

/** What stands in the cells of a row that hold something, by column. */
export type Cells<Key extends string> = ReadonlyMap<Key, string>

/** The mark of a village that a period does not rank. */
export const unranked = 'unranked'
