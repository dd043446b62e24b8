import { AutoComplete, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { identities, sexes, staffStatuses, tracks } from '../../../shared/domain/people/codes.ts'
import type { PersonField } from '../../../shared/domain/people/fields.ts'
import { identityLabels, personFieldNames, sexLabels, statusLabels, trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import { FieldRow, type FieldIds } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { DayInput } from '../../frame/DayInput.tsx'
import './people.css'
import { fieldId, type PersonTexts } from './person-form.ts'
import { formWords, politicalChoices } from './vocabulary.ts'

export interface PersonFieldsProps {
  readonly texts: PersonTexts
  readonly onChange: (texts: PersonTexts) => void
  readonly faults: readonly FieldFault[]
  /** A field is being changed; named by the id of its row. */
  readonly onTouch: (id: string) => void
  /** Stands after the name: the ID number where it may be entered. */
  readonly afterName?: ReactNode
}

const required: readonly PersonField[] = ['name', 'identity', 'track', 'status']
const help: Readonly<Partial<Record<PersonField, string>>> = { identity: formWords.identityHelp, sendingUnit: formWords.sendingUnitHelp }

/** The fields of a person, two beside each other. */
export function PersonFields({ texts, onChange, faults, onTouch, afterName }: PersonFieldsProps): ReactNode {
  const set = (field: PersonField, text: string) => {
    onTouch(fieldId(field))
    onChange({ ...texts, [field]: text })
  }
  const row = (field: PersonField, input: (ids: FieldIds) => ReactNode) => (
    <FieldRow label={personFieldNames[field]} id={fieldId(field)} required={required.includes(field)} help={help[field]} fault={faults.find(({ id }) => id === fieldId(field))?.sentence}>
      {input}
    </FieldRow>
  )
  const text = (field: PersonField) => row(field, (ids) => <Input {...ids} value={texts[field]} onChange={({ target }) => set(field, target.value)} />)
  const choice = <Code extends string>(field: PersonField, codes: readonly Code[], labels: Readonly<Record<Code, string>>, allowClear = false) =>
    row(field, (ids) => (
      <Select<string>
        {...ids}
        value={texts[field] === '' ? null : texts[field]}
        placeholder={formWords.pick}
        allowClear={allowClear}
        options={codes.map((value) => ({ value, label: labels[value] }))}
        onChange={(value: string | undefined) => set(field, value ?? '')}
        style={{ width: '100%' }}
      />
    ))
  const month = (field: PersonField) => row(field, (ids) => <DayInput {...ids} unit="month" value={texts[field] === '' ? null : texts[field]} onChange={(value) => set(field, value ?? '')} />)

  return (
    <div className="form-two">
      {text('name')}
      {choice('identity', identities, identityLabels)}
      {afterName}
      {choice('sex', sexes, sexLabels, true)}
      {month('birthMonth')}
      {row('political', (ids) => (
        <AutoComplete {...ids} value={texts.political} options={politicalChoices.map((value) => ({ value }))} onChange={(value: string) => set('political', value)} showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }} style={{ width: '100%' }} />
      ))}
      {text('phone')}
      {text('rankTitle')}
      {choice('track', tracks, trackLabels)}
      {choice('status', staffStatuses, statusLabels)}
      {text('pool')}
      {text('sendingUnit')}
      {month('workStart')}
      <div className="form-wide">
        {row('remark', (ids) => <Input.TextArea {...ids} value={texts.remark} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => set('remark', target.value)} />)}
      </div>
    </div>
  )
}
