import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { convertWords as words, formWords } from './vocabulary.ts'

const ids = { docNo: 'convert-doc-no', due: 'convert-due' } as const

/** 备忘录 → 交办单. */
export function ConvertMemo({ task, onClose }: { readonly task: Task; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [docNo, setDocNo] = useState(task.docNo ?? '')
  const [due, setDue] = useState<string | null>(task.due)

  async function submit(): Promise<readonly FieldFault[]> {
    const wrong = dayFaults(ids.due, formWords.due, due)
    if (wrong.length > 0 || due === null) return wrong
    await client.tasks.convert({ id: task.id, version: task.version, docNo: docNo.trim() === '' ? null : docNo.trim(), due })
    notice.done(words.done)
    return []
  }

  return (
    <FormDialog title={words.convert} confirm={words.convert} onSubmit={submit} onClose={onClose} fieldOf={(path) => (path === 'docNo' ? ids.docNo : path === 'due' ? ids.due : '')}>
      <p className="dialog-note">{words.note}</p>
      <FieldRow label={formWords.docNo} id={ids.docNo} help={formWords.docNoHelp}>{(field) => <Input {...field} value={docNo} maxLength={60} onChange={({ target }) => setDocNo(target.value)} />}</FieldRow>
      <FieldRow label={formWords.due} id={ids.due} required>{(field) => <DayInput {...field} value={due} onChange={setDue} />}</FieldRow>
    </FormDialog>
  )
}
