import { applied, type Edit } from './edits.ts'
import type { Movement } from './move-formula.ts'
import { grownRange } from './move-ranges.ts'
import { attributeOf, tagsOf, withAttribute } from './sheet-xml.ts'

/**
 * The definition of what a pivot table counts: its range grows with the rows, and it is counted anew when the file is opened where
 * the range lies on a sheet that was filled. One that names a table is counted anew too, for the table may have grown; one of another file stays the same text.
 */
export function movedPivotSource(xml: string, movement: Movement, isFilled: (sheet: string) => boolean): string {
  const edits: Edit[] = []
  let definition: { readonly start: number; readonly end: number } | null = null
  let isStale = false
  for (const { kind, name, start, end } of tagsOf(xml)) {
    if (kind !== 'open') continue
    if (name === 'pivotCacheDefinition') definition = { start, end }
    if (name !== 'worksheetSource' && name !== 'rangeSet') continue
    const open = xml.slice(start, end)
    const [sheet, ref] = [attributeOf(open, 'sheet'), attributeOf(open, 'ref')]
    if (sheet === null) isStale ||= attributeOf(open, 'r:id') === null
    if (sheet === null || ref === null) continue
    isStale ||= isFilled(sheet)
    const grown = grownRange(ref, movement.of(sheet))
    if (grown !== ref) edits.push({ from: start, to: end, text: withAttribute(open, 'ref', grown) })
  }
  if (isStale && definition !== null) edits.push({ from: definition.start, to: definition.end, text: withAttribute(xml.slice(definition.start, definition.end), 'refreshOnLoad', '1') })
  return applied(xml, edits)
}
