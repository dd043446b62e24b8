import { columnLetters } from '../exports/model/address.ts'
import { rangeOf } from '../imports/xlsx/references.ts'
import type { RawRange } from '../../../shared/domain/cells/raw-workbook.ts'
import { TemplateFault } from './fault.ts'
import { blockAt, copiesOf, isInCopy, lastOf, rowEnd, rowStart, type Block, type RowShift } from './row-shift.ts'
import { templateSentences } from './vocabulary.ts'

function rangeText({ top, left, bottom, right }: RawRange): string {
  const first = `${columnLetters(left)}${String(top)}`
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${String(bottom)}`
}

/** A range that grows with what is repeated inside of it. Whole rows and columns stay as they are written. */
export function grownRange(ref: string, shift: RowShift): string {
  const range = rangeOf(ref)
  if (range === null) return ref
  const grown = { ...range, top: rowStart(shift, range.top), bottom: rowEnd(shift, range.bottom) }
  return grown.top === range.top && grown.bottom === range.bottom ? ref : rangeText(grown)
}

/** A single cell, or a range as big as before: where its first row goes. */
export function movedRange(ref: string, shift: RowShift): string {
  const range = rangeOf(ref)
  if (range === null) return ref
  const top = rowStart(shift, range.top)
  return top === range.top ? ref : rangeText({ ...range, top, bottom: top + range.bottom - range.top })
}

/** The block whose copies hold the whole range, and not all of one. */
function blockAround({ top, bottom }: RawRange, shift: RowShift): Block | null {
  const block = blockAt(shift, top)
  return block !== null && isInCopy(block, top) && isInCopy(block, bottom) ? block : null
}

/** A list of ranges such as `sqref`: one that takes a whole copy grows, one that takes some rows of a copy comes back in each. */
export function grownList(list: string, shift: RowShift): string {
  return list.split(/\s+/).filter((ref) => ref !== '').flatMap((ref) => {
    const range = rangeOf(ref)
    const block = range === null ? null : blockAround(range, shift)
    if (range === null || block === null || range.bottom - range.top + 1 === block.height) return [grownRange(ref, shift)]
    return copiesOf(shift, block, range.top).map((top) => rangeText({ ...range, top, bottom: top + range.bottom - range.top }))
  }).join(' ')
}

/** Where something in a repeated row comes again: merged cells, links. */
export function repeatedRange(ref: string, shift: RowShift): readonly string[] {
  const range = rangeOf(ref)
  const block = range === null ? null : blockAround(range, shift)
  if (range === null || block === null) return [grownRange(ref, shift)]
  return copiesOf(shift, block, range.top).map((top) => rangeText({ ...range, top, bottom: top + range.bottom - range.top }))
}

/** Merged cells: those in a copy come in each, those around it grow, those in used blank rows go. @throws TemplateFault where they cut through */
export function movedMerge(sheet: string, ref: string, shift: RowShift): readonly string[] {
  const range = rangeOf(ref)
  if (range === null) return [ref]
  const [above, below] = [blockAt(shift, range.top), blockAt(shift, range.bottom)]
  if (above !== null && above === below && !isInCopy(above, range.top)) {
    const used = above.first + above.copies * above.height
    return range.top < used ? [] : [grownRange(ref, shift)]
  }
  if (above !== null && isInCopy(above, range.top) && isInCopy(above, range.bottom)) return repeatedRange(ref, shift)
  const cuts = (above !== null && above.copies > 1 && range.top !== above.first) || (below !== null && below.copies > 1 && range.bottom !== lastOf(below))
  if (cuts) throw new TemplateFault(templateSentences.crossing(sheet, range.top))
  return [grownRange(ref, shift)]
}
