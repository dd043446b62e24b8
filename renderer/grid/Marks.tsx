import type { ReactNode } from 'react'
import type { ShownColumn } from './layout.ts'
import type { CellAt, Range } from './range.ts'

export interface MarksProps<Row> {
  readonly shown: readonly ShownColumn<Row>[]
  readonly rowHeight: number
  readonly numberWidth: number
  readonly range: Range
  readonly active: CellAt
  /** What the fill handle would cover. */
  readonly fill: Range | null
  /** Whether the range can be filled from. */
  readonly hasHandle: boolean
  readonly isFocused: boolean
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A range as one box over the frozen columns and one over the others; either may be missing. */
export function boxesOf<Row>(range: Range, shown: readonly ShownColumn<Row>[], rowHeight: number): { readonly frozen: Box | null; readonly free: Box | null } {
  const covered = shown.slice(range.left, range.right + 1)
  const box = (columns: readonly ShownColumn<Row>[]): Box | null => {
    const first = columns[0]
    if (!first) return null
    return { left: first.left, top: range.top * rowHeight, width: columns.reduce((width, column) => width + column.width, 0), height: (range.bottom - range.top + 1) * rowHeight }
  }
  return { frozen: box(covered.filter(({ pinned }) => pinned)), free: box(covered.filter(({ pinned }) => !pinned)) }
}

interface OutlineProps<Row> {
  readonly name: string
  readonly range: Range
  readonly shown: readonly ShownColumn<Row>[]
  readonly rowHeight: number
  readonly handle?: boolean
}

/** Frozen boxes follow the horizontal scroll; free ones are cut off where they would lie over the frozen columns. */
function Outline<Row>({ name, range, shown, rowHeight, handle = false }: OutlineProps<Row>): ReactNode {
  const { frozen, free } = boxesOf(range, shown, rowHeight)
  const grip = handle ? <span className="sheet-handle" data-handle="" /> : null
  return (
    <>
      {frozen === null ? null : <div className={`sheet-mark ${name} sheet-mark-frozen ${free === null ? '' : 'sheet-mark-open-right'}`} style={frozen}>{free === null ? grip : null}</div>}
      {free === null ? null : (
        <div className={`sheet-mark ${name} sheet-mark-free ${frozen === null ? '' : 'sheet-mark-open-left'}`} style={{ ...free, clipPath: `inset(-6px -6px -6px max(-6px, calc(var(--scroll-left) + var(--frozen) - ${String(free.left)}px)))` }}>{grip}</div>
      )}
    </>
  )
}

/** The selection, drawn over the rows as a spreadsheet draws it. */
export function Marks<Row>({ shown, rowHeight, numberWidth, range, active, fill, hasHandle, isFocused }: MarksProps<Row>): ReactNode {
  const cell = { top: active.row, bottom: active.row, left: active.column, right: active.column }
  return (
    <div className={isFocused ? 'sheet-marks sheet-marks-focused' : 'sheet-marks'} aria-hidden="true">
      <div className="sheet-mark sheet-mark-frozen sheet-mark-rows" style={{ left: 0, top: range.top * rowHeight, width: numberWidth, height: (range.bottom - range.top + 1) * rowHeight }} />
      <Outline name="sheet-range" range={range} shown={shown} rowHeight={rowHeight} handle={hasHandle} />
      <Outline name="sheet-active" range={cell} shown={shown} rowHeight={rowHeight} />
      {fill === null ? null : <Outline name="sheet-fill" range={fill} shown={shown} rowHeight={rowHeight} />}
    </div>
  )
}
