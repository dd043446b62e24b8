import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FieldIds } from '../../../ui/FieldRow.tsx'
import { linesOf } from './field-faults.ts'

export interface LinesInputProps {
  readonly field: FieldIds
  readonly lines: readonly string[]
  readonly disabled: boolean
  readonly onChange: (lines: readonly string[]) => void
}

/** A list of short texts, one a line. A line that has just been begun stays while it is empty. */
export function LinesInput({ field, lines, disabled, onChange }: LinesInputProps): ReactNode {
  const [typed, setTyped] = useState(lines.join('\n'))
  const shown = linesOf(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n')
  return (
    <Input.TextArea
      {...field}
      disabled={disabled}
      autoSize={{ minRows: 2, maxRows: 8 }}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(linesOf(target.value))
      }}
    />
  )
}
