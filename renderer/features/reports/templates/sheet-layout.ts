import type { TemplateOutline } from './types.ts'

/** A cell as it is drawn: how far it reaches, and what stands in it. */
export interface DrawnCell {
  readonly row: number
  readonly column: number
  readonly address: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly kind: 'text' | 'number' | 'formula' | 'blank'
  readonly bold: boolean
  readonly align: 'left' | 'center' | 'right' | null
  readonly hasList: boolean
}

export interface DrawnRow {
  readonly row: number
  readonly cells: readonly DrawnCell[]
}

/** 28 → `AB` */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? last : lettersOf(Math.floor((column - 1) / 26)) + last
}

/** `AB12` → row 12, column 28. */
export function placeOfCell(address: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return { row: Number(digits), column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) }
}

/** Columns and rows that are drawn: what there is, and a little more to write into. */
export function drawnSize({ columns, rows }: { readonly columns: number; readonly rows: number }): { readonly columns: number; readonly rows: number } {
  return { columns: Math.max(6, Math.min(columns + 1, 120)), rows: rows + 3 }
}

/** The rows of a window as a table draws them: merged cells once, those under them not at all. */
export function drawnRows(outline: Pick<TemplateOutline, 'window' | 'sheets'>, most: number): readonly DrawnRow[] {
  const { window, sheets } = outline
  const size = drawnSize(sheets[window.sheet] ?? { columns: 0, rows: 0 })
  const last = Math.min(window.first + most - 1, size.rows)
  const known = new Map(window.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell]))
  const covered = new Set<string>()
  const spans = new Map<string, { readonly rowSpan: number; readonly columnSpan: number }>()
  for (const { top, left, bottom, right } of window.merges) {
    const first = Math.max(top, window.first)
    const [until, edge] = [Math.min(bottom, last), Math.min(right, size.columns)]
    for (let row = first; row <= until; row += 1) for (let column = left; column <= edge; column += 1) covered.add(`${String(row)},${String(column)}`)
    covered.delete(`${String(first)},${String(left)}`)
    spans.set(`${String(first)},${String(left)}`, { rowSpan: until - first + 1, columnSpan: edge - left + 1 })
  }
  return Array.from({ length: Math.max(0, last - window.first + 1) }, (_, at): DrawnRow => {
    const row = window.first + at
    const cells = Array.from({ length: size.columns }, (__, index) => index + 1).flatMap((column): DrawnCell[] => {
      const key = `${String(row)},${String(column)}`
      if (covered.has(key)) return []
      const cell = known.get(key)
      const span = spans.get(key) ?? { rowSpan: 1, columnSpan: 1 }
      return [{ row, column, address: `${lettersOf(column)}${String(row)}`, ...span, text: cell?.text ?? '', kind: cell?.kind ?? 'blank', bold: cell?.bold ?? false, align: cell?.align ?? null, hasList: cell?.hasList ?? false }]
    })
    return { row, cells }
  })
}

/** The cell next to one in a direction, seen from the edge of what it is merged to; null at the edge of the sheet. */
export function neighbour(rows: readonly DrawnRow[], from: DrawnCell, [down, right]: readonly [number, number]): DrawnCell | null {
  const row = down > 0 ? from.row + from.rowSpan : from.row + down
  const column = right > 0 ? from.column + from.columnSpan : from.column + right
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan) return cell
    }
  }
  return null
}
