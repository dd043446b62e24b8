import { Select } from 'antd'
import type { RefSelectProps } from 'antd'
import type { ReactNode, Ref } from 'react'
import type { FieldIds } from '../../../ui/FieldRow.tsx'
import { findsField, type FieldOption } from './field-options.ts'
import { templateWords as words } from './vocabulary.ts'

export interface FieldPickerProps {
  readonly field: FieldIds
  readonly ref?: Ref<RefSelectProps>
  readonly options: readonly FieldOption[]
  readonly value: FieldOption | null
  readonly disabled: boolean
  readonly onChange: (choice: FieldOption | null) => void
}

/** Chooses what goes into a cell, found by Chinese, pinyin or initials of the field or of its table. */
export function FieldPicker({ field, ref, options, value, disabled, onChange }: FieldPickerProps): ReactNode {
  const groups = [...Map.groupBy(options, ({ group }) => group)]
  const byValue = new Map(options.map((one) => [one.value, one]))
  return (
    <Select<string>
      {...field}
      {...(ref === undefined ? {} : { ref })}
      aria-label={words.fillsWith}
      value={value?.value ?? null}
      placeholder={words.pickField}
      disabled={disabled}
      allowClear
      style={{ width: '100%' }}
      popupMatchSelectWidth={320}
      listHeight={360}
      options={groups.map(([label, ofGroup]) => ({ label, title: label, options: ofGroup.map((one) => ({ value: one.value, label: one.label })) }))}
      showSearch={{ filterOption: (typed, option) => isFound(byValue.get(String(option?.value)), typed) }}
      labelRender={() => (value === null ? null : `${value.group}.${value.label}`)}
      notFoundContent={words.nothingFound}
      onChange={(next: string | undefined) => onChange(byValue.get(next ?? '') ?? null)}
    />
  )
}

function isFound(option: FieldOption | undefined, typed: string): boolean {
  return option !== undefined && findsField(option, typed)
}
