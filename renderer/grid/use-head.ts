import { useCallback, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { SheetView } from './sheet-context.ts'
import type { SheetGridProps } from './types.ts'
import { useLatest } from './use-latest.ts'
import type { Sheet } from './use-sheet.ts'

/** The heads of the columns: sorting, filtering, and moving about in them with the keyboard. */
export function useHead<Row>(sheet: Sheet<Row>, props: SheetGridProps<Row>) {
  const { view, focus, api, parts, store } = sheet
  const { selectable } = props
  const [openFilter, setOpenFilter] = useState<string | null>(null)
  const latest = useLatest({ shown: view.shown, parts, key: props.source.key, open: props.onOpen })
  const opens = props.onOpen !== undefined

  const focusHead = useCallback(
    (field: string) => {
      api.current?.ensureColumnVisible(field)
      // A head that was scrolled away is drawn with the next frame.
      requestAnimationFrame(() => {
        const head = latest.current.parts?.viewport.querySelector(`[data-head="${CSS.escape(field)}"]`)
        if (head instanceof HTMLElement) head.focus()
      })
    },
    [api, latest],
  )

  const openFilterOf = useCallback(
    (field: string | null) => {
      if (field !== null) api.current?.ensureColumnVisible(field)
      setOpenFilter(field)
      if (field === null) focus()
    },
    [api, focus],
  )

  const onHeadKey = useCallback(
    (field: string, event: KeyboardEvent) => {
      const { shown } = latest.current
      const at = shown.findIndex(({ column }) => column.field === field)
      const beside = (step: 1 | -1) => shown[at + step]?.column.field ?? field
      if (event.key === 'ArrowRight') focusHead(beside(1))
      else if (event.key === 'ArrowLeft') focusHead(beside(-1))
      else if (event.key === 'ArrowDown' && event.altKey) openFilterOf(field)
      else if (event.key === 'ArrowDown' || event.key === 'Escape') focus()
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    [latest, focusHead, openFilterOf, focus],
  )

  const { query, onSort, onFilter } = view
  const context = useMemo<SheetView>(
    () => ({
      column: (field) => {
        const found = view.shown.find(({ column }) => column.field === field)?.column
        return found && { field, title: found.title, sortable: found.sortable ?? false, filter: found.filter }
      },
      sortOf: (field) => {
        const at = query.sort.findIndex((item) => item.field === field)
        const item = query.sort[at]
        return item ? { descending: item.descending, place: query.sort.length > 1 ? at + 1 : null } : null
      },
      filterOf: (field) => query.filters.find((filter) => filter.field === field),
      onSort,
      onFilter,
      openFilter,
      onOpenFilter: openFilterOf,
      onHeadKey,
      choice: selectable,
      keyAt: (row) => {
        const found = store.rowAt(row)
        return found === undefined ? undefined : latest.current.key(found)
      },
      onOpenRow: opens
        ? (row) => {
            const found = store.rowAt(row)
            if (found !== undefined) latest.current.open?.(found)
          }
        : null,
    }),
    [view.shown, query, onSort, onFilter, openFilter, openFilterOf, onHeadKey, selectable, store, latest, opens],
  )
  return { context, focusHead, openFilter: openFilterOf }
}
