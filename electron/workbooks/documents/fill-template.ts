import { fileStem } from '../../../shared/lib/file-name.ts'
import { fillTokens } from '../exports/arrange/tokens.ts'
import { cleanText } from '../exports/model/clean-text.ts'
import type { DocumentBlock, DocumentTemplate } from './template.ts'

type Words = Readonly<Record<string, string>>

/** What one document says: single words, and the rows of its lists and tables. */
export interface DocumentData {
  readonly tokens: Words
  readonly lists: Readonly<Record<string, readonly Words[]>>
}

export type Align = 'left' | 'centre' | 'right'

/** A document as it stands on paper, block by block; plain data. */
export type FilledBlock =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly indented: boolean; readonly align: Align }
  | { readonly kind: 'table'; readonly columns: readonly { readonly heading: string; readonly share: number; readonly align: Align }[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'signature'; readonly unit: string; readonly date: string }

/** What was typed stays text; each line of it is a paragraph. */
function linesOf(text: string): readonly string[] {
  return cleanText(text).split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

function isSaid(template: string, words: Words): boolean {
  const names = Array.from(template.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
  return names.length === 0 || names.some((name) => (words[name] ?? '') !== '')
}

type Conditions = Pick<Extract<DocumentBlock, { kind: 'heading' }>, 'within' | 'unless' | 'needs' | 'lacks'>

function isOut({ within, unless, needs, lacks }: Conditions, { tokens, lists }: DocumentData): boolean {
  const hasRows = (list: string) => (lists[list] ?? []).length > 0
  const hasWord = (token: string) => (tokens[token] ?? '').trim() !== ''
  return (within !== undefined && !hasRows(within)) || (unless !== undefined && hasRows(unless)) || (needs !== undefined && !hasWord(needs)) || (lacks !== undefined && hasWord(lacks))
}

const ordinals = '一二三四五六七八九'

function fillBlock(block: DocumentBlock, data: DocumentData, headings: number): readonly FilledBlock[] {
  const { tokens, lists } = data
  const rowsOf = (list: string) => lists[list] ?? []
  switch (block.kind) {
    case 'paragraph': {
      const { text, indented, align } = block
      return isOut(block, data) || !isSaid(text, tokens) ? [] : linesOf(fillTokens(text, tokens)).map((line) => ({ kind: 'paragraph', text: line, indented, align }))
    }
    case 'heading':
      return isOut(block, data) ? [] : [{ kind: 'heading', text: cleanText(fillTokens(block.text, { ...tokens, ordinal: ordinals.charAt(headings) })) }]
    case 'list':
      return rowsOf(block.of).flatMap((row, at) => linesOf(fillTokens(block.text, { ...tokens, ...row, number: String(at + 1) }))).map((text) => ({ kind: 'paragraph', text, indented: true, align: 'left' }))
    case 'table': {
      const columns = block.columns.filter(({ field, whereSaid }) => !whereSaid || rowsOf(block.of).some((row) => (row[field] ?? '') !== ''))
      const rows = rowsOf(block.of).map((row, at) => columns.map(({ field }) => cleanText(field === 'number' ? String(at + 1) : (row[field] ?? ''))))
      return rows.length === 0 ? [] : [{ kind: 'table', columns: columns.map(({ heading, share, align }) => ({ heading: cleanText(fillTokens(heading, tokens)), share, align })), rows }]
    }
    case 'signature':
      return [{ kind: 'signature', unit: cleanText(fillTokens(block.unit, tokens)), date: cleanText(fillTokens(block.date, tokens)) }]
  }
}

/** The blocks of one document: the title, then what the template has to say of the data. */
export function fillTemplate(template: DocumentTemplate, data: DocumentData): readonly FilledBlock[] {
  const filled: FilledBlock[] = [{ kind: 'title', text: cleanText(fillTokens(template.title, data.tokens)) }]
  for (const block of template.blocks) filled.push(...fillBlock(block, data, filled.filter(({ kind }) => kind === 'heading').length))
  return filled
}

/** `清溪镇_2026年第一季度考评结果公示_20260408.docx` */
export function documentFileName({ fileName }: DocumentTemplate, tokens: Words): string {
  return `${fileStem(cleanText(fillTokens(fileName.replace(/\.docx$/, ''), tokens)))}.docx`
}
