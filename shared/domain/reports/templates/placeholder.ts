import { aggregates, singleKeys, type Aggregate, type Catalogue, type CatalogueTable, type CellUse, type FieldName, type FillSource } from './template.ts'
import { aggregateNames, countNames, singleNames, templateWords } from './vocabulary.ts'

/** A cell's text in pieces: words as they stand, and what stands in double braces. */
export type TextPiece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'placeholder'; readonly text: string }

/** Full-width braces come out of a Chinese keyboard. */
const braces = /[{｛]{2}([^{}｛｝]{1,200})[}｝]{2}/g

/** `填报单位：{{乡镇}}` → words, placeholder. A text without braces is one piece of words. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let position = 0
  for (const match of text.matchAll(braces)) {
    if (match.index > position) pieces.push({ kind: 'words', text: text.slice(position, match.index) })
    pieces.push({ kind: 'placeholder', text: (match[1] ?? '').trim() })
    position = match.index + match[0].length
  }
  if (position < text.length || pieces.length === 0) pieces.push({ kind: 'words', text: text.slice(position) })
  return pieces
}

export function hasPlaceholder(text: string): boolean {
  return piecesOf(text).some(({ kind }) => kind === 'placeholder')
}

/** One form for what is typed in different ways: full-width letters and dots, spaces, brackets. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s　]/g, '').replace(/[。·・]/g, '.').toLowerCase()
}

function partsOf(text: string): readonly string[] {
  return plain(text).split('.').filter((part) => part !== '')
}

function isNamed(names: readonly string[], wanted: string): boolean {
  return names.some((name) => plain(name) === wanted)
}

function headingsOf({ heading, group }: FieldName): readonly string[] {
  return [heading, ...(group === null ? [] : [`${group}${heading}`])]
}

/** Whether a heading that holds `{name}` reads so for some name. */
function isOneOfEach(names: readonly string[], wanted: string): boolean {
  return names.some((name) => {
    const [before, after] = plain(name).split('{name}')
    return before !== undefined && after !== undefined && wanted.length > before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after)
  })
}

/**
 * The key of a column by its key or heading, or for one of those that stand once for each of a list the heading itself. What a column is
 * called now goes before what another is called as shipped; null where nobody knows it.
 */
export function fieldNamed({ fields }: Pick<CatalogueTable, 'fields'>, name: string): string | null {
  const wanted = plain(name)
  const exact = fields.find(({ key, ...own }) => isNamed([key, ...headingsOf(own)], wanted)) ?? fields.find(({ also = [] }) => isNamed(also.flatMap(headingsOf), wanted))
  if (exact !== undefined) return exact.heading.includes('{name}') ? null : exact.key
  const isOfEach = fields.some(({ also = [], ...own }) => own.heading.includes('{name}') && isOneOfEach([own, ...also].flatMap(headingsOf), wanted))
  return isOfEach ? name : null
}

/** A table by its key or by what it is called; what it is called now goes before what another is called as shipped. */
function tablesNamed(catalogue: Catalogue, wanted: string): readonly CatalogueTable[] {
  return [...catalogue.filter(({ key, name }) => isNamed([key, name], wanted)), ...catalogue.filter(({ also = [] }) => isNamed(also, wanted))]
}

/** The table that a placeholder asks for, by name or as the first; null for a single value, and for a table that is not there. */
export function tableAskedFor(text: string, catalogue: Catalogue): CatalogueTable | null {
  const [first = '', ...rest] = partsOf(text)
  return (rest.length === 0 ? catalogue[0] : tablesNamed(catalogue, first)[0]) ?? null
}

function aggregateNamed(name: string): Aggregate | null {
  const wanted = plain(name)
  return aggregates.find((how) => how === wanted || isNamed(aggregateNames[how], wanted)) ?? null
}

function tableSource(table: CatalogueTable, rest: readonly string[]): FillSource | null {
  const [field = '', how] = rest
  const key = fieldNamed(table, field)
  if (how === undefined) {
    if (key !== null) return { kind: 'column', table: table.key, field: key }
    return field === 'count' || isNamed(countNames, plain(field)) ? { kind: 'count', table: table.key } : null
  }
  const aggregate = aggregateNamed(how)
  return key === null || aggregate === null || rest.length > 2 ? null : { kind: 'aggregate', table: table.key, field: key, how: aggregate }
}

/**
 * What a placeholder asks for: `乡镇` · `结果汇总.姓名` · `结果汇总.行数` · `结果汇总.总分.合计`, in the words of the layout or by keys.
 * A bare heading means the column of the first table. null: nobody knows it.
 */
export function resolvePlaceholder(text: string, catalogue: Catalogue): FillSource | null {
  const [first = '', ...rest] = partsOf(text)
  if (rest.length === 0) {
    const single = singleKeys.find((key) => plain(key) === first || isNamed(singleNames[key], first))
    if (single !== undefined) return { kind: 'single', key: single }
    const main = catalogue[0]
    const field = main === undefined ? null : fieldNamed(main, first)
    return main === undefined || field === null ? null : { kind: 'column', table: main.key, field }
  }
  for (const table of tablesNamed(catalogue, first)) {
    const source = tableSource(table, rest)
    if (source !== null) return source
  }
  return null
}

function fieldName(table: CatalogueTable | undefined, field: string): string {
  const found = table?.fields.find(({ key }) => key === field)
  return found === undefined ? field : `${found.group ?? ''}${found.heading}`
}

/** What goes into a cell, as it is read on the screen and as a placeholder would say it. */
export function nameOfUse(use: CellUse, catalogue: Catalogue): string {
  if (use.kind === 'keep') return templateWords.keep
  if (use.kind === 'single') return singleNames[use.key][0]
  const table = catalogue.find(({ key }) => key === use.table)
  const name = table?.name ?? use.table
  if (use.kind === 'count') return [name, countNames[0]].join(templateWords.joiner)
  const field = fieldName(table, use.field)
  return [name, field, ...(use.kind === 'aggregate' ? [aggregateNames[use.how][0]] : [])].join(templateWords.joiner)
}

/** Whether what a mapping names is still there. */
export function isKnown(use: CellUse, catalogue: Catalogue): boolean {
  if (use.kind === 'keep' || use.kind === 'single') return true
  const table = catalogue.find(({ key }) => key === use.table)
  return table !== undefined && (use.kind === 'count' || fieldNamed(table, use.field) !== null)
}
