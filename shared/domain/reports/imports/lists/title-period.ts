import { compact, halfWidth } from '../../../cells/clean-text.ts'
import type { FoundTable } from '../find-table.ts'
import type { ImportContext } from '../types.ts'

/** By what the rows that name no quarter are counted to one. */
export const quarterSources = ['heading', 'title', 'chosen', 'as_of'] as const
export type QuarterSource = (typeof quarterSources)[number]

export interface CountedQuarter {
  readonly code: string
  readonly by: QuarterSource
}

const ordinals: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4', 首: '1' }
const written = /(?:(\d{4})年?度?)?(?<!前)第?([1-4一二三四首])季度|(\d{4})年?Q([1-4])/gu

function quartersIn(text: string, year: string): readonly string[] {
  return [...compact(halfWidth(text)).toUpperCase().matchAll(written)].map(([, ownYear, ordinal = '', codeYear, digit]) => (digit === undefined ? `${ownYear ?? year}Q${ordinals[ordinal] ?? ordinal}` : `${codeYear ?? year}Q${digit}`))
}

/** The texts around a table: its headings, those read first; and what stands above them, the nearest first, and its sheet's name. */
function textsAround<Key extends string>({ table, grid }: FoundTable<Key>): { readonly headings: readonly (readonly string[])[]; readonly titles: readonly string[] } {
  const textsOf = (isIn: (row: number) => boolean) => grid.rows.filter(({ row }) => isIn(row)).map(({ cells }) => [...cells.values()].map(({ text }) => text))
  const read = table.columns.filter(({ key }) => key !== null).map(({ heading }) => heading)
  const head = textsOf((row) => row >= table.headerTop && row <= table.headerRow).flat()
  return { headings: [read, head], titles: [...textsOf((row) => row < table.headerTop).reverse().flat(), table.sheet] }
}

/** The year that the headings, the titles or the sheet's name tell, else that of 数据日期. */
export function yearAround<Key extends string>(found: FoundTable<Key>, { asOf, today }: ImportContext): string {
  const { headings, titles } = textsAround(found)
  for (const text of [...headings.flat(), ...titles]) {
    const year = /(?<!\d)(20\d{2})(?:年|\.\d|-\d|Q)/u.exec(halfWidth(text))?.[1]
    if (year !== undefined) return year
  }
  return (asOf ?? today).slice(0, 4)
}

/** To which quarter rows without one are counted: of the headings, else of the titles, else the chosen one, else that of 数据日期. Where two are named, none is meant. */
export function quarterAround<Key extends string>(found: FoundTable<Key>, context: ImportContext, year: string): CountedQuarter {
  const { headings, titles } = textsAround(found)
  const groups = [...headings.map((texts) => ({ by: 'heading' as const, texts })), ...titles.map((text) => ({ by: 'title' as const, texts: [text] }))]
  for (const { by, texts } of groups) {
    const [code, ...others] = new Set(texts.flatMap((text) => quartersIn(text, year)))
    if (code !== undefined && others.length === 0) return { code, by }
  }
  return context.quarter === undefined ? { code: quarterOfMonth((context.asOf ?? context.today).slice(0, 7)), by: 'as_of' } : { code: context.quarter, by: 'chosen' }
}

/** `2026-05` → `2026Q2` */
export function quarterOfMonth(month: string): string {
  return `${month.slice(0, 4)}Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}`
}
