import { aggregates, singleKeys, type Aggregate, type Catalogue, type CatalogueField, type CatalogueTable, type CellUse, type FillSource } from './template.ts'
import { aggregateNames, countNames, singleNames, templateWords } from './template-vocabulary.ts'

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

function isNamed(names: readonly string[], wanted: string): boolean {
  return names.some((name) => plain(name) === wanted)
}

function namesOfField({ key, heading, group }: CatalogueField): readonly string[] {
  return [key, heading, ...(group === null ? [] : [`${group}${heading}`])]
}

/** Whether a heading that holds `{name}` reads so for some name. */
function isOneOfEach(names: readonly string[], wanted: string): boolean {
  return names.some((name) => {
    const [before, after] = plain(name).split('{name}')
    return before !== undefined && after !== undefined && wanted.length > before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after)
  })
}

/** The key of a column, or for one of those that stand once for each of a list its heading. */
function fieldIn(table: CatalogueTable, name: string): string | null {
  const wanted = plain(name)
  const exact = table.fields.find((field) => isNamed(namesOfField(field), wanted))
  if (exact !== undefined) return exact.heading.includes('{name}') ? null : exact.key
  return table.fields.some((field) => field.heading.includes('{name}') && isOneOfEach(namesOfField(field).slice(1), wanted)) ? name : null
}

function aggregateNamed(name: string): Aggregate | null {
  const wanted = plain(name)
  return aggregates.find((how) => how === wanted || isNamed(aggregateNames[how], wanted)) ?? null
}

function tableSource(table: CatalogueTable, rest: readonly string[]): FillSource | null {
  const [field = '', how] = rest
  const key = fieldIn(table, field)
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
  const parts = plain(text).split('.').filter((part) => part !== '')
  const [first = '', ...rest] = parts
  if (rest.length === 0) {
    const single = singleKeys.find((key) => plain(key) === first || isNamed(singleNames[key], first))
    if (single !== undefined) return { kind: 'single', key: single }
    const main = catalogue[0]
    const field = main === undefined ? null : fieldIn(main, first)
    return main === undefined || field === null ? null : { kind: 'column', table: main.key, field }
  }
  for (const table of catalogue) {
    if (!isNamed([table.key, table.name], first)) continue
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
  return table !== undefined && (use.kind === 'count' || fieldIn(table, use.field) !== null)
}
