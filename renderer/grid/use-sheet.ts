import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useDensity } from '../ui/Look.tsx'
import type { SavedState } from '../ui/SavedSign.tsx'
import { sizes } from '../ui/tokens.ts'
import { pinnedWidth } from './layout.ts'
import { singleCell } from './range.ts'
import type { CellAt } from './range.ts'
import type { CellLook, TableParts } from './SheetTable.tsx'
import type { GridColumn, SheetGridProps } from './types.ts'
import { nextRedo, nextUndo } from './undo-stack.ts'
import { useClipboard } from './use-clipboard.ts'
import { useEditBook, useEditing } from './use-editing.ts'
import { useLatest } from './use-latest.ts'
import { useNote } from './use-note.ts'
import { usePointer } from './use-pointer.ts'
import { useRows } from './use-rows.ts'
import { useSelection } from './use-selection.ts'
import { seenRow } from './seen-row.ts'
import { columnsOf, useView } from './use-view.ts'
import { useWidth } from './use-width.ts'
import { words } from './vocabulary.ts'

/** Widths in px of the row numbers, which hold the boxes too where rows can be chosen. */
const numberWidths = { plain: 56, withBox: 84 } as const

function localDay(): string {
  const now = new Date()
  return `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** All that a grid knows and does; the components only draw it. */
export function useSheet<Row>(props: SheetGridProps<Row>) {
  const { source, editing: editor, selectable, today = localDay(), sentence } = props
  const { row: rowHeight, headRow: headHeight } = sizes[useDensity()]
  const numberWidth = selectable ? numberWidths.withBox : numberWidths.plain
  const isEditable = editor !== undefined

  const latest = useLatest(props)
  const latestToday = useLatest(today)
  const api = useRef<GridApi<Row>>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const [parts, setParts] = useState<TableParts<Row> | null>(null)
  const [note, setNote] = useNote()

  const view = useView(props, numberWidth, useWidth(parts?.viewport ?? null))
  const columns = useMemo(() => columnsOf(view.shown), [view.shown])
  const frozenWidth = pinnedWidth(view.shown, numberWidth)

  const book = useEditBook(editor)
  const bookState = useSyncExternalStore(book.subscribe, book.state)
  const seen = useCallback(
    (loaded: readonly Row[]) => {
      const { source: { key, version }, columns: all } = latest.current
      if (version) book.seen(loaded.map((row) => seenRow(row, { key: key(row), version: version(row), columns: all, today: latestToday.current })))
    },
    [latest, latestToday, book],
  )
  const rows = useRows(source, view.query, api, seen)
  const { store } = rows
  const extent = useMemo(() => ({ rows: rows.total, columns: columns.length }), [rows.total, columns])

  const shownLatest = useLatest(view.shown)
  const reveal = useCallback(
    ({ row, column }: CellAt) => {
      const field = shownLatest.current[column]?.column.field
      api.current?.ensureIndexVisible(row)
      if (field !== undefined) api.current?.ensureColumnVisible(field)
    },
    [shownLatest],
  )
  // Where values are entered, the first key typed enters one.
  const start = editor ? Math.max(0, view.shown.findIndex(({ column }) => column.edit !== undefined)) : 0
  const seatRows = useMemo(
    () => ({
      keyAt: (at: number) => {
        const row = store.rowAt(at)
        return row === undefined ? null : latest.current.source.key(row)
      },
      placeOf: (sought: string) => store.place((row) => latest.current.source.key(row) === sought),
    }),
    [store, latest],
  )
  const selection = useSelection({ extent, start, rows: seatRows, stamp: rows.state, reveal })
  const latestActive = useLatest(selection.selection.active)
  const editing = useEditing({ editing: editor, columns, source, store, book, extent, selection, today })
  const { draft, finish, clear } = editing

  const { select } = selection
  const listed = useRef({ query: view.query, scope: source.scope })
  useEffect(() => {
    const { query, scope } = listed.current
    if (query === view.query && scope === source.scope) return
    listed.current = { query: view.query, scope: source.scope }
    select(singleCell({ row: 0, column: latestActive.current.column }))
  }, [view.query, source.scope, select, latestActive])

  const focus = useCallback(() => box.current?.focus({ preventScroll: true }), [])

  const look = useMemo<CellLook<Row>>(
    () => ({
      text: (row, column) => book.pending(latest.current.source.key(row), column.field)?.text ?? column.text(row),
      isNewer: (row, column) => book.pending(latest.current.source.key(row), column.field) !== undefined,
      isRefused: (row, column) => book.refused(latest.current.source.key(row), column.field) !== undefined,
    }),
    [book, latest],
  )
  useEffect(() => api.current?.refreshCells({ force: true }), [bookState])

  const clipboard = useClipboard<Row>({
    range: selection.range,
    columns,
    text: look.text,
    rowAt: store.rowAt,
    ensure: store.ensure,
    onPaste: editing.paste,
    onCleared: useCallback(() => { if (isEditable) clear() }, [isEditable, clear]),
    onNote: setNote,
    onFault: editing.setBubble,
  })

  const pointer = usePointer<Row>({
    parts,
    shown: view.shown,
    extent,
    rowHeight,
    headHeight,
    frozenWidth,
    numberWidth,
    selection: selection.selection,
    range: selection.range,
    onSelect: selection.select,
    onPress: () => {
      finish(null, 'list')
      focus()
    },
    onFill: editing.fill,
  })

  /** Selects the cell of a row that may stand elsewhere by now. */
  const goTo = useCallback(
    (place: { readonly key: string; readonly field: string; readonly row?: number | null }) => {
      const { key } = latest.current.source
      const row = store.place((other) => key(other) === place.key) ?? place.row ?? null
      const column = shownLatest.current.findIndex((shown) => shown.column.field === place.field)
      if (row === null || column < 0) return
      select(singleCell({ row, column }))
      reveal({ row, column })
    },
    [latest, store, shownLatest, select, reveal],
  )

  /** What a cell says under the pointer: why it was refused, or the text that its width cuts off. */
  const cellTitle = useCallback(
    (cell: HTMLElement): string => {
      const field = cell.getAttribute('col-id')
      const found = store.rowAt(Number(cell.closest('[row-index]')?.getAttribute('row-index') ?? -1))
      const shown = shownLatest.current.find(({ column: { field: own } }) => own === field)?.column
      if (found === undefined || !shown) return ''
      const reason = book.refused(latest.current.source.key(found), shown.field)?.reason
      const value = cell.querySelector('.ag-cell-value') ?? cell
      return reason ?? (value.scrollWidth > value.clientWidth ? look.text(found, shown) : '')
    },
    [store, book, look, latest, shownLatest],
  )

  const undo = useCallback(() => {
    const first = nextUndo(book.state().stack)?.[0]
    if (first) goTo(first)
    const some = book.undo()
    setNote(book.state().refusal ? null : some ? words.undone : words.nothingToUndo)
  }, [book, goTo, setNote])
  const redo = useCallback(() => {
    const first = nextRedo(book.state().stack)?.[0]
    if (first) goTo(first)
    const some = book.redo()
    setNote(book.state().refusal ? null : some ? words.redone : words.nothingToRedo)
  }, [book, goTo, setNote])

  const { active } = selection.selection
  const activeRow = rows.state.total === 0 || selection.isLost ? undefined : store.rowAt(active.row)
  useEffect(() => latest.current.onActive?.(activeRow ?? null), [activeRow, latest])

  const { query } = view
  useImperativeHandle(props.handle, () => ({ focus, reload: rows.reload, query: () => query }), [focus, rows.reload, query])

  const saved: SavedState =
    bookState.saving.kind === 'failed' ? { kind: 'failed', sentence: sentence?.(bookState.saving.error) ?? words.saveFailed, onRetry: book.retry, onDrop: book.giveUp } : bookState.saving

  const column: GridColumn<Row> | undefined = columns[active.column]
  const refusedHere = activeRow !== undefined && column ? book.refused(source.key(activeRow), column.field)?.reason : undefined

  return {
    rowHeight, headHeight, numberWidth, frozenWidth, isEditable, today,
    api, box, parts, setParts, note, setNote,
    view, columns, book, bookState, rows, store, extent, selection, editing, draft,
    look, clipboard, pointer, focus, cellTitle, goTo, undo, redo, saved,
    activeRow, activeColumn: column, bubble: editing.bubble ?? refusedHere ?? null,
  }
}

export type Sheet<Row> = ReturnType<typeof useSheet<Row>>
