import { periodTitle } from '../../../plans/cycle-vocabulary.ts'
import { chineseText, compact } from '../../../cells/clean-text.ts'
import { readIdNumber, readIdNumberFromNumber } from '../../../people/id-number.ts'
import { normalizeName } from '../../../people/person-name.ts'
import type { BodyRow } from '../body-rows.ts'
import type { ModuleIndex } from '../modules.ts'
import { isBlankMark, readDate } from '../../../cells/read-date.ts'
import { readTextOf } from '../read-text.ts'
import type { GridCell } from '../sheet-grid.ts'
import { leftOut, type RowIssue } from '../types.ts'
import type { ListIssueCode } from './codes.ts'
import type { CellReading, Cells, ListColumn, ListSpec } from './list-spec.ts'
import { unranked } from './list-spec.ts'
import { readDecimal, readQuarter, readRank, readWhole } from './read-number.ts'
import { readSpan, withYear } from './read-span.ts'
import { quarterOfMonth, type CountedQuarter } from './title-period.ts'
import { listMessages as says } from './vocabulary.ts'

/** A cell as it stands in the row, or why it does not. */
export type CellResult = { readonly is: 'empty' } | { readonly is: 'value'; readonly value: string } | { readonly is: 'fault'; readonly code: ListIssueCode; readonly message: string }

/** What a word of a column stands for; null: nothing known. */
export type WordIndex = (key: string, text: string) => string | null

/** `names`: what a word column takes, for its sentence. `fromCsv`: numbers came as text, so a last zero may be gone. */
export interface ListReading {
  readonly moduleNamed: ModuleIndex
  /** Of the title that a row stands under. */
  readonly moduleTitled: ModuleIndex
  readonly wordNamed: WordIndex
  readonly namesOf: (key: string) => readonly string[]
  readonly fromCsv: boolean
  /** The year of days and quarters that are written without one. */
  readonly year: string
  /** The quarter of rows that name none; null where the list has no quarters. That of 数据日期 is left to matching. */
  readonly quarter: CountedQuarter | null
}

/** A row of a list before the database is asked. */
export interface ReadListRow<Key extends string> {
  readonly row: number
  readonly cells: Cells<Key>
  readonly errors: readonly RowIssue<ListIssueCode>[]
  readonly read: string
}

const empty: CellResult = { is: 'empty' }

export function fault(code: ListIssueCode, message: string): CellResult {
  return { is: 'fault', code, message }
}

function value(text: string): CellResult {
  return text === '' ? empty : { is: 'value', value: text }
}

const shown = (text: string) => compact(text).slice(0, 20)

function limited(text: string, { maxLength = 500 }: ListColumn): CellResult {
  return [...text].length > maxLength ? fault('too_long', says.tooLong(maxLength)) : value(text)
}

function idNumber({ raw, text }: GridCell): CellResult {
  // A masked number, as the product itself writes it, tells nothing.
  if (/^\d{3}\*+\d{0,4}[xX]?$/.test(compact(text))) return empty
  const reading = raw.kind === 'number' ? readIdNumberFromNumber(raw.value) : readIdNumber(text)
  if (reading.kind === 'empty') return empty
  if (reading.kind === 'valid') return value(reading.idNo)
  return fault('id_invalid', reading.kind === 'digits_lost' ? says.idDigitsLost : says.idInvalid)
}

function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
}

function day({ raw, text }: GridCell, month: 'first' | 'last' | 'refused', { fromCsv, year }: ListReading): CellResult {
  const reading = readDate(raw.kind === 'text' ? { kind: 'text', text: withYear(raw.text, year) } : raw)
  if (reading.kind === 'empty') return empty
  if (reading.kind === 'invalid') return fault('date_invalid', says.dayInvalid(shown(text)))
  if (reading.day !== null) return value(reading.day)
  if (month === 'refused') return fault('date_invalid', says.monthOnly(shown(text)))
  if (reading.perhapsOctober && (fromCsv || raw.kind === 'number')) return fault('date_invalid', says.octoberOrNot(shown(text)))
  return value(month === 'first' ? `${reading.month}-01` : lastDayOf(reading.month))
}

/** A quarter, or the day or month that lies in one. */
function quarter({ raw, text }: GridCell, { fromCsv, year }: ListReading): CellResult {
  const written = readQuarter(text, year)
  if (written.is === 'value') return written
  const reading = readDate(raw.kind === 'text' ? { kind: 'text', text: withYear(raw.text, year) } : raw)
  if (reading.kind !== 'date') return written
  if (reading.perhapsOctober && (fromCsv || raw.kind === 'number')) return fault('period_unknown', says.octoberOrNot(shown(text)))
  return value(quarterOfMonth(reading.month))
}

function known(code: string | null, text: string, names: readonly string[]): CellResult {
  if (code === leftOut) return fault('skipped', says.leftOut(shown(text)))
  return code === null ? fault('choice_unknown', says.choiceUnknown(shown(text), names)) : value(code)
}

function cellOf(column: ListColumn, cell: GridCell, reading: ListReading): CellResult {
  const { text } = cell
  const how: CellReading = column.reading
  switch (how.as) {
    case 'text':
      return limited(chineseText(text), column)
    case 'code':
      return limited(compact(text), column)
    case 'person':
      return limited(normalizeName(text), column)
    case 'idNo':
      return idNumber(cell)
    case 'day':
      return day(cell, how.month, reading)
    case 'decimal':
      return readDecimal(text, how)
    case 'whole':
      return readWhole(text, how)
    case 'rank':
      return readRank(text, unranked)
    case 'choice':
    case 'word':
      return known(reading.wordNamed(column.key, text), text, reading.namesOf(column.key))
    case 'module': {
      const found = reading.moduleNamed(text)
      return found === null ? fault('module_unknown', says.moduleUnknown(shown(text))) : value(found.code)
    }
    case 'quarter':
      return quarter(cell, reading)
  }
}

/** Both days of a span that stands in the cell of the first (`2026.6.1-2026.6.5`), each in its own. */
function withSpan<Key extends string>({ range }: ListSpec<Key>, row: BodyRow<Key>, { year }: ListReading): BodyRow<Key> {
  const [from, to] = range ?? []
  const cell = from === undefined ? undefined : row.cells.get(from)
  if (from === undefined || to === undefined || cell?.raw.kind !== 'text' || row.cells.has(to)) return row
  const span = readSpan(cell.raw.text, year)
  const cellWith = (text: string): GridCell => ({ raw: { kind: 'text', text, column: cell.raw.column }, text })
  return span === null ? row : { ...row, cells: new Map([...row.cells, [from, cellWith(span[0])], [to, cellWith(span[1])]]) }
}

/** The quarter of a row as it is understood, whether the row names it or not. */
function quarterShown<Key extends string>({ columns }: ListSpec<Key>, row: BodyRow<Key>, cells: Cells<Key>, { quarter: counted }: ListReading): ReadonlyMap<Key, string> {
  return new Map(columns.flatMap(({ key, reading }): [Key, string][] => {
    const code = cells.get(key) ?? (isBlankMark(row.cells.get(key)?.text ?? '') ? counted?.code : undefined)
    return reading.as === 'quarter' && code !== undefined ? [[key, periodTitle(code)]] : []
  }))
}

/** Reads one row by the table of its columns, with all its errors. What only the database can tell comes with matching. */
export function readListRow<Key extends string>(spec: ListSpec<Key>, given: BodyRow<Key>, reading: ListReading): ReadListRow<Key> {
  const row = withSpan(spec, given, reading)
  const cells = new Map<Key, string>()
  const errors: RowIssue<ListIssueCode>[] = []
  for (const column of spec.columns) {
    const cell = row.cells.get(column.key)
    // A section's title holds for its rows: the module they stand under.
    const section = column.reading.as === 'module' && cell === undefined ? (reading.moduleTitled(row.section ?? '')?.code ?? '') : ''
    const implied = column.reading.as === 'quarter' && reading.quarter !== null && reading.quarter.by !== 'as_of' ? reading.quarter.code : section
    const result = cell === undefined || isBlankMark(cell.text) ? value(implied) : cellOf(column, cell, reading)
    if (result.is === 'value') cells.set(column.key, result.value)
    if (result.is === 'fault') errors.push({ column: column.label, code: result.code, message: result.message })
    if (result.is === 'empty' && column.required) {
      const isAnchor = column.key === spec.anchor
      if (!(isAnchor && spec.telling.some((key) => cells.has(key) || row.cells.has(key)))) errors.push({ column: column.label, code: isAnchor ? 'name_missing' : 'required', message: says.required(column.label) })
    }
  }
  const [from, to] = spec.range ?? []
  const [begin, end] = [from && cells.get(from), to && cells.get(to)]
  if (begin !== undefined && end !== undefined && to !== undefined && from !== undefined && end < begin) errors.push({ column: labelOf(spec, to), code: 'dates_backwards', message: says.backwards(labelOf(spec, to), labelOf(spec, from)) })
  // Of a row that is left out nothing else is asked.
  const skipped = errors.find(({ code }) => code === 'skipped')
  return { row: row.row, cells, errors: skipped === undefined ? errors : [skipped], read: readTextOf(spec, given, quarterShown(spec, row, cells, reading)) }
}

export function labelOf<Key extends string>(spec: ListSpec<Key>, key: Key): string {
  return spec.columns.find((column) => column.key === key)?.label ?? key
}
