import { nameOfUse } from '../../../../shared/domain/reports/templates/placeholder.ts'
import type { Catalogue, TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { templateWords as words } from './vocabulary.ts'
import type { TemplateOutline } from './types.ts'

/** What is told of a cell on the drawn sheet. `label` stands in place of what the template says there. */
export interface CellMark {
  readonly kind: 'mapped' | 'placeholder' | 'unknown' | 'kept'
  readonly label: string | null
  /** In words, for those who do not see the colour. */
  readonly says: string
}

/** Marks by address of one sheet. */
export function cellMarks(outline: TemplateOutline, mapping: TemplateMapping, catalogue: Catalogue, sheet: string): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>()
  for (const { cell, from, uses } of outline.uses.filter((one) => one.sheet === sheet && one.from === 'placeholder')) {
    if (from === 'placeholder') marks.set(cell, { kind: 'placeholder', label: null, says: uses.map((use) => nameOfUse(use, catalogue)).join(words.joiner) })
  }
  for (const { cell, text } of outline.unknown.filter((one) => one.sheet === sheet)) marks.set(cell, { kind: 'unknown', label: null, says: `${words.unknown} ${text}` })
  for (const { cell, use } of mapping.cells.filter((one) => one.sheet === sheet)) {
    const name = nameOfUse(use, catalogue)
    marks.set(cell, use.kind === 'keep' ? { kind: 'kept', label: null, says: name } : { kind: 'mapped', label: name, says: name })
  }
  return marks
}

/** Rows of a sheet that come once for each row of data. */
export function repeatedRowsOf(outline: TemplateOutline, sheet: string): ReadonlySet<number> {
  const rows = new Set<number>()
  for (const { sheet: name, first, last } of outline.repeats) if (name === sheet) for (let row = first; row <= last; row += 1) rows.add(row)
  return rows
}
