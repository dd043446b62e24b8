import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { withTokenNames, withTokens } from '../../../../shared/domain/papers/vocabulary.ts'
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
  const whole = withTokenNames(lines.join('\n'))
  const [typed, setTyped] = useState(whole)
  const shown = linesOf(typed).join('\n') === whole ? typed : whole
  return (
    <Input.TextArea
      {...field}
      disabled={disabled}
      autoSize={{ minRows: 2, maxRows: 8 }}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(linesOf(withTokens(target.value)))
      }}
    />
  )
}
