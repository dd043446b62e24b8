import { useCallback, useMemo, useRef, useState } from 'react'
import { nextInReading, rangeOf, selectionWithin, singleCell, within } from './range.ts'
import type { CellAt, Extent, Range, Selection } from './range.ts'
import { useLatest } from './use-latest.ts'

export interface SelectionControl {
  readonly selection: Selection
  readonly range: Range
  /** Whether there is any cell to select. */
  readonly some: boolean
  readonly select: (selection: Selection) => void
  readonly moveTo: (at: CellAt, extend: boolean) => void
  readonly moveBy: (rows: number, columns: number, extend: boolean) => void
  /** Tab: right, at the end of a row to the next. False when there is no further cell. */
  readonly tab: (step: 1 | -1) => boolean
  /** Enter: down, under the cell where tabbing began. */
  readonly enter: (step: 1 | -1) => void
}

/** The active cell and the range; `reveal` scrolls to where the keyboard moved. */
export function useSelection(extent: Extent, reveal: (at: CellAt) => void): SelectionControl {
  const [stored, setStored] = useState<Selection>(singleCell({ row: 0, column: 0 }))
  const some = extent.rows > 0 && extent.columns > 0
  const selection = useMemo(() => (some ? selectionWithin(stored, extent) : stored), [stored, extent, some])
  const tabbedFrom = useRef<number | null>(null)
  const latest = useLatest({ selection, extent, some, reveal })

  const select = useCallback((next: Selection) => {
    tabbedFrom.current = null
    setStored(next)
  }, [])

  const moveTo = useCallback(
    (to: CellAt, extend: boolean) => {
      const { selection: present, extent: limits, some: any, reveal: show } = latest.current
      if (!any) return
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
      const { selection: { active }, extent: limits, some: any } = latest.current
      const next = any ? nextInReading(active, step, limits) : null
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

  return useMemo(() => ({ selection, range: rangeOf(selection), some, select, moveTo, moveBy, tab, enter }), [selection, some, select, moveTo, moveBy, tab, enter])
}
