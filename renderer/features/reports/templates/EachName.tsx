import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { templateWords as words } from './vocabulary.ts'

export interface EachNameProps {
  /** The option as it is called, `…` for the name. */
  readonly label: string
  readonly name: string
  readonly disabled: boolean
  readonly onName: (name: string) => void
}

/** Which of the columns that stand once for each of a list: taken when the field is left or by Enter, and told where it is left empty. */
export function EachName({ label, name, disabled, onName }: EachNameProps): ReactNode {
  const [typed, setTyped] = useState(name)
  const [isMissing, setMissing] = useState(false)

  function take(): void {
    const wanted = typed.trim()
    setMissing(wanted === '')
    if (wanted !== '' && wanted !== name) onName(wanted)
  }

  return (
    <FieldRow label={words.eachName} required help={words.eachHelp(label)} fault={isMissing ? words.noEachName : undefined}>
      {(field) => <Input {...field} value={typed} maxLength={50} disabled={disabled} onChange={({ target }) => setTyped(target.value)} onBlur={take} onPressEnter={take} />}
    </FieldRow>
  )
}
