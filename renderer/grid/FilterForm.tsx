import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode, Ref } from 'react'
import '../ui/form.css'
import { endsOf, readSpan, typedSpan, type TypedSpan } from './filter-span.ts'
import type { Choice, ColumnFilter, GridFilter } from './types.ts'
import { words } from './vocabulary.ts'

export interface FilterFormProps {
  readonly form: Ref<HTMLFormElement>
  readonly field: string
  readonly title: string
  readonly filter: ColumnFilter
  readonly present: GridFilter | undefined
  readonly onApply: (filter: GridFilter | null) => void
  readonly onClose: () => void
}

type BlankRule = 'all' | 'blank' | 'filled'

interface SpanFault {
  readonly end: 0 | 1
  readonly sentence: string
}

/** The condition of one column. Enter applies, Esc closes. */
export function FilterForm({ form, field, title, filter, present, onApply, onClose }: FilterFormProps): ReactNode {
  const [draft, setDraft] = useState<GridFilter | null>(present?.kind === filter.kind ? present : null)
  const [blank, setBlank] = useState<BlankRule>(present?.kind === 'blank' ? (present.blank ? 'blank' : 'filled') : 'all')
  const offersBlank = filter.kind !== 'choice' && filter.blank === true
  const [span, setSpan] = useState(() => typedSpan(present))
  const [fault, setFault] = useState<SpanFault | null>(null)
  const apply = () => {
    const reading = blank === 'all' && (filter.kind === 'day' || filter.kind === 'number') ? readSpan(field, filter.kind, span) : { kind: 'read' as const, filter: draft }
    if (reading.kind === 'fault') {
      setFault(reading)
      return
    }
    onApply(blank === 'all' ? reading.filter : { field, kind: 'blank', blank: blank === 'blank' })
    onClose()
  }
  const changeSpan = (next: TypedSpan) => {
    setSpan(next)
    setFault(null)
  }
  return (
    <form
      ref={form}
      className="sheet-filter"
      aria-label={words.filterBy(title)}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      {offersBlank ? (
        <Radio.Group size="small" value={blank} onChange={(event) => setBlank(event.target.value === 'blank' ? 'blank' : event.target.value === 'filled' ? 'filled' : 'all')}>
          <Radio value="all">{words.all}</Radio>
          <Radio value="blank">{words.onlyBlank}</Radio>
          <Radio value="filled">{words.onlyFilled}</Radio>
        </Radio.Group>
      ) : null}
      {blank === 'all' ? <Condition field={field} filter={filter} draft={draft} onDraft={setDraft} span={span} fault={fault} onSpan={changeSpan} /> : null}
      <div className="sheet-filter-foot">
        <Button size="small" onClick={() => { onApply(null); onClose() }}>{words.clear}</Button>
        <Button size="small" type="primary" htmlType="submit">{words.apply}</Button>
      </div>
    </form>
  )
}

interface ConditionProps {
  readonly field: string
  readonly filter: ColumnFilter
  readonly draft: GridFilter | null
  readonly onDraft: (draft: GridFilter | null) => void
  readonly span: TypedSpan
  readonly fault: SpanFault | null
  readonly onSpan: (span: TypedSpan) => void
}

function Condition({ field, filter, draft, onDraft, span, fault, onSpan }: ConditionProps): ReactNode {
  switch (filter.kind) {
    case 'text':
      return <Input allowClear placeholder={words.contains} aria-label={words.contains} value={draft?.kind === 'text' ? draft.contains : ''} onChange={({ target: { value } }) => onDraft(value === '' ? null : { field, kind: 'text', contains: value })} />
    case 'choice':
      return <Choices choices={filter.choices} values={draft?.kind === 'choice' ? draft.values : []} onValues={(values) => onDraft(values.length === 0 ? null : { field, kind: 'choice', values })} />
    case 'day':
    case 'number':
      return (
        <>
          <div className="sheet-filter-span">
            {endsOf(filter.kind).map((name, end) => (
              <Input key={name} placeholder={name} aria-label={name} aria-invalid={fault?.end === end} status={fault?.end === end ? 'error' : ''} value={span[end]} onChange={({ target: { value } }) => onSpan(end === 0 ? [value, span[1]] : [span[0], value])} />
            ))}
          </div>
          {fault === null ? null : <div className="ui-field-fault" role="alert">{fault.sentence}</div>}
        </>
      )
  }
}

interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly values: readonly Choice['value'][]
  readonly onValues: (values: readonly Choice['value'][]) => void
}

/** Short lists need no search box. */
const listedWithoutSearch = 10

function Choices({ choices, values, onValues }: ChoicesProps): ReactNode {
  const [text, setText] = useState('')
  const found = choices.filter(({ label, keys = [] }) => label.includes(text) || keys.some((key) => key.startsWith(text.toLowerCase())))
  const allChosen = found.length > 0 && found.every(({ value }) => values.includes(value))
  const toggle = (value: Choice['value'], chosen: boolean) => onValues(chosen ? [...values, value] : values.filter((other) => other !== value))
  const toggleAll = (chosen: boolean) => {
    const shown = new Set(found.map(({ value }) => value))
    const others = values.filter((value) => !shown.has(value))
    onValues(chosen ? [...others, ...shown] : others)
  }
  return (
    <>
      {choices.length > listedWithoutSearch ? <Input allowClear size="small" placeholder={words.findChoice} aria-label={words.findChoice} value={text} onChange={({ target }) => setText(target.value)} /> : null}
      <div className="sheet-filter-choices">
        <Checkbox checked={allChosen} indeterminate={!allChosen && found.some(({ value }) => values.includes(value))} onChange={({ target }) => toggleAll(target.checked)}>{words.selectAll}</Checkbox>
        {found.map(({ value, label }) => <Checkbox key={String(value)} checked={values.includes(value)} onChange={({ target }) => toggle(value, target.checked)}>{label}</Checkbox>)}
      </div>
    </>
  )
}
