import { compact } from '../../../cells/clean-text.ts'
import { bodyRows, type BodyRow } from '../body-rows.ts'
import { findTable } from '../find-table.ts'
import { isBlankMark } from '../../../cells/read-date.ts'
import { moduleIndex, titleIndex } from '../modules.ts'
import type { RawWorkbook } from '../../../cells/raw-workbook.ts'
import { remembering } from '../remembering.ts'
import { splitNames } from '../split-names.ts'
import { leftOut, type ImportChoice, type ImportContext, type KnownWord, type RecognisedTable, type WordOfColumn } from '../types.ts'
import type { ListKind } from './codes.ts'
import type { ListColumn, ListSpec } from './list-spec.ts'
import { readListRow, type ReadListRow, type WordIndex } from './read-list.ts'
import { listSpecs } from './specs.ts'
import { quarterAround, yearAround, type CountedQuarter } from './title-period.ts'

/** The rows of a list, and the words of its choices with what each is taken for. */
export interface RecognisedList<Key extends string = string> {
  readonly table: RecognisedTable
  readonly given: readonly string[]
  readonly words: readonly WordOfColumn[]
  readonly rows: readonly ReadListRow<Key>[]
  /** The quarter that rows without one are counted to; null where each names its own. */
  readonly quarter: CountedQuarter | null
}

/** Distinct words of a column that are told; a column of free text chosen for a choice has thousands. */
const mostWords = 60

function bare(text: string): string {
  return compact(text).replace(/[\p{P}\p{S}]/gu, '')
}

function knownWords(column: ListColumn, context: ImportContext): readonly KnownWord[] {
  if (column.reading.as === 'word') return context.words?.[column.key] ?? []
  return column.reading.as === 'choice' ? Object.entries(column.reading.words).map(([code, names]) => ({ code, names })) : []
}

/** Words by the table a person made, then by name, then by the one name that stands in the word. */
export function wordIndex(spec: ListSpec, context: ImportContext, choice: ImportChoice): WordIndex {
  const indexes = new Map(spec.columns.map((column) => [column.key, remembering(byName(knownWords(column, context), choice.words?.[column.key] ?? {}))]))
  return (key, text) => indexes.get(key)?.(text) ?? null
}

function byName(words: readonly KnownWord[], chosen: Readonly<Record<string, string>>): (text: string) => string | null {
  const table = new Map(words.flatMap(({ code, names }) => [code, ...names].map((name): [string, string] => [bare(name), code])))
  for (const [word, code] of Object.entries(chosen)) if (code === leftOut || words.some((known) => known.code === code)) table.set(bare(word), code)
  return (text) => {
    const word = bare(text)
    const whole = table.get(word)
    if (whole !== undefined) return whole
    const within = new Set([...table].filter(([name, code]) => code !== leftOut && name.length > 1 && word.length <= 12 && word.includes(name)).map(([, code]) => code))
    return within.size === 1 ? ([...within][0] ?? null) : null
  }
}

/** A row that names several people (`张三、李四`) is a record of each of them. */
function onePersonEach<Key extends string>({ anchor, columns }: ListSpec<Key>, row: BodyRow<Key>): readonly BodyRow<Key>[] {
  const raw = row.cells.get(anchor)?.raw
  if (raw?.kind !== 'text' || columns.find(({ key }) => key === anchor)?.reading.as !== 'person') return [row]
  const names = splitNames(raw.text)
  return names.length < 2 ? [row] : names.map((text) => ({ ...row, cells: new Map([...row.cells, [anchor, { raw: { ...raw, text }, text }]]) }))
}

/** Finds the list in a workbook and reads its rows; null when there is no such table. */
export function recogniseList<Key extends string>(spec: ListSpec<Key>, workbook: RawWorkbook, context: ImportContext, choice: ImportChoice = {}): RecognisedList<Key> | null {
  const found = findTable(spec, workbook, choice)
  if (found === null) return null
  const [moduleNamed, moduleTitled] = [remembering(moduleIndex(context.modules)), remembering(titleIndex(context.modules))]
  const wordNamed = wordIndex(spec, context, choice)
  const body = bodyRows(spec, found, (text) => moduleTitled(text) !== null)
  const names = new Map<string, readonly string[]>(spec.columns.map((column) => [column.key, knownWords(column, context).map(({ code, names: [name] }) => name ?? code)]))
  const year = yearAround(found, context)
  const periodKey = spec.columns.find(({ reading: { as } }) => as === 'quarter')?.key
  const counted = periodKey === undefined ? null : quarterAround(found, context, year)
  const reading = { year, quarter: counted, moduleNamed, moduleTitled, wordNamed, namesOf: (key: string) => names.get(key) ?? [], fromCsv: workbook.source === 'csv' }
  const rows = body.flatMap((row) => onePersonEach(spec, row)).map((row) => readListRow(spec, row, reading))
  const words = spec.columns.filter(({ key, reading: { as } }) => (as === 'word' || as === 'choice') && found.columnOf.has(key)).flatMap(({ key }): WordOfColumn[] => {
    const texts = new Set(body.map(({ cells }) => compact(cells.get(key)?.text ?? '')).filter((text) => text !== ''))
    return [...texts].slice(0, mostWords).map((word) => ({ key, word, code: wordNamed(key, word) }))
  })
  const isCounted = periodKey !== undefined && body.some(({ cells }) => isBlankMark(cells.get(periodKey)?.text ?? ''))
  return { table: found.table, given: [...found.columnOf.keys()], words, rows, quarter: isCounted ? counted : null }
}

/** The same by the kind's name. */
export function recogniseListOf(kind: ListKind, workbook: RawWorkbook, context: ImportContext, choice: ImportChoice): RecognisedList | null {
  return recogniseList<string>(listSpecs[kind], workbook, context, choice)
}
