import { columnLetters, columnNumber } from '../model/address.ts'

/** A formula in pieces: what stands in double quotes, quoted sheet names, and the rest. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g

function mapCode(formula: string, change: (code: string) => string, quotedName: (name: string) => string): string {
  return formula.replace(pieces, (piece) => {
    if (piece.startsWith('"')) return piece
    return piece.startsWith("'") ? quotedName(piece) : change(piece)
  })
}

/** One form for what programs write in different ways: quotes around sheet names, spaces, case of functions. */
export function sameForm(formula: string): string {
  return mapCode(
    formula.replace(/^=/, ''),
    (code) => code.replace(/\s+/g, '').toUpperCase(),
    (name) => name.slice(1, -1).replaceAll("''", "'").toUpperCase(),
  )
}

/** A reference such as `$A1`; not the tail of a longer word, nor the name of a function. */
const reference = /(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![A-Za-z0-9_(.])/g

/** A shared formula as it reads `rows` below and `columns` right of the cell that carries its text. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return mapCode(
    formula,
    (code) => code.replace(reference, (_, fixedColumn: string, letters: string, fixedRow: string, row: string) => {
      const column = fixedColumn === '$' ? letters : columnLetters(columnNumber(letters.toUpperCase()) + columns)
      return `${fixedColumn}${column}${fixedRow}${fixedRow === '$' ? row : String(Number(row) + rows)}`
    }),
    (name) => name,
  )
}
