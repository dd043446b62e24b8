import { Button, Checkbox } from 'antd'
import type { RefSelectProps } from 'antd'
import { useState, type ReactNode, type Ref } from 'react'
import { nameOfUse } from '../../../../shared/domain/reports/templates/placeholder.ts'
import type { Catalogue, TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { mappedUse, spareOf, withSpare, withUse, type CellPlace } from './draft-mapping.ts'
import { EachName } from './EachName.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import { howOf, nameIn, optionOf, sourceOf, type FieldOption, type How } from './field-options.ts'
import { placeOfCell } from './sheet-layout.ts'
import type { TemplateOutline } from './types.ts'
import { templateWords as words } from './vocabulary.ts'

export interface CellPanelProps {
  readonly place: CellPlace | null
  readonly outline: TemplateOutline
  readonly mapping: TemplateMapping
  readonly catalogue: Catalogue
  readonly options: readonly FieldOption[]
  readonly mayEdit: boolean
  readonly picker: Ref<RefSelectProps>
  readonly onChange: (mapping: TemplateMapping) => void
}

/** One of the columns that stand for each of a list, chosen and not yet named: only as long as nothing else changes. */
interface Picked {
  readonly option: FieldOption
  readonly at: TemplateMapping
}

const hows: readonly How[] = ['column', 'sum', 'mean', 'max', 'min']

/** What goes into the chosen cell. */
export function CellPanel({ place, outline, mapping, catalogue, options, mayEdit, picker, onChange }: CellPanelProps): ReactNode {
  const [picked, setPicked] = useState<Picked | null>(null)
  if (place === null) return <Empty title={words.noCell} hint={words.noCellHint} />
  const { row, column } = placeOfCell(place.cell)
  const cell = outline.window.cells.find((one) => one.row === row && one.column === column)
  const isHere = (one: CellPlace) => one.sheet === place.sheet && one.cell === place.cell
  const own = mappedUse(mapping, place)
  const recognised = outline.uses.find((one) => isHere(one) && one.from === 'placeholder')
  const unknown = outline.unknown.filter(isHere)
  const shown = own ?? (recognised?.uses.length === 1 ? (recognised.uses[0] ?? null) : null)
  const option = picked?.at === mapping ? picked.option : optionOf(shown, options)
  const eachName = option?.choice.kind === 'each' && shown !== null && 'field' in shown ? (nameIn(option.choice.pattern, shown.field) ?? '') : ''
  const repeat = outline.repeats.find((one) => one.sheet === place.sheet && one.first <= row && row <= one.last)

  /** One of each needs its name before it can fill anything. */
  function pick(choice: FieldOption | null): void {
    if (place === null) return
    const next = withUse(mapping, place, choice === null || choice.choice.kind === 'each' ? null : sourceOf(choice.choice, 'column'))
    setPicked(choice?.choice.kind === 'each' ? { option: choice, at: next } : null)
    onChange(next)
  }

  return (
    <div className="template-panel">
      <h2>{words.at(place.sheet, place.cell)}</h2>
      <p className="template-panel-text">{cell === undefined || cell.text === '' ? words.blank : cell.text}</p>
      <p className="template-panel-state">
        {own !== null ? <StateTag tone={own.kind === 'keep' ? 'quiet' : 'accent'}>{own.kind === 'keep' ? words.keep : words.byHand}</StateTag> : null}
        {own === null && recognised !== undefined ? <StateTag tone="good">{words.byPlaceholder}</StateTag> : null}
        {own === null && recognised !== undefined ? <span>{recognised.uses.map((use) => nameOfUse(use, catalogue)).join(words.joiner)}</span> : null}
        {unknown.length > 0 ? <StateTag tone="bad">{words.unknown}</StateTag> : null}
        {unknown.length > 0 ? <span>{words.unknownHint}</span> : null}
      </p>
      <FieldRow label={words.fillsWith} help={cell?.kind === 'formula' ? words.isFormula : undefined}>
        {(field) => <FieldPicker field={field} ref={picker} options={options} value={option} disabled={!mayEdit} onChange={pick} />}
      </FieldRow>
      {option?.choice.kind === 'each' ? (
        <EachName key={option.value} label={`${option.group}.${option.label}`} name={eachName} disabled={!mayEdit} onName={(name) => onChange(withUse(mapping, place, sourceOf(option.choice, howOf(own), name)))} />
      ) : null}
      {(option?.choice.kind === 'column' || option?.choice.kind === 'each') && own !== null && own.kind !== 'keep' ? (
        <FieldRow label={words.how} isGroup>
          {(field) => <Choices field={field} look="list" disabled={!mayEdit} value={howOf(own)} options={hows.map((value) => ({ value, label: words.hows[value] }))} onChange={(how) => onChange(withUse(mapping, place, sourceOf(option.choice, how, eachName)))} />}
        </FieldRow>
      ) : null}
      {repeat === undefined ? null : (
        <div className="template-repeat">
          <p>{words.repeats(repeat.first, repeat.last)}</p>
          {repeat.spare > 0 ? (
            <Checkbox disabled={!mayEdit} checked={spareOf(mapping, place.sheet, repeat.first) > 0} onChange={({ target }) => onChange(withSpare(mapping, place.sheet, repeat.first, target.checked ? repeat.spare : 0))}>
              {words.spare(repeat.spare)}
            </Checkbox>
          ) : null}
          {repeat.spare > 0 ? <p className="template-help">{words.spareHelp}</p> : null}
        </div>
      )}
      {mayEdit ? (
        <div className="template-panel-buttons">
          {own === null ? null : <Button size="small" onClick={() => pick(null)}>{words.clear}</Button>}
          {unknown.length > 0 ? <Button size="small" onClick={() => onChange(withUse(mapping, place, { kind: 'keep' }))}>{words.keep}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}
