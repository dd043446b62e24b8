import { Radio } from 'antd'
import type { ReactNode } from 'react'
import type { FieldIds } from './FieldRow.tsx'
import './form.css'

export interface ChoicesProps<Value extends string | number> {
  /** From a FieldRow with `isGroup`. */
  readonly field: FieldIds
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `list`: one below the other, where each says more about itself. */
  readonly look?: 'line' | 'buttons' | 'list'
  readonly disabled?: boolean
}

/** One of a few, all of them seen: `<FieldRow label="类别" isGroup>{(field) => <Choices field={field} … />}</FieldRow>`. */
export function Choices<Value extends string | number>({ field, options, value, onChange, look = 'line', disabled = false }: ChoicesProps<Value>): ReactNode {
  const { status, ...ids } = field
  return (
    <Radio.Group
      {...ids}
      className={`ui-choices ui-choices-${look}`}
      data-status={status}
      disabled={disabled}
      {...(look === 'buttons' ? { optionType: 'button' as const } : {})}
      options={options.map((option) => ({ ...option }))}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    />
  )
}
