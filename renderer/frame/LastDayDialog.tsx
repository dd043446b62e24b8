import { useId, useState, type ReactNode } from 'react'
import { today } from '../api/today.ts'
import { FieldRow } from '../ui/FieldRow.tsx'
import { useNotice } from '../ui/use-notice.tsx'
import { DayInput } from './DayInput.tsx'
import { dayFaults } from './field-faults.ts'
import { FormDialog } from './FormDialog.tsx'

export interface LastDayDialogProps {
  readonly title: string
  readonly confirm: string
  /** What the day is called. */
  readonly label: string
  /** The first day of what ends. */
  readonly from: string
  /** Said of a last day before the first. */
  readonly backwards: string
  /** The day it stands at; today unless given. */
  readonly present?: string | null
  /** true: an emptied field is refused; false: it keeps the day it had. */
  readonly allowClear?: boolean
  /** Ends it; gives what is said when it is done. */
  readonly onDay: (to: string) => Promise<string>
  readonly onClose: () => void
}

/** Asks for the last day of something that has a first: a membership, an office, a leave. A refusal about `to` stands at the field. */
export function LastDayDialog({ title, confirm, label, from, backwards, present = null, allowClear = false, onDay, onClose }: LastDayDialogProps): ReactNode {
  const id = useId()
  const notice = useNotice()
  const [to, setTo] = useState<string | null>(present ?? today())

  async function submit() {
    const faults = dayFaults(id, label, to)
    if (faults.length > 0 || to === null) return faults
    if (to < from) return [{ id, sentence: backwards }]
    notice.done(await onDay(to))
    return []
  }

  return (
    <FormDialog title={title} confirm={confirm} onSubmit={submit} fieldOf={(path) => (path === 'to' ? id : '')} onClose={onClose}>
      <FieldRow label={label} id={id} required>{(field) => <DayInput {...field} value={to} onChange={setTo} allowClear={allowClear} />}</FieldRow>
    </FormDialog>
  )
}
