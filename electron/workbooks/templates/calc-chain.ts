import { cellPosition } from '../imports/xlsx/references.ts'
import { attributeOf, tagsOf, withAttribute } from './sheet-xml.ts'

/** Where a formula of a sheet stands after filling: every copy of it, or nowhere. `sheetId` as the workbook numbers its sheets. */
export type WhereNow = (sheetId: string, row: number, column: number) => readonly string[]

/**
 * The calculation chain names every formula cell; a name without a formula makes the file damaged for Excel. The same text where nothing
 * changes; null when no formula is left.
 */
export function movedChain(xml: string, whereNow: WhereNow): string | null {
  let sheetId = ''
  let [first, last] = [-1, -1]
  let entries = ''
  let hasChanged = false
  for (const { name, kind, start, end } of tagsOf(xml)) {
    if (name !== 'c' || kind !== 'open') continue
    const open = xml.slice(start, end)
    sheetId = attributeOf(open, 'i') ?? sheetId
    const reference = attributeOf(open, 'r') ?? ''
    const place = cellPosition(reference)
    const now = place === null ? [reference] : whereNow(sheetId, place.row, place.column)
    if (first === -1) first = start
    last = end
    hasChanged ||= now.length !== 1 || now[0] !== reference
    entries += now.map((cell) => withAttribute(withAttribute(open, 'r', cell), 'i', sheetId)).join('')
  }
  if (!hasChanged) return xml
  return entries === '' ? null : xml.slice(0, first) + entries + xml.slice(last)
}
