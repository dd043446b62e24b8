import type { RowModel, SheetModel } from '../exports/model/model.ts'
import type { BookPerson } from './data.ts'

/** What may be typed into an open cell. */
export type Entry = { readonly kind: 'band'; readonly bands: readonly string[] } | { readonly kind: 'score'; readonly max: string } | { readonly kind: 'note' }

export interface OpenCell {
  readonly row: number
  readonly column: number
  readonly entry: Entry
}

/** Where a sheet keeps what is given; people by the row they stand in. */
export interface Rating {
  readonly sheetId: string
  readonly title: string
  readonly columns: { readonly band: number | null; readonly score: number; readonly note: number }
  readonly people: readonly { readonly row: number; readonly person: BookPerson }[]
}

/** A worksheet of a score book: all cells are fixed but the open ones. `rating` is null for 说明. */
export interface BookSheet extends Omit<SheetModel, 'rows' | 'chart' | 'streamed'> {
  readonly rows: readonly RowModel[]
  readonly open: readonly OpenCell[]
  readonly rating: Rating | null
}

export interface ScoreBook {
  readonly title: string
  readonly author: string
  readonly sheets: readonly BookSheet[]
  /** Where 校验码 stands: the one fixed cell that it does not cover. */
  readonly code: { readonly sheet: string; readonly row: number; readonly column: number }
}
