import { useCallback, useEffect, useState } from 'react'
import { textOfValue } from './cell-text.ts'
import { createEditBook } from './edit-book.ts'
import type { EditBook, Origin } from './edit-book.ts'
import { heldRows } from './held-rows.ts'
import { checkCells, layFill, layPaste, limitFault } from './paste-plan.ts'
import type { CheckContext, Checked, Content, PlannedCell } from './paste-plan.ts'
import { extentOf, isSingle } from './range.ts'
import type { CellAt, Extent, Range } from './range.ts'
import type { RowStore } from './row-store.ts'
import { figureText } from './sums.ts'
import type { CellValue, GridColumn, GridEditing, GridSource } from './types.ts'
import { useDraft } from './use-draft.ts'
import { useLatest } from './use-latest.ts'
import type { SelectionControl } from './use-selection.ts'
import { words } from './vocabulary.ts'

/** The cells one step may touch; more would keep everybody else waiting. */
const cellLimit = 50_000

export interface EditingContext<Row> {
  readonly editing: GridEditing | undefined
  readonly columns: readonly GridColumn<Row>[]
  readonly source: GridSource<Row>
  readonly store: RowStore<Row>
  readonly book: EditBook
  readonly extent: Extent
  readonly selection: SelectionControl
  readonly today: string
}

/** The edits of one grid, kept as long as it stands. */
export function useEditBook(editing: GridEditing | undefined): EditBook {
  const latest = useLatest(editing)
  const [book] = useState(() =>
    createEditBook(
      {
        apply: (edits, mode) => latest.current?.apply(edits, mode) ?? Promise.reject(new Error(words.readOnlyGrid)),
        refusal: (error) => (latest.current ? latest.current.refusal(error) : words.readOnlyGrid),
      },
      () => new Date(),
    ),
  )
  return book
}

/** Everything that changes cells: typing, pasting, filling, clearing. */
export function useEditing<Row>(context: EditingContext<Row>) {
  const latest = useLatest(context)
  const { draft, begin, type, choose, enterText, refuse, end } = useDraft<Row>()
  const latestDraft = useLatest(draft)
  const [bubble, setBubble] = useState<string | null>(null)
  const { selection } = context.selection
  useEffect(() => setBubble(null), [selection])

  const present = useCallback(
    (row: Row, column: GridColumn<Row>): CellValue => {
      const { book, source } = latest.current
      const pending = book.pending(source.key(row), column.field)
      return pending ? pending.value : (column.edit?.read(row) ?? null)
    },
    [latest],
  )

  const check = useCallback(
    (cells: readonly PlannedCell[], rules: Pick<CheckContext<Row>, 'readOnly' | 'rowAt'> & Partial<CheckContext<Row>>): Checked => {
      const { columns, source, today } = latest.current
      return checkCells(cells, { columns, key: source.key, present, today, ...rules })
    },
    [latest, present],
  )

  /** Why the cell may not be typed in, or null. */
  const closed = useCallback(
    ({ row: at, column: place }: CellAt): string | null => {
      const { editing, columns, store, selection: { isLost } } = latest.current
      const column = columns[place]
      const row = store.rowAt(at)
      if (!editing) return words.readOnlyGrid
      if (!column?.edit) return words.readOnlyColumn(column?.title ?? '')
      if (isLost) return words.rowGone
      if (row === undefined) return words.rowNotLoaded
      const allowed = column.edit.editable?.(row) ?? true
      return allowed === true ? null : allowed
    },
    [latest],
  )

  /** Opens a cell, the active one unless another is given: with what is being typed, or (null) with what stands there. */
  const open = useCallback(
    (typed: string | null, at?: CellAt): boolean => {
      const { selection: { selection }, columns, store } = latest.current
      const active = at ?? selection.active
      const reason = closed(active)
      const column = columns[active.column]
      const row = store.rowAt(active.row)
      if (reason !== null || !column || row === undefined) {
        setBubble(reason)
        return false
      }
      setBubble(null)
      begin(active, row, column, present(row, column), typed)
      return true
    },
    [latest, closed, begin, present],
  )

  /** Ends the editing and saves. With a fault: `stay` keeps the cell open and says why; `list` leaves it to the list of refusals. */
  const finish = useCallback(
    (content: Content | null, onFault: 'stay' | 'list'): boolean => {
      const present = latestDraft.current
      if (!present) return true
      const cell: PlannedCell = { at: present.at, content: content ?? { kind: 'text', text: present.text } }
      const checked = check([cell], { readOnly: 'refuse', rowAt: () => present.row, present: () => present.before })
      const fault = checked.faults[0]
      if (fault && onFault === 'stay') {
        refuse(fault.reason)
        return false
      }
      end()
      if (fault || checked.changes.length > 0) latest.current.book.submit(checked, 'type')
      return fault === undefined
    },
    [latest, latestDraft, check, refuse, end],
  )

  /** Whether a single key may enter something there. */
  const takesKey = useCallback((at: CellAt): boolean => latest.current.columns[at.column]?.edit?.oneKey !== undefined && closed(at) === null, [latest, closed])

  /** Enters what a single key means over the active cell; false where it only begins a text. */
  const enterKey = useCallback(
    (key: string): boolean => {
      const { selection: { selection: { active }, range }, columns, store, book } = latest.current
      const row = store.rowAt(active.row)
      const text = row === undefined || !isSingle(range) || !takesKey(active) ? null : (columns[active.column]?.edit?.oneKey?.(key, row) ?? null)
      if (text === null) return false
      const checked = check([{ at: active, content: { kind: 'text', text } }], { readOnly: 'refuse', rowAt: () => row })
      if (checked.faults.length > 0) return false
      if (checked.changes.length > 0) book.submit(checked, 'type')
      return true
    },
    [latest, takesKey, check],
  )

  /** What stands in a cell, as it is typed again. */
  const textAt = useCallback(
    ({ row: at, column: place }: CellAt): string => {
      const { columns, store } = latest.current
      const [row, column] = [store.rowAt(at), columns[place]]
      return row === undefined || !column?.edit ? '' : textOfValue(column.edit, present(row, column), row)
    },
    [latest, present],
  )

  /** Why nothing may be changed where the selection is; said before it changes. */
  const isBarred = useCallback((): boolean => {
    const { editing, selection: { isLost } } = latest.current
    const reason = !editing ? words.readOnlyGrid : isLost ? words.rowGone : null
    if (reason !== null) setBubble(reason)
    return reason !== null
  }, [latest])

  const submit = useCallback(
    (rows: Range, plan: (rowAt: (at: number) => Row | undefined) => Checked, origin: Origin): void => {
      const { editing, source, store, book } = latest.current
      const { rows: height, columns: width } = extentOf(rows)
      // Of the whole step: in the list of refusals, which stays while the selection moves on.
      const refuseAll = (reason: string) => book.submit({ changes: [], faults: [{ key: '', field: '', row: null, text: '', reason }] }, origin)
      const check = (rowAt: (at: number) => Row | undefined) => {
        const checked = plan(rowAt)
        const tooMany = limitFault(checked, editing?.limit)
        if (tooMany === null) book.submit(checked, origin)
        else refuseAll(tooMany)
      }
      if (height * width > cellLimit) refuseAll(words.tooManyCells(figureText(cellLimit)))
      else heldRows(store, rows, source.key).then(check, () => refuseAll(words.rowsNotLoaded))
    },
    [latest],
  )

  const paste = useCallback(
    (clip: readonly (readonly string[])[]) => {
      const { selection: control, extent } = latest.current
      const plan = layPaste(clip, control.range, extent)
      const last = plan.cells.at(-1)
      if (!last || isBarred()) return
      const checkPlan = (rowAt: (at: number) => Row | undefined): Checked => {
        const checked = check(plan.cells, { readOnly: 'refuse', rowAt })
        if (plan.overflow === null) return checked
        const overflow = { key: '', field: '', row: null, text: '', reason: plan.overflow }
        return { changes: checked.changes, faults: [overflow, ...checked.faults] }
      }
      const { top, left, bottom, right } = plan.range
      submit(plan.range, checkPlan, 'paste')
      control.select({ active: { row: top, column: left }, corner: { row: bottom, column: right } })
    },
    [latest, check, isBarred, submit],
  )

  const clear = useCallback(() => {
    const { range } = latest.current.selection
    const cells = () => {
      const list: PlannedCell[] = []
      for (let row = range.top; row <= range.bottom; row += 1) for (let column = range.left; column <= range.right; column += 1) list.push({ at: { row, column }, content: { kind: 'value', value: null } })
      return list
    }
    const reason = isSingle(range) ? closed({ row: range.top, column: range.left }) : null
    if (reason !== null) setBubble(reason)
    else if (!isBarred()) submit(range, (rowAt) => check(cells(), { readOnly: 'skip', rowAt }), 'clear')
  }, [latest, check, closed, isBarred, submit])

  const fill = useCallback(
    (source: Range, target: Range) => {
      if (isBarred()) return
      const plan = (rowAt: (at: number) => Row | undefined) => {
        const { columns } = latest.current
        const cells = layFill(source, target).flatMap(({ from, to }): PlannedCell[] => {
          const row = rowAt(from.row)
          const column = columns[from.column]
          if (row === undefined || !column?.edit) return []
          const value = present(row, column)
          // Within a column the value itself travels; across columns it is read anew by the other's rules.
          return [{ at: to, content: from.column === to.column ? { kind: 'value', value } : { kind: 'text', text: String(value ?? '') } }]
        })
        return check(cells, { readOnly: 'skip', rowAt })
      }
      submit(target, plan, 'fill')
      latest.current.selection.select({ active: { row: target.top, column: target.left }, corner: { row: target.bottom, column: target.right } })
    },
    [latest, check, present, isBarred, submit],
  )

  /** The first row of the range over the others; of a single row, the row above it. */
  const fillDown = useCallback(() => {
    const { range } = latest.current.selection
    const top = range.top === range.bottom ? range.top - 1 : range.top
    if (top >= 0) fill({ ...range, top, bottom: top }, { ...range, top })
  }, [latest, fill])

  return { draft, bubble, setBubble, present, closed, takesKey, enterKey, textAt, open, type, choose, enterText, finish, cancel: end, paste, clear, fill, fillDown }
}

export type EditingControl<Row> = ReturnType<typeof useEditing<Row>>
