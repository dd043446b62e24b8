import { createContext, use } from 'react'
import type { KeyboardEvent } from 'react'
import type { ColumnFilter, GridFilter, RowChoice } from './types.ts'

/** A header as its cell needs it. */
export interface HeadColumn {
  readonly field: string
  readonly title: string
  readonly sortable: boolean
  readonly filter: ColumnFilter | undefined
}

/** What the cells that AG Grid draws for us need to know. */
export interface SheetView {
  readonly column: (field: string) => HeadColumn | undefined
  readonly sortOf: (field: string) => { readonly descending: boolean; readonly place: number | null } | null
  readonly filterOf: (field: string) => GridFilter | undefined
  readonly onSort: (field: string, additional: boolean) => void
  readonly onFilter: (field: string, filter: GridFilter | null) => void
  /** The column whose filter is open. */
  readonly openFilter: string | null
  readonly onOpenFilter: (field: string | null) => void
  readonly onHeadKey: (field: string, event: KeyboardEvent) => void
  readonly choice: RowChoice | undefined
  readonly keyAt: (row: number) => string | undefined
  /** Opens the row at a place; null where rows do not open. */
  readonly onOpenRow: ((row: number) => void) | null
}

export const SheetContext = createContext<SheetView | null>(null)

export function useSheetView(): SheetView {
  const view = use(SheetContext)
  if (!view) throw new Error('a cell of the grid stands outside of it')
  return view
}
