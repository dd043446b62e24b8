import { useCallback, useEffect, useRef, useState } from 'react'
import type { MouseEvent as ReactMouseEvent } from 'react'
import { columnAt } from './layout.ts'
import type { ShownColumn } from './layout.ts'
import { contains, fillRange, singleCell, within } from './range.ts'
import type { CellAt, Extent, Range, Selection } from './range.ts'
import type { TableParts } from './SheetTable.tsx'
import { useLatest } from './use-latest.ts'

export interface PointerContext<Row> {
  readonly parts: TableParts<Row> | null
  readonly shown: readonly ShownColumn<Row>[]
  readonly extent: Extent
  readonly rowHeight: number
  readonly headHeight: number
  /** The frozen columns with the row numbers. */
  readonly frozenWidth: number
  readonly numberWidth: number
  readonly selection: Selection
  readonly range: Range
  readonly onSelect: (selection: Selection) => void
  /** The pointer came down on a cell: whatever was being edited ends, the grid takes the keyboard. */
  readonly onPress: () => void
  readonly onFill: (source: Range, target: Range) => void
}

interface Hit {
  readonly at: CellAt
  /** On the row's number instead of a cell. */
  readonly onNumber: boolean
}

/** The cell under a point of the window; the nearest one outside of the rows. */
export function hitAt<Row>(context: PointerContext<Row>, x: number, y: number): Hit | null {
  const { parts, shown, extent, rowHeight, frozenWidth, numberWidth } = context
  if (!parts || extent.rows === 0 || extent.columns === 0) return null
  const view = parts.viewport.getBoundingClientRect()
  const content = parts.content.getBoundingClientRect()
  const fromEdge = x - view.left
  const at = { row: Math.floor((y - content.top) / rowHeight), column: columnAt(shown, fromEdge < frozenWidth ? fromEdge : x - content.left) }
  return { at: within(at, extent), onNumber: fromEdge < numberWidth }
}

type Drag = { readonly kind: 'range' | 'rows' } | { readonly kind: 'fill'; readonly source: Range }

/** Scrolls while a drag is outside of the rows, in px a frame. */
const scrollStep = 24

/** Selecting with the mouse, by rows on their numbers, and filling with the handle. */
export function usePointer<Row>(context: PointerContext<Row>) {
  const latest = useLatest(context)
  const [fill, setFill] = useState<Range | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const startDrag = useCallback(
    (drag: Drag) => {
      let point: { readonly x: number; readonly y: number } | null = null
      let target: Range | null = null
      const follow = () => {
        const { current } = latest
        const hit = point && hitAt(current, point.x, point.y)
        if (!hit) return
        if (drag.kind === 'fill') {
          target = fillRange(drag.source, hit.at)
          setFill(target)
          return
        }
        const { active } = current.selection
        const corner = drag.kind === 'rows' ? { row: hit.at.row, column: current.extent.columns - 1 } : hit.at
        current.onSelect({ active, corner })
      }
      const timer = setInterval(() => {
        const { parts, headHeight, frozenWidth } = latest.current
        if (!parts || !point) return
        const view = parts.viewport.getBoundingClientRect()
        const down = point.y > view.bottom - 8 ? scrollStep : point.y < view.top + headHeight ? -scrollStep : 0
        const right = point.x > view.right - 8 ? scrollStep : point.x < view.left + frozenWidth && parts.viewport.scrollLeft > 0 && drag.kind !== 'rows' && point.x < view.left ? -scrollStep : 0
        if (down === 0 && right === 0) return
        parts.viewport.scrollBy(right, down)
        follow()
      }, 30)
      const move = (event: MouseEvent) => {
        point = { x: event.clientX, y: event.clientY }
        follow()
      }
      const end = () => {
        stop.current?.()
        if (drag.kind === 'fill' && target) latest.current.onFill(drag.source, target)
      }
      stop.current = () => {
        clearInterval(timer)
        window.removeEventListener('mousemove', move)
        window.removeEventListener('mouseup', end)
        stop.current = null
        setFill(null)
      }
      window.addEventListener('mousemove', move)
      window.addEventListener('mouseup', end)
    },
    [latest],
  )

  const onMouseDown = useCallback(
    (event: ReactMouseEvent) => {
      const { current } = latest
      const { target } = event
      if (!current.parts || !(target instanceof Element) || !current.parts.content.contains(target)) return
      if (target.closest('textarea, a, button, input, label')) return
      const hit = hitAt(current, event.clientX, event.clientY)
      if (!hit) return
      // The keyboard stays with the cell box; nothing of the page is marked as text.
      event.preventDefault()
      current.onPress()
      if (target.closest('[data-handle]')) {
        startDrag({ kind: 'fill', source: current.range })
        return
      }
      if (event.button === 2 && contains(current.range, hit.at)) return
      if (hit.onNumber) {
        const row = event.shiftKey ? current.selection.active.row : hit.at.row
        current.onSelect({ active: { row, column: 0 }, corner: { row: hit.at.row, column: current.extent.columns - 1 } })
      } else {
        current.onSelect(event.shiftKey ? { active: current.selection.active, corner: hit.at } : singleCell(hit.at))
      }
      if (event.button === 0) startDrag({ kind: hit.onNumber ? 'rows' : 'range' })
    },
    [latest, startDrag],
  )

  return { fill, onMouseDown }
}
