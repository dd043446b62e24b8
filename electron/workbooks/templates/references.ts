import { columnLetters, columnNumber } from '../exports/model/address.ts'

/** One end of a reference; null where it names whole rows or whole columns. */
export interface Corner {
  readonly column: number | null
  readonly row: number | null
  readonly fixedColumn: boolean
  readonly fixedRow: boolean
}

/** A reference in a formula. `sheet` null: the sheet the formula stands in. */
export interface Reference {
  readonly sheet: string | null
  readonly first: Corner
  /** null for a single cell. */
  readonly last: Corner | null
  /** The function it is a whole argument of, in capitals. */
  readonly argumentOf: string | null
}

const word = String.raw`[\p{L}\p{N}_.]`
const prefix = String.raw`(?:('(?:[^']|'')*'|${word}+(?::${word}+)?)!)?`
const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`
const area = String.raw`${cell}:${cell}|${cell}|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`
/** Strings, references with their sheet, structured references, numbers, names, and every other sign. */
const tokens = new RegExp(String.raw`"(?:[^"]|"")*"|${prefix}(${area})(?![\p{L}\p{N}_.(!])|(\[(?:[^[\]]|\[[^\]]*\])*\])|\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|([\p{L}_\\][\p{L}\p{N}_.\\]*)|[^]`, 'gu')

function cornerOf(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)
  const [, first = '', letters = '', second = '', digits = ''] = match ?? []
  return {
    column: letters === '' ? null : columnNumber(letters.toUpperCase()),
    row: digits === '' ? null : Number(digits),
    fixedColumn: letters !== '' && first === '$',
    fixedRow: letters === '' ? first === '$' : second === '$',
  }
}

export function cornerText({ column, row, fixedColumn, fixedRow }: Corner): string {
  return `${fixedColumn ? '$' : ''}${column === null ? '' : columnLetters(column)}${fixedRow ? '$' : ''}${row === null ? '' : String(row)}`
}

/** The name before `!`; null where it spans several sheets. */
function sheetOf(written: string): string | null {
  const name = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written
  return name.includes(':') ? null : name
}

interface Token {
  readonly text: string
  readonly prefix: string | undefined
  readonly reference: string | undefined
  readonly structured: boolean
  readonly name: string | undefined
}

function tokensOf(formula: string): readonly Token[] {
  return Array.from(formula.matchAll(tokens), (match) => ({ text: match[0], prefix: match[1], reference: match[2], structured: match[3] !== undefined, name: match[4] }))
}

/** The sign next to a token, without spaces. */
function beside(all: readonly Token[], index: number, step: 1 | -1): string {
  for (let at = index + step; ; at += step) {
    const text = all[at]?.text
    if (text === undefined) return ''
    if (text.trim() !== '') return text
  }
}

/** Changes every reference of a formula. `change` gives the new text of the cells (without the sheet), or null to leave it. */
export function mapReferences(formula: string, change: (reference: Reference) => string | null): string {
  const all = tokensOf(formula)
  const open: (string | null)[] = []
  let result = ''
  all.forEach(({ text, prefix: written, reference }, index) => {
    if (text === '(') open.push(/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(all[index - 1]?.text ?? '') ? (all[index - 1]?.text ?? '').toUpperCase() : null)
    if (text === ')') open.pop()
    const sheet = written === undefined ? null : sheetOf(written)
    if (reference === undefined || (written !== undefined && sheet === null)) {
      result += text
      return
    }
    const [first = '', last] = reference.split(':')
    const isWhole = /^[(,]$/.test(beside(all, index, -1)) && /^[),]$/.test(beside(all, index, 1))
    const changed = change({ sheet, first: cornerOf(first), last: last === undefined ? null : cornerOf(last), argumentOf: isWhole ? (open.at(-1) ?? null) : null })
    result += changed === null ? text : `${written === undefined ? '' : `${written}!`}${changed}`
  })
  return result
}

/** What a formula looks at: cells, and whether there is more that cannot be seen in its text (names, tables, computed addresses). */
export function referencesOf(formula: string): { readonly references: readonly Reference[]; readonly isOpen: boolean } {
  const references: Reference[] = []
  mapReferences(formula, (reference) => {
    references.push(reference)
    return null
  })
  const all = tokensOf(formula)
  const isOpen = all.some(({ name, structured, text, prefix: written, reference }, index) => {
    if (structured || (written !== undefined && reference !== undefined && sheetOf(written) === null)) return true
    if (name === undefined) return false
    return all[index + 1]?.text === '(' ? /^(?:INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|CELL|INFO)$/i.test(text) : !/^(?:TRUE|FALSE)$/i.test(text)
  })
  return { references, isOpen }
}
