import { Input, type InputRef } from 'antd'
import { useState, type ReactNode, type Ref } from 'react'
import type { FieldIds } from '../../../ui/FieldRow.tsx'
import { loginWords } from './vocabulary.ts'

export interface PasswordInputProps {
  readonly field: FieldIds
  readonly value: string
  readonly onChange: (value: string) => void
  /** For password managers and for those who fill in slips: current or new. */
  readonly purpose: 'current-password' | 'new-password'
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<InputRef>
}

/** A password with a word to show it. */
export function PasswordInput({ field, value, onChange, purpose, autoFocus = false, inputRef }: PasswordInputProps): ReactNode {
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...field}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      type={shown ? 'text' : 'password'}
      autoComplete={purpose}
      autoFocus={autoFocus}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      suffix={
        <button type="button" className="door-show" aria-label={shown ? loginWords.hideLabel : loginWords.showLabel} onClick={() => setShown(!shown)}>
          {shown ? loginWords.hide : loginWords.show}
        </button>
      }
    />
  )
}
