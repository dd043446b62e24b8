import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { FieldRow } from '../ui/FieldRow.tsx'
import { useNotice } from '../ui/use-notice.tsx'
import { lengthFaults } from './field-faults.ts'
import { FormDialog } from './FormDialog.tsx'
import { moduleWords } from './vocabulary.ts'

export interface ReasonDialogProps {
  readonly title: string
  readonly confirm: string
  readonly danger?: boolean
  readonly label: string
  readonly help?: string
  /** Does it, and gives what to say then. */
  readonly onReason: (reason: string) => Promise<string>
  readonly onClose: () => void
}

const longest = 200

/** A command that needs a reason. */
export function ReasonDialog({ title, confirm, danger = false, label, help, onReason, onClose }: ReasonDialogProps): ReactNode {
  const notice = useNotice()
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      danger={danger}
      onClose={onClose}
      onSubmit={async () => {
        const given = reason.trim()
        if (given === '') return [{ id, sentence: moduleWords.reasonEmpty(label) }]
        const tooLong = lengthFaults(id, label, given, longest)
        if (tooLong.length > 0) return tooLong
        notice.done(await onReason(given))
        return []
      }}
    >
      <FieldRow id={id} label={label} required {...(help === undefined ? {} : { help })}>
        {(field) => <Input {...field} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
