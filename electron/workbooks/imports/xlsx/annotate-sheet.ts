import { attribute, attributesOf, xmlTokenAt, XmlError, type XmlTag } from '../../gate/xml-tokens.ts'
import { cellPosition, columnLetters } from './references.ts'

/** What to write into one column of a sheet: a heading in its row, and a text per row. Other cells of that column are emptied. */
export interface SheetNotes {
  readonly column: number
  readonly headerRow: number
  readonly heading: string
  readonly notes: ReadonlyMap<number, string>
}

const noteWidth = 60
const red = 'FFC00000'

function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function prefixOf(xml: string, tag: XmlTag): string {
  return /^<\/?([\w.-]+:)?/.exec(xml.slice(tag.start, tag.end))?.[1] ?? ''
}

/** An inline string that carries its own colour, so that the styles of the workbook stay as they are. */
function noteCell(row: number, text: string, { column, headerRow }: SheetNotes, p: string): string {
  const look = row === headerRow ? `<${p}b/>` : ''
  const run = `<${p}r><${p}rPr>${look}<${p}color rgb="${red}"/></${p}rPr><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`
  return `<${p}c r="${columnLetters(column)}${String(row)}" t="inlineStr"><${p}is>${run}</${p}is></${p}c>`
}

/** Tags of a whole document in order. @throws XmlError */
function* tagsOf(xml: string): Generator<XmlTag> {
  let position = 0
  while (position < xml.length) {
    const token = xmlTokenAt(xml, position, true)
    if (token === null) throw new XmlError('token')
    if (token.kind === 'open' || token.kind === 'close') yield token
    position = token.end
  }
}

/** Replacement of a stretch of the text; `from` = `to` inserts. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function applied(xml: string, edits: readonly Edit[]): string {
  let [result, position] = ['', 0]
  for (const { from, to, text } of edits) {
    result += xml.slice(position, from) + text
    position = to
  }
  return result + xml.slice(position)
}

function textOf(row: number, notes: SheetNotes): string | undefined {
  return row === notes.headerRow ? notes.heading : notes.notes.get(row)
}

/** `spans` is a hint that would now be wrong. */
function withoutSpans(tag: string): string {
  return tag.replace(/\sspans=(?:"[^"]*"|'[^']*')/, '')
}

/** Widens the new column unless the sheet already says how wide it is. */
function widthEdit(xml: string, column: number, cols: XmlTag | null, ranges: readonly { readonly min: number; readonly max: number; readonly end: number }[], sheetData: XmlTag): Edit | null {
  const p = prefixOf(xml, sheetData)
  const col = `<${p}col min="${String(column)}" max="${String(column)}" width="${String(noteWidth)}" customWidth="1"/>`
  if (cols === null) return { from: sheetData.start, to: sheetData.start, text: `<${p}cols>${col}</${p}cols>` }
  if (ranges.some(({ min, max }) => min <= column && column <= max)) return null
  const before = ranges.filter(({ max }) => max < column).at(-1)?.end ?? cols.end
  return { from: before, to: before, text: col }
}

/** The sheet's XML with one more column; every other byte stays. @throws XmlError */
export function annotateSheet(xml: string, notes: SheetNotes): string {
  const edits: Edit[] = []
  const ranges: { min: number; max: number; end: number }[] = []
  let cols: XmlTag | null = null
  let inData = false
  let row = 0
  let column = 0
  let insertAt: number | null = null
  let dropFrom: number | null = null

  const write = (at: number, p: string) => {
    const text = textOf(row, notes)
    if (text !== undefined) edits.push({ from: at, to: at, text: noteCell(row, text, notes, p) })
  }

  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'open' && tag.name === 'cols') cols = tag
    if (tag.kind === 'open' && tag.name === 'col' && !inData) {
      const found = attributesOf(tag.attributes)
      ranges.push({ min: Number(found.get('min')), max: Number(found.get('max')), end: tag.end })
    }
    if (tag.name === 'dimension' && tag.kind === 'open' && tag.selfClosing) edits.push({ from: tag.start, to: tag.end, text: '' })
    if (tag.name === 'sheetData') {
      inData = tag.kind === 'open' && !tag.selfClosing
      const width = tag.kind === 'open' ? widthEdit(xml, notes.column, cols, ranges, tag) : null
      if (width) edits.push(width)
    }
    if (!inData) continue
    if (tag.name === 'row' && tag.kind === 'open') {
      row = Number(attribute(tag.attributes, 'r') ?? row + 1)
      column = 0
      insertAt = null
      if (textOf(row, notes) === undefined) continue
      const p = prefixOf(xml, tag)
      const head = withoutSpans(xml.slice(tag.start, tag.end))
      const opened = tag.selfClosing ? `${head.slice(0, -2)}>${noteCell(row, textOf(row, notes) ?? '', notes, p)}</${p}row>` : head
      edits.push({ from: tag.start, to: tag.end, text: opened })
    } else if (tag.name === 'c' && tag.kind === 'open') {
      column = cellPosition(attribute(tag.attributes, 'r') ?? '')?.column ?? column + 1
      if (column >= notes.column && insertAt === null) {
        insertAt = tag.start
        write(insertAt, prefixOf(xml, tag))
      }
      dropFrom = column === notes.column ? tag.start : null
      if (dropFrom !== null && tag.selfClosing) edits.push({ from: dropFrom, to: tag.end, text: '' })
    } else if (tag.name === 'c' && dropFrom !== null) {
      edits.push({ from: dropFrom, to: tag.end, text: '' })
      dropFrom = null
    } else if (tag.name === 'row' && insertAt === null) write(tag.start, prefixOf(xml, tag))
  }
  return applied(xml, edits)
}
