import { Button, Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ReactNode, Ref } from 'react'
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

/** The condition of one column. Enter applies, Esc closes. */
export function FilterForm({ form, field, title, filter, present, onApply, onClose }: FilterFormProps): ReactNode {
  const [draft, setDraft] = useState<GridFilter | null>(present?.kind === filter.kind ? present : null)
  const [blank, setBlank] = useState<BlankRule>(present?.kind === 'blank' ? (present.blank ? 'blank' : 'filled') : 'all')
  const offersBlank = filter.kind !== 'choice' && filter.blank === true
  const apply = () => {
    onApply(blank === 'all' ? draft : { field, kind: 'blank', blank: blank === 'blank' })
    onClose()
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
      {blank === 'all' ? <Condition field={field} filter={filter} draft={draft} onDraft={setDraft} /> : null}
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
}

function Condition({ field, filter, draft, onDraft }: ConditionProps): ReactNode {
  switch (filter.kind) {
    case 'text':
      return <Input allowClear placeholder={words.contains} aria-label={words.contains} value={draft?.kind === 'text' ? draft.contains : ''} onChange={({ target: { value } }) => onDraft(value === '' ? null : { field, kind: 'text', contains: value })} />
    case 'choice':
      return <Choices choices={filter.choices} values={draft?.kind === 'choice' ? draft.values : []} onValues={(values) => onDraft(values.length === 0 ? null : { field, kind: 'choice', values })} />
    case 'day': {
      const { from, to } = draft?.kind === 'day' ? draft : { from: null, to: null }
      const change = (next: { readonly from: string | null; readonly to: string | null }) => onDraft(next.from === null && next.to === null ? null : { field, kind: 'day', ...next })
      return (
        <div className="sheet-filter-span">
          <DatePicker placeholder={words.from} aria-label={words.from} value={from === null ? null : dayjs(from)} onChange={(day) => change({ from: day?.format('YYYY-MM-DD') ?? null, to })} />
          <DatePicker placeholder={words.to} aria-label={words.to} value={to === null ? null : dayjs(to)} onChange={(day) => change({ from, to: day?.format('YYYY-MM-DD') ?? null })} />
        </div>
      )
    }
    case 'number': {
      const { min, max } = draft?.kind === 'number' ? draft : { min: null, max: null }
      const change = (next: { readonly min: number | null; readonly max: number | null }) => onDraft(next.min === null && next.max === null ? null : { field, kind: 'number', ...next })
      return (
        <div className="sheet-filter-span">
          <InputNumber placeholder={words.atLeast} aria-label={words.atLeast} value={min} onChange={(value) => change({ min: value, max })} />
          <InputNumber placeholder={words.atMost} aria-label={words.atMost} value={max} onChange={(value) => change({ min, max: value })} />
        </div>
      )
    }
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
