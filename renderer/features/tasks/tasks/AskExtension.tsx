import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { reasonFaults } from './StepDialog.tsx'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { extensionWords as words } from './vocabulary.ts'

const ids = { toDue: 'extension-to', reason: 'extension-reason' } as const

/** 申请延期 of a task, by the head of its module. */
export function AskExtension({ task, onClose }: { readonly task: Task; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [toDue, setToDue] = useState<string | null>(null)
  const [reason, setReason] = useState('')

  async function submit(): Promise<readonly FieldFault[]> {
    const wrong = dayFaults(ids.toDue, words.toDue, toDue)
    const faults = [
      ...wrong,
      ...(wrong.length === 0 && toDue !== null && toDue <= task.due ? [{ id: ids.toDue, sentence: words.notLater(task.due) }] : []),
      ...reasonFaults(ids.reason, reason),
    ]
    if (faults.length > 0 || toDue === null) return faults
    await client.extensions.ask({ taskId: task.id, version: task.version, toDue, reason: reason.trim() })
    notice.done(words.asked)
    return []
  }

  return (
    <FormDialog title={words.ask} confirm={words.ask} onSubmit={submit} onClose={onClose} fieldOf={(path) => (path === 'toDue' ? ids.toDue : ids.reason)}>
      <p className="dialog-note">{words.note(task.due, task.granted)}</p>
      <FieldRow label={words.toDue} id={ids.toDue} required>{(field) => <DayInput {...field} value={toDue} onChange={setToDue} />}</FieldRow>
      <FieldRow label={words.reason} id={ids.reason} required>{(field) => <Input.TextArea {...field} value={reason} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setReason(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
