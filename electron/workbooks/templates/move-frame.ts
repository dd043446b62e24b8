import { applied, type Edit } from './edits.ts'
import { moveFormula, type Movement } from './move-formula.ts'
import { grownList, grownRange, movedMerge, movedRange, repeatedRange } from './move-ranges.ts'
import { movesRows, rowEnd, rowStart, type RowShift } from './row-shift.ts'
import { attributeOf, escapeXml, innerText, tagsOf, withAttribute } from './sheet-xml.ts'

/** Attributes that name cells of the sheet itself, by element. */
const ranges: Readonly<Record<string, readonly (readonly [attribute: string, how: (ref: string, shift: RowShift) => string])[]>> = {
  dimension: [['ref', grownRange]],
  sheetView: [['topLeftCell', movedRange]],
  pane: [['topLeftCell', movedRange]],
  selection: [['activeCell', movedRange], ['sqref', (list, shift) => list.split(' ').map((ref) => movedRange(ref, shift)).join(' ')]],
  autoFilter: [['ref', grownRange]],
  sortState: [['ref', grownRange]],
  sortCondition: [['ref', grownRange]],
  conditionalFormatting: [['sqref', grownList]],
  dataValidation: [['sqref', grownList]],
  ignoredError: [['sqref', grownList]],
  protectedRange: [['sqref', grownList]],
  cellWatch: [['r', movedRange]],
  table: [['ref', grownRange]],
  location: [['ref', movedRange]],
  comment: [['ref', movedRange]],
  threadedComment: [['ref', movedRange]],
  brk: [['id', (row, shift) => String(rowEnd(shift, Number(row)))]],
}

/** Elements whose text is a formula. */
const formulas: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f', 'calculatedColumnFormula', 'totalsRowFormula'])

export interface FrameOf {
  readonly sheet: string
  readonly shift: RowShift
  readonly movement: Movement
}

/** Repeats a self-closing tag once for each range; further ones lose the id that must be unique. */
function repeatedTag(open: string, refs: readonly string[]): string {
  return refs.map((ref, index) => withAttribute(index === 0 ? open : withAttribute(open, 'xr:uid', null), 'ref', ref)).join('')
}

/** Moves what a part says about cells of its sheet, between two offsets: everything of a worksheet but its rows, tables, comments. */
export function frameEdits(xml: string, from: number, to: number, { sheet, shift, movement }: FrameOf): readonly Edit[] {
  const edits: Edit[] = []
  const moves = movesRows(shift)
  let inColumnBreaks = false
  let text: { readonly name: string; readonly from: number } | null = null
  let mergeTag: { readonly start: number; readonly end: number; count: number } | null = null
  for (const tag of tagsOf(xml.slice(0, to), from)) {
    const { name, start, end } = tag
    if (name === 'colBreaks') inColumnBreaks = tag.kind === 'open' && !tag.selfClosing
    if (tag.kind === 'close') {
      if (text?.name === name) {
        const before = innerText(xml, text.from, start)
        const after = name === 'sqref' ? (moves ? grownList(before, shift) : before) : moveFormula(before, { sheet, copy: null }, movement)
        if (after !== before) edits.push({ from: text.from, to: start, text: escapeXml(after) })
        text = null
      }
      if (name === 'mergeCells' && mergeTag !== null && moves) {
        edits.push({ from: mergeTag.start, to: mergeTag.end, text: withAttribute(xml.slice(mergeTag.start, mergeTag.end), 'count', String(mergeTag.count)) })
        mergeTag = null
      }
      continue
    }
    if (!tag.selfClosing && (formulas.has(name) || name === 'sqref')) text = { name, from: end }
    const open = xml.slice(start, end)
    let changed = open
    if (name === 'hyperlink') {
      const location = attributeOf(open, 'location')
      if (location !== null) {
        const moved = moveFormula(location, { sheet, copy: null }, movement)
        if (moved !== location) changed = withAttribute(changed, 'location', moved)
      }
    }
    if (moves) {
      if (name === 'mergeCells') mergeTag = { start, end, count: 0 }
      else if (name === 'mergeCell') {
        const refs = movedMerge(sheet, attributeOf(open, 'ref') ?? '', shift)
        if (mergeTag !== null) mergeTag.count += refs.length
        changed = repeatedTag(open, refs)
      } else if (name === 'hyperlink' && tag.selfClosing) changed = repeatedTag(changed, repeatedRange(attributeOf(open, 'ref') ?? '', shift))
      else if (!(name === 'brk' && inColumnBreaks)) {
        for (const [attribute, how] of ranges[name] ?? []) {
          const before = attributeOf(open, attribute)
          const after = before === null ? null : how(before, shift)
          if (after !== before) changed = withAttribute(changed, attribute, after)
        }
      }
    }
    if (changed !== open) edits.push({ from: start, to: end, text: changed })
  }
  return edits
}

/** A whole part beside a sheet (table, comments): the same text where nothing in it moves. */
export function movePart(xml: string, frame: FrameOf): string {
  return applied(xml, frameEdits(xml, 0, xml.length, frame))
}

/** Formulas of a part that belongs to no sheet, such as a chart: every reference names its sheet. */
export function moveReferences(xml: string, movement: Movement): string {
  return movePart(xml, { sheet: '', shift: { blocks: [] }, movement })
}

/** Pictures, charts and shapes below repeated rows move along; those above stay, those across them stretch, as in a spreadsheet. */
export function moveDrawing(xml: string, shift: RowShift): string {
  const edits: Edit[] = []
  let editAs = 'twoCell'
  let corner: 'from' | 'to' | null = null
  let fromMoved = 0
  let textFrom = -1
  for (const { kind, name, start, end, attributes } of tagsOf(xml)) {
    if (kind === 'open' && /^(?:twoCell|oneCell)Anchor$/.test(name)) editAs = /\seditAs=["'](\w+)/.exec(attributes)?.[1] ?? 'twoCell'
    if (name === 'from' || name === 'to') corner = kind === 'open' ? name : null
    if (name !== 'row' || corner === null) continue
    if (kind === 'open') {
      textFrom = end
      continue
    }
    const row = Number(xml.slice(textFrom, start))
    const moved = rowStart(shift, row + 1) - row - 1
    if (corner === 'from') fromMoved = moved
    const by = editAs === 'absolute' ? 0 : editAs === 'oneCell' ? fromMoved : moved
    if (by !== 0) edits.push({ from: textFrom, to: start, text: String(row + by) })
  }
  return applied(xml, edits)
}

/** Notes as old drawings hold them: the row they belong to, and the corners of their box. */
export function moveNotes(vml: string, shift: RowShift): string {
  const moved = (row: string) => rowStart(shift, Number(row) + 1) - 1
  return vml
    .replace(/(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/g, (_, before: string, row: string, after: string) => `${before}${String(moved(row))}${after}`)
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/g, (whole, before: string, numbers: string, after: string) => {
      const parts = numbers.split(',')
      const [top, bottom] = [parts[2]?.trim() ?? '', parts[6]?.trim() ?? '']
      const by = /^\d+$/.test(top) && /^\d+$/.test(bottom) ? moved(top) - Number(top) : 0
      if (by === 0) return whole
      const shifted = parts.map((part, index) => (index === 2 || index === 6 ? part.replace(/\d+/, (row) => String(Number(row) + by)) : part))
      return `${before}${shifted.join(',')}${after}`
    })
}
