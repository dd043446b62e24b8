import { useCallback, useEffect, useMemo, useState } from 'react'
import { layoutOf, reordered, shownColumns, withPlace } from './layout.ts'
import type { ColumnPlace } from './layout.ts'
import type { GridColumn, GridFilter, GridQuery, GridSort, GridState, SheetGridProps } from './types.ts'
import { useLatest } from './use-latest.ts'

/** The next order of a column whose head was pressed: ascending, descending, none. */
export function sortAfter(sort: readonly GridSort[], field: string, additional: boolean): readonly GridSort[] {
  const present = sort.find((item) => item.field === field)
  const others = additional ? sort.filter((item) => item.field !== field) : []
  if (!present) return [...others, { field, descending: false }]
  return present.descending ? others : [...others, { field, descending: true }]
}

/** How the grid is seen: its columns, order and filters; kept by the grid, told to the page. */
export function useView<Row>({ columns, initial, onState }: Pick<SheetGridProps<Row>, 'columns' | 'initial' | 'onState'>, numberWidth: number, available: number) {
  const [places, setPlaces] = useState<readonly ColumnPlace[]>(initial?.columns ?? [])
  const [query, setQuery] = useState<GridQuery>({ sort: initial?.sort ?? [], filters: initial?.filters ?? [], search: initial?.search ?? '' })
  const layout = useMemo(() => layoutOf(columns, places), [columns, places])
  const shown = useMemo(() => shownColumns(columns, layout, numberWidth, available), [columns, layout, numberWidth, available])
  const state = useMemo<GridState>(() => ({ columns: layout, sort: query.sort, filters: query.filters }), [layout, query])

  const latest = useLatest({ onState, layout, initial, shown })
  const { search } = query
  useEffect(() => latest.current.onState?.({ ...state, search }), [state, search, latest])

  const change = useCallback((part: Partial<GridQuery>) => setQuery((present) => ({ ...present, ...part })), [])
  return {
    layout,
    shown,
    query,
    state,
    setLayout: setPlaces,
    /** The width a column was drawn to; what it had grown to fill the window is not its own. */
    setWidth: useCallback(
      (field: string, drawn: number) => {
        const grown = latest.current.shown.find(({ column }) => column.field === field)?.grown ?? 0
        setPlaces(withPlace(latest.current.layout, field, { width: Math.max(40, drawn - grown) }))
      },
      [latest],
    ),
    setOrder: useCallback((fields: readonly string[]) => setPlaces(reordered(latest.current.layout, fields)), [latest]),
    resetLayout: useCallback(() => setPlaces([]), []),
    onSort: useCallback((field: string, additional: boolean) => setQuery((present) => ({ ...present, sort: sortAfter(present.sort, field, additional) })), []),
    onFilter: useCallback((field: string, filter: GridFilter | null) => setQuery((present) => ({ ...present, filters: [...present.filters.filter((other) => other.field !== field), ...(filter ? [filter] : [])] })), []),
    clearFilters: useCallback(() => change({ filters: [] }), [change]),
    onSearch: useCallback((text: string) => change({ search: text }), [change]),
    /** A saved view, or (null) what the page began with. */
    show: useCallback(
      (view: GridState | null) => {
        setPlaces(view?.columns ?? [])
        const { initial: own } = latest.current
        change(view ? { sort: view.sort, filters: view.filters } : { sort: own?.sort ?? [], filters: own?.filters ?? [] })
      },
      [latest, change],
    ),
  }
}

export function columnsOf<Row>(shown: readonly { readonly column: GridColumn<Row> }[]): readonly GridColumn<Row>[] {
  return shown.map(({ column }) => column)
}
