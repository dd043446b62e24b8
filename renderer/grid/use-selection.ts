import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { nextInReading, rangeOf, selectionWithin, singleCell, within } from './range.ts'
import type { CellAt, Extent, Range, Selection } from './range.ts'
import { reseated, seatOf } from './seat.ts'
import type { Seat, SeatRows } from './seat.ts'
import { useLatest } from './use-latest.ts'

export interface SelectionControl {
  readonly selection: Selection
  readonly range: Range
  /** Whether there is any cell to select. */
  readonly some: boolean
  /** The row that was selected left the list or moved out of sight: nothing may be typed into the one in its place. */
  readonly isLost: boolean
  readonly select: (selection: Selection) => void
  readonly moveTo: (at: CellAt, extend: boolean) => void
  readonly moveBy: (rows: number, columns: number, extend: boolean) => void
  /** Tab: right, at the end of a row to the next. False when there is no further cell. */
  readonly tab: (step: 1 | -1) => boolean
  /** Enter: down, under the cell where tabbing began. */
  readonly enter: (step: 1 | -1) => void
}

export interface SelectionContext {
  readonly extent: Extent
  readonly start: number
  readonly rows: SeatRows
  /** Changes when the rows may have. */
  readonly stamp: unknown
  readonly reveal: (at: CellAt) => void
}

/** The active cell and the range, at first in the first row's column `start`; `reveal` scrolls to where the keyboard moved. */
export function useSelection({ extent, start, rows, stamp, reveal }: SelectionContext): SelectionControl {
  const [stored, setStored] = useState<Selection>(singleCell({ row: 0, column: start }))
  const some = extent.rows > 0 && extent.columns > 0
  const selection = useMemo(() => (some ? selectionWithin(stored, extent) : stored), [stored, extent, some])
  const tabbedFrom = useRef<number | null>(null)
  const latest = useLatest({ selection, extent, some, reveal })
  const [isLost, setLost] = useState(false)
  const sat = useRef<{ readonly of: Selection; readonly seat: Seat } | null>(null)
  useLayoutEffect(() => {
    if (!some) return
    // What the user selects is taken as it stands; a reload must not turn it into other rows.
    if (sat.current?.of !== stored) {
      sat.current = { of: stored, seat: seatOf(selection, rows) }
      setLost(false)
      return
    }
    const now = reseated(selection, sat.current.seat, rows)
    const of = now.selection === selection ? stored : now.selection
    sat.current = { of, seat: now.seat }
    setStored(of)
    setLost(now.isLost)
  }, [some, stored, selection, rows, stamp])

  const select = useCallback((next: Selection) => {
    tabbedFrom.current = null
    setStored(next)
  }, [])

  const moveTo = useCallback(
    (to: CellAt, extend: boolean) => {
      const { selection: present, extent: limits, some: hasCells, reveal: show } = latest.current
      if (!hasCells) return
      const at = within(to, limits)
      tabbedFrom.current = null
      setStored(extend ? { active: present.active, corner: at } : singleCell(at))
      show(at)
    },
    [latest],
  )

  const moveBy = useCallback(
    (rows: number, columns: number, extend: boolean) => {
      const { active, corner } = latest.current.selection
      const from = extend ? corner : active
      moveTo({ row: from.row + rows, column: from.column + columns }, extend)
    },
    [latest, moveTo],
  )

  const tab = useCallback(
    (step: 1 | -1) => {
      const { selection: { active }, extent: limits, some: hasCells } = latest.current
      const next = hasCells ? nextInReading(active, step, limits) : null
      if (!next) return false
      const from = tabbedFrom.current ?? active.column
      moveTo(next, false)
      tabbedFrom.current = next.row === active.row ? from : null
      return true
    },
    [latest, moveTo],
  )

  const enter = useCallback(
    (step: 1 | -1) => {
      const { active } = latest.current.selection
      moveTo({ row: active.row + step, column: tabbedFrom.current ?? active.column }, false)
    },
    [latest, moveTo],
  )

  return useMemo(() => ({ selection, range: rangeOf(selection), some, isLost, select, moveTo, moveBy, tab, enter }), [selection, some, isLost, select, moveTo, moveBy, tab, enter])
}
