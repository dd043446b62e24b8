import type { RawRange } from '../../../../shared/domain/cells/raw-workbook.ts'

/** `AB12` → row 12, column 28; null when it is no cell of a sheet. */
export function cellPosition(reference: string): { readonly row: number; readonly column: number } | null {
  let column = 0
  let index = 0
  for (; index < reference.length && index < 4; index++) {
    const letter = reference.charCodeAt(index) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const row = Number(reference.slice(index))
  return index > 0 && column <= 16_384 && Number.isInteger(row) && row >= 1 && row <= 1_048_576 ? { row, column } : null
}

/** 28 → `AB` */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last
}

/** `A1:N2` → its corners; null when it is no range. */
export function rangeOf(reference: string): RawRange | null {
  const [first = '', second = first] = reference.replaceAll('$', '').split(':')
  const [a, b] = [cellPosition(first), cellPosition(second)]
  if (a === null || b === null) return null
  return { top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) }
}
