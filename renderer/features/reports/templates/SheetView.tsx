import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { CellMark } from './cell-marks.ts'
import { drawnRows, drawnSize, lettersOf, neighbour, type DrawnCell } from './sheet-layout.ts'
import type { TemplateOutline } from './types.ts'
import { templateWords as words } from './vocabulary.ts'

export interface SheetViewProps {
  readonly outline: TemplateOutline
  /** Rows that are drawn at most. */
  readonly most: number
  readonly marks: ReadonlyMap<string, CellMark>
  readonly repeated: ReadonlySet<number>
  /** Address of the chosen cell. */
  readonly chosen: string | null
  readonly onChoose: (address: string) => void
  /** Enter on the chosen cell. */
  readonly onEnter: () => void
  /** Delete on the chosen cell. */
  readonly onClear: () => void
}

const directions: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

function widthOf(characters: number | undefined): number {
  return characters === undefined ? 72 : characters === 0 ? 12 : Math.round(characters * 7.4 + 6)
}

/** A sheet of a template as it looks, merged cells and all, with what is filled into it marked. Arrows move, Enter chooses what to fill, Delete takes it back. */
export function SheetView({ outline, most, marks, repeated, chosen, onChoose, onEnter, onClear }: SheetViewProps): ReactNode {
  const table = useRef<HTMLTableElement>(null)
  const rows = useMemo(() => drawnRows(outline, most), [outline, most])
  const { window, sheets } = outline
  const columns = drawnSize(sheets[window.sheet] ?? { columns: 0, rows: 0 }).columns
  const cells = rows.flatMap((row) => row.cells)
  const current = cells.find(({ address }) => address === chosen) ?? null
  const name = sheets[window.sheet]?.name ?? ''

  useEffect(() => {
    if (chosen === null) return
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${chosen}"]`)
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (table.current?.contains(document.activeElement) === true) cell?.focus({ preventScroll: true })
  }, [chosen])

  function press(event: KeyboardEvent): void {
    const direction = directions[event.key]
    if (direction !== undefined && current !== null) {
      event.preventDefault()
      const next = neighbour(rows, current, direction)
      if (next !== null) onChoose(next.address)
    } else if (event.key === 'Enter' && current !== null) {
      event.preventDefault()
      onEnter()
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && current !== null) {
      event.preventDefault()
      onClear()
    }
  }

  return (
    <div className="template-sheet">
      <table ref={table} role="grid" aria-label={words.grid(name)} aria-rowcount={sheets[window.sheet]?.rows ?? 0} onKeyDown={press} style={{ width: 44 + Array.from({ length: columns }, (_, at) => widthOf(window.widths[at])).reduce((sum, width) => sum + width, 0) }}>
        <colgroup>
          <col style={{ width: 44 }} />
          {Array.from({ length: columns }, (_, at) => <col key={at} style={{ width: widthOf(window.widths[at]) }} />)}
        </colgroup>
        <thead>
          <tr>
            <th aria-hidden="true" />
            {Array.from({ length: columns }, (_, at) => <th key={at} scope="col">{lettersOf(at + 1)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells: ofRow }) => (
            <tr key={row} className={repeated.has(row) ? 'template-repeated' : undefined}>
              <th scope="row" title={repeated.has(row) ? words.repeats(row, row) : undefined}>{row}</th>
              {ofRow.map((cell, index) => (
                <SheetCell key={cell.address} cell={cell} mark={marks.get(cell.address)} isChosen={cell.address === chosen} isFirst={chosen === null && row === window.first && index === 0} onChoose={onChoose} onEnter={onEnter} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SheetCellProps {
  readonly cell: DrawnCell
  readonly mark: CellMark | undefined
  readonly isChosen: boolean
  /** The keyboard comes in here. */
  readonly isFirst: boolean
  readonly onChoose: (address: string) => void
  readonly onEnter: () => void
}

function SheetCell({ cell, mark, isChosen, isFirst, onChoose, onEnter }: SheetCellProps): ReactNode {
  const { address, text, kind, align, bold, hasList, rowSpan, columnSpan } = cell
  const classes = [mark === undefined ? null : `template-${mark.kind}`, isChosen ? 'template-chosen' : null, bold ? 'template-bold' : null, kind === 'formula' ? 'template-formula' : null, hasList ? 'template-list' : null]
  const shown = mark?.label ?? text
  return (
    <td
      data-cell={address}
      role="gridcell"
      className={classes.filter((name) => name !== null).join(' ')}
      rowSpan={rowSpan}
      colSpan={columnSpan}
      style={{ textAlign: align ?? (kind === 'number' ? 'right' : 'left') }}
      tabIndex={isChosen || isFirst ? 0 : -1}
      aria-selected={isChosen}
      aria-label={[address, text, mark?.says, hasList ? words.dropdown : '', kind === 'formula' ? words.formula : ''].filter((part) => part !== undefined && part !== '').join(' ')}
      title={mark?.says}
      onClick={() => onChoose(address)}
      onFocus={() => onChoose(address)}
      onDoubleClick={onEnter}
    >
      {shown}
    </td>
  )
}
