import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, convertMillimetersToTwip } from 'docx'
import { fontNames } from '../exports/model/typography.ts'
import type { Align, FilledBlock } from './fill-template.ts'

/** The look of an official document by GB/T 9704-2012: 版心 156 × 225 mm on A4, 2号 小标宋 and 3号 仿宋 on lines of 28 points. Fonts are named, never embedded. */
const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const
const titleSize = 22
const bodySize = 16
const tableSize = 12
const footSize = 14
const lineSpacing = 28
const characters = 100

/** Half points, twentieths of a point. */
const half = (points: number): number => points * 2
const twips = (points: number): number => points * 20

const aligns = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

const spacing = { line: twips(lineSpacing), lineRule: LineRuleType.EXACT } as const

function run(text: string, font: string, size: number): TextRun {
  return new TextRun({ text, font, size: half(size) })
}

function paragraph(text: string, { indented, align }: { readonly indented: boolean; readonly align: Align }): Paragraph {
  return new Paragraph({ alignment: align === 'left' ? AlignmentType.BOTH : aligns[align], spacing, ...(indented ? { indent: { firstLineChars: 2 * characters, firstLine: twips(2 * bodySize) } } : {}), children: [run(text, fontNames.text, bodySize)] })
}

function cell(text: string, font: string, width: number, align: Align, keepNext = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ alignment: aligns[align], keepNext, children: text.split('\n').map((line, at) => new TextRun({ text: line, font, size: half(tableSize), ...(at === 0 ? {} : { break: 1 }) })) })],
  })
}

/** Rows that go with the unit and the date to the next page. */
const rowsBySignature = 2

function table({ columns, rows }: Extract<FilledBlock, { kind: 'table' }>, isSigned: boolean): Table {
  const whole = columns.reduce((total, { share }) => total + share, 0)
  const room = convertMillimetersToTwip(page.width - page.left - page.right)
  const widths = columns.map(({ share }) => Math.floor((room * share) / whole))
  const widthAt = (at: number): number => widths[at] ?? 0
  return new Table({
    width: { size: room, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ heading }, at) => cell(heading, fontNames.heading, widthAt(at), 'centre')) }),
      ...rows.map((row, place) => new TableRow({ cantSplit: true, children: columns.map(({ align }, at) => cell(row[at] ?? '', fontNames.text, widthAt(at), align, isSigned && place >= rows.length - rowsBySignature)) })),
    ],
  })
}

/** Unit above date, each ended four characters from the right, apart from what is said by two lines; all on one page. */
function signature({ unit, date }: Extract<FilledBlock, { kind: 'signature' }>): readonly Paragraph[] {
  const empty = new Paragraph({ spacing, keepNext: true, children: [] })
  const line = (text: string, at: number, lines: readonly string[]) => new Paragraph({ alignment: AlignmentType.RIGHT, spacing, keepLines: true, keepNext: at < lines.length - 1, indent: { end: twips(4 * bodySize) }, children: [run(text, fontNames.text, bodySize)] })
  return [empty, empty, ...[unit, date].filter((text) => text !== '').map(line)]
}

function blocksOf(block: FilledBlock, breaksBefore: boolean, isSigned: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: twips(32), lineRule: LineRuleType.EXACT, after: twips(lineSpacing) }, pageBreakBefore: breaksBefore, children: [run(block.text, fontNames.title, titleSize)] }),
      ]
    case 'heading':
      return [new Paragraph({ spacing, keepNext: true, indent: { firstLineChars: 2 * characters, firstLine: twips(2 * bodySize) }, children: [run(block.text, fontNames.heading, bodySize)] })]
    case 'paragraph':
      return [paragraph(block.text, block)]
    case 'table':
      return [table(block, isSigned)]
    case 'signature':
      return signature(block)
  }
}

/** `— 1 —`, 4号 宋体, in the middle of the foot. */
function foot(): Footer {
  const font = '宋体'
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: half(footSize) })] })] })
}

export interface DocumentFacts {
  readonly title: string
  readonly author: string
}

/** Writes documents one behind the other, each on a page of its own, as one .docx. */
export function writeDocument(documents: readonly (readonly FilledBlock[])[], { title, author }: DocumentFacts): Promise<Buffer> {
  const { top, bottom, left, right, width, height } = page
  const margin = { top: convertMillimetersToTwip(top), bottom: convertMillimetersToTwip(bottom), left: convertMillimetersToTwip(left), right: convertMillimetersToTwip(right), footer: convertMillimetersToTwip(28) }
  const children = documents.flatMap((blocks, at) => blocks.flatMap((block, place) => blocksOf(block, at > 0, blocks[place + 1]?.kind === 'signature')))
  return Packer.toBuffer(
    new Document({
      title,
      creator: author,
      lastModifiedBy: author,
      styles: { default: { document: { run: { font: fontNames.text, size: half(bodySize), language: { eastAsia: 'zh-CN', value: 'zh-CN' } } } } },
      sections: [{ properties: { page: { size: { width: convertMillimetersToTwip(width), height: convertMillimetersToTwip(height) }, margin } }, footers: { default: foot() }, children }],
    }),
  )
}
