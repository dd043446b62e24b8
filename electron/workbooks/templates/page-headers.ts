import type { FillSource } from '../../../shared/domain/reports/templates/template.ts'
import { hasPlaceholder } from '../../../shared/domain/reports/templates/placeholder.ts'
import type { Edit } from './edits.ts'
import { TemplateFault } from './fault.ts'
import { escapeXml, innerText, tagsOf, type SheetXml } from './sheet-xml.ts'
import { templateSentences } from './vocabulary.ts'

/** A header or footer of the printed page, its codes such as `&C` and `&P` in it; `from` and `to` are offsets in the part of the sheet. */
export interface PageHeader {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Words of a header as they stand, codes and all, or what is filled in. */
export type HeaderPiece = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'value'; readonly text: string }

const elements: ReadonlySet<string> = new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'])

/** What a spreadsheet takes of one header or footer. */
const longest = 255

/** The headers and footers of a sheet that hold placeholders. */
export function pageHeadersOf({ xml, dataEnd }: SheetXml): readonly PageHeader[] {
  const found: PageHeader[] = []
  let from = -1
  for (const { kind, name, start, end } of tagsOf(xml, dataEnd)) {
    if (!elements.has(name)) continue
    if (kind === 'open') from = end
    else found.push({ text: innerText(xml, from, start), from, to: start })
  }
  return found.filter(({ text }) => hasPlaceholder(text))
}

/** What may stand in a header: it is one for all pages, so that a column with its rows finds no place in it. */
export function isForHeader(source: FillSource): boolean {
  return source.kind !== 'column'
}

/**
 * A header filled. An `&` of a value is written twice, for one alone begins a code; a value that begins with a digit is kept apart from
 * the size of the font before it: `&12` and `2026` → `&12 2026`.
 */
export function filledHeader(pieces: readonly HeaderPiece[]): string {
  return pieces.reduce((text, piece) => {
    if (piece.kind === 'words') return text + piece.text
    const value = piece.text.replace(/\s+/g, ' ').replaceAll('&', '&&')
    return `${text}${/(?:^|[^&])(?:&&)*&\d+$/.test(text) && /^\d/.test(value) ? ' ' : ''}${value}`
  }, '')
}

/** @throws TemplateFault where a header gets longer than a spreadsheet takes */
export function headerEdits(sheet: string, headers: readonly (PageHeader & { readonly filled: string })[]): readonly Edit[] {
  if (headers.some(({ filled }) => filled.length > longest)) throw new TemplateFault(templateSentences.headerTooLong(sheet))
  return headers.map(({ from, to, filled }) => ({ from, to, text: escapeXml(filled) }))
}
