/** A workbook as it was found: cell values without meaning. Plain data, so it crosses a process boundary as it is. */

/** `serial` counts days of the 1900 system (1900-01-01 = 1); a fraction is the time of day. `format` is the number format where it is not General. */
export type RawValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null }
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }

/** Empty cells are absent. `column` counts from 1 (A). */
export type RawCell = RawValue & { readonly column: number }

/** `row` is the number the user sees at the left of the sheet; rows without a value are absent. */
export interface RawRow {
  readonly row: number
  readonly cells: readonly RawCell[]
}

/** Corners included, counted from 1. */
export interface RawRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly RawRange[]
  readonly rows: readonly RawRow[]
}

/** A CSV is a workbook of one sheet in which every cell is text. */
export interface RawWorkbook {
  readonly source: 'xlsx' | 'csv'
  readonly sheets: readonly RawSheet[]
}
