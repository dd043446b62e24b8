import { applied, type Edit } from './edits.ts'
import { moveFormula, type Movement } from './move-formula.ts'
import { escapeXml, innerText, tagsOf, withAttribute } from './sheet-xml.ts'

/** What must stand before `calcPr`, in the order of the schema. */
const before: ReadonlySet<string> = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames'])

/**
 * Names and print areas that point at moved cells, and with `recalculate` the word that every formula is to be calculated when the file is
 * opened. The same text where nothing changes.
 */
export function movedWorkbook(xml: string, movement: Movement, recalculate: boolean): string {
  const edits: Edit[] = []
  let nameFrom = -1
  let insertAt = -1
  let prefix = ''
  let calcPr: Edit | null = null
  for (const { name, kind, start, end, selfClosing } of tagsOf(xml)) {
    if (name === 'workbook' && kind === 'open') prefix = /^<([\w.-]+:)?/.exec(xml.slice(start, end))?.[1] ?? ''
    if (name === 'definedName') {
      if (kind === 'open') nameFrom = end
      else {
        const text = innerText(xml, nameFrom, start)
        const moved = moveFormula(text, { sheet: '', copy: null }, movement)
        if (moved !== text) edits.push({ from: nameFrom, to: start, text: escapeXml(moved) })
      }
    }
    if (before.has(name) && (kind === 'close' || selfClosing)) insertAt = end
    if (name === 'calcPr' && kind === 'open') calcPr = { from: start, to: end, text: withAttribute(xml.slice(start, end), 'fullCalcOnLoad', '1') }
  }
  if (recalculate) {
    if (calcPr !== null) edits.push(calcPr)
    else if (insertAt !== -1) edits.push({ from: insertAt, to: insertAt, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` })
  }
  return applied(xml, edits)
}

/** A list of parts or relationships without the ones that name a part. */
export function withoutPart(xml: string, isNamed: (tag: string) => boolean): string {
  const edits: Edit[] = []
  for (const { name, kind, start, end, selfClosing } of tagsOf(xml)) {
    const open = xml.slice(start, end)
    if (kind === 'open' && selfClosing && (name === 'Override' || name === 'Relationship') && isNamed(open)) edits.push({ from: start, to: end, text: '' })
  }
  return applied(xml, edits)
}
