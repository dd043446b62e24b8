import { Button } from 'antd'
import type { ReactNode } from 'react'
import { nameOfUse } from '../../../../shared/domain/reports/templates/placeholder.ts'
import type { Catalogue, TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { Section } from '../../../ui/Section.tsx'
import { withUse, type CellPlace } from './draft-mapping.ts'
import type { TemplateOutline } from './types.ts'
import { templateWords as words } from './vocabulary.ts'

export interface UseListProps {
  readonly outline: TemplateOutline
  readonly mapping: TemplateMapping
  readonly catalogue: Catalogue
  readonly mayEdit: boolean
  readonly onGoTo: (place: CellPlace) => void
  readonly onChange: (mapping: TemplateMapping) => void
}

/** Headers, text boxes and the like are named instead of a cell: there is nowhere to go to. */
function isCell(place: string): boolean {
  return /^[A-Z]+\d+$/.test(place)
}

function UsePlace({ place, onGoTo }: { readonly place: CellPlace; readonly onGoTo: (place: CellPlace) => void }): ReactNode {
  const { sheet, cell } = place
  if (!isCell(cell)) return <span>{words.at(sheet, cell)}</span>
  return <button type="button" aria-label={words.goTo(sheet, cell)} onClick={() => onGoTo(place)}>{words.at(sheet, cell)}</button>
}

/** Everything that is filled in, sheet by sheet; what nobody knows comes first. */
export function UseList({ outline, mapping, catalogue, mayEdit, onGoTo, onChange }: UseListProps): ReactNode {
  const { unknown, uses } = outline
  return (
    <Section title={words.all} note={unknown.length > 0 ? words.unknownCount(unknown.length) : words.allKnown(uses.length)}>
      {unknown.length + uses.length === 0 ? <p className="template-help">{words.allEmpty}</p> : null}
      <ul className="template-uses">
        {unknown.map((one, index) => (
          <li key={`${one.sheet}!${one.cell}!${String(index)}`} className="template-use-unknown">
            <UsePlace place={one} onGoTo={onGoTo} />
            <span>{words.unknown}：{one.text}</span>
          </li>
        ))}
        {uses.map((one) => (
          <li key={`${one.sheet}!${one.cell}!${one.from}`}>
            <UsePlace place={one} onGoTo={onGoTo} />
            <span>{one.uses.map((use) => nameOfUse(use, catalogue)).join(words.joiner)}</span>
            {one.from === 'mapping' && mayEdit ? <Button type="text" size="small" aria-label={words.dropOf(words.at(one.sheet, one.cell))} onClick={() => onChange(withUse(mapping, one, null))}>{words.drop}</Button> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
