import { attribute, decodeEntities, xmlTokenAt, XmlError, type XmlTag } from '../gate/xml-tokens.ts'
import { cellPosition } from '../imports/xlsx/references.ts'

/** A cell as it stands in the text of its part: `start` and `end` are offsets, `open` its tag. */
export interface SheetCell {
  readonly column: number
  readonly open: string
  readonly start: number
  readonly end: number
  readonly style: number
  readonly type: string
  readonly formula: CellFormula | null
  /** The text of `<v>`, or of an inline string. */
  readonly value: string
}

/** `text` is decoded; `open` its tag, with `t`, `ref`, `si`. */
export interface CellFormula {
  readonly open: string
  readonly text: string
}

export interface SheetRow {
  readonly number: number
  readonly open: string
  readonly start: number
  readonly end: number
  readonly cells: readonly SheetCell[]
}

/** A worksheet part: its text, and where `sheetData` with its rows stands in it. */
export interface SheetXml {
  readonly xml: string
  /** `x:` where the names of the part carry one. */
  readonly prefix: string
  readonly dataStart: number
  readonly dataEnd: number
  readonly rows: readonly SheetRow[]
}

/** Tags of a document in order. @throws XmlError */
export function* tagsOf(xml: string, from = 0): Generator<XmlTag> {
  let position = from
  while (position < xml.length) {
    const token = xmlTokenAt(xml, position, true)
    if (token === null) throw new XmlError('token')
    if (token.kind === 'open' || token.kind === 'close') yield token
    position = token.end
  }
}

/** What stands between two offsets as text, entities decoded, `<![CDATA[…]]>` opened. */
export function innerText(xml: string, from: number, to: number): string {
  let [text, position] = ['', from]
  while (position < to) {
    const token = xmlTokenAt(xml, position, true)
    if (token === null) break
    if (token.kind === 'text') text += token.text
    position = token.end
  }
  return text
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The tag with an attribute set to a value, or without it. */
export function withAttribute(open: string, name: string, value: string | null): string {
  const pattern = new RegExp(String.raw`(\s)${name}\s*=\s*(?:"[^"]*"|'[^']*')`)
  const written = value === null ? '' : `${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`
  if (pattern.test(open)) return open.replace(pattern, (_, space: string) => (value === null ? '' : `${space}${written}`))
  return value === null ? open : open.replace(/\s*(\/?>)$/, (_, end: string) => ` ${written}${end}`)
}

export function attributeOf(open: string, name: string): string | null {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(open)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? null : decodeEntities(value)
}

interface OpenCell {
  readonly tag: XmlTag
  readonly column: number
  formula: CellFormula | null
  value: string
}

/** Reads a worksheet; every offset is one of the given text. @throws XmlError */
export function readSheetXml(xml: string): SheetXml {
  const rows: SheetRow[] = []
  let [prefix, dataStart, dataEnd] = ['', -1, -1]
  let row: { readonly number: number; readonly tag: XmlTag; readonly cells: SheetCell[] } | null = null
  let cell: OpenCell | null = null
  let inner: XmlTag | null = null
  let phonetic = 0
  let lastRow = 0

  function closeCell(end: number): void {
    if (row === null || cell === null) return
    const { tag, column, formula, value } = cell
    row.cells.push({ column, open: xml.slice(tag.start, tag.end), start: tag.start, end, style: Number(attribute(tag.attributes, 's') ?? 0), type: attribute(tag.attributes, 't') ?? 'n', formula, value })
    cell = null
  }

  function closeRow(end: number): void {
    if (row === null) return
    rows.push({ number: row.number, open: xml.slice(row.tag.start, row.tag.end), start: row.tag.start, end, cells: row.cells })
    row = null
  }

  for (const tag of tagsOf(xml)) {
    if (tag.name === 'sheetData') {
      if (tag.kind === 'open') {
        prefix = /^<([\w.-]+:)?/.exec(xml.slice(tag.start, tag.end))?.[1] ?? ''
        dataStart = tag.start
        if (tag.selfClosing) dataEnd = tag.end
      } else dataEnd = tag.end
      continue
    }
    if (dataStart === -1 || dataEnd !== -1) continue
    if (tag.kind === 'open') {
      if (tag.name === 'row') {
        lastRow = Number(attribute(tag.attributes, 'r') ?? lastRow + 1)
        row = { number: lastRow, tag, cells: [] }
        if (tag.selfClosing) closeRow(tag.end)
      } else if (tag.name === 'c' && row !== null) {
        const position = cellPosition(attribute(tag.attributes, 'r') ?? '')
        cell = { tag, column: position?.column ?? (row.cells.at(-1)?.column ?? 0) + 1, formula: null, value: '' }
        if (tag.selfClosing) closeCell(tag.end)
      } else if (tag.name === 'rPh' && !tag.selfClosing) phonetic += 1
      else if (['f', 'v', 't'].includes(tag.name) && cell !== null && phonetic === 0) {
        inner = tag
        if (tag.name === 'f' && tag.selfClosing) cell.formula = { open: xml.slice(tag.start, tag.end), text: '' }
      }
      continue
    }
    if (tag.name === 'rPh') phonetic -= 1
    else if (inner !== null && tag.name === inner.name && cell !== null) {
      const text = innerText(xml, inner.end, tag.start)
      if (tag.name === 'f') cell.formula = { open: xml.slice(inner.start, inner.end), text }
      else cell.value += text
      inner = null
    } else if (tag.name === 'c') closeCell(tag.end)
    else if (tag.name === 'row') closeRow(tag.end)
  }
  if (dataStart === -1 || dataEnd === -1) throw new XmlError('sheetData')
  return { xml, prefix, dataStart, dataEnd, rows }
}
