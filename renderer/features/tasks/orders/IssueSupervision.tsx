import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { supervisionLevels, type SupervisionLevel } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { supervisionLevelNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { dayMoved } from '../../../grid/cell-text.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import '../tasks.css'
import { paperWords, words } from './vocabulary.ts'

const ids = { level: 'supervision-level', docNo: 'supervision-doc-no', demand: 'supervision-demand', replyDue: 'supervision-reply-due' } as const

/** Days that are usually given to reply. */
const daysToReply = 3

export interface IssueSupervisionProps {
  readonly task: { readonly taskId: string; readonly title: string; readonly level: SupervisionLevel }
  readonly onClose: () => void
}

/** 签发督办单 on a task, with the level that its light proposes. */
export function IssueSupervision({ task, onClose }: IssueSupervisionProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [level, setLevel] = useState(task.level)
  const [docNo, setDocNo] = useState('')
  const [demand, setDemand] = useState<string>(paperWords.demandStart)
  const [replyDue, setReplyDue] = useState<string | null>(dayMoved(today(), daysToReply))

  async function submit(): Promise<readonly FieldFault[]> {
    const faults = [
      ...lengthFaults(ids.docNo, paperWords.docNo, docNo, 60),
      ...(demand.trim() === '' ? [{ id: ids.demand, sentence: words.wrong(paperWords.demand) }] : lengthFaults(ids.demand, paperWords.demand, demand, 2000)),
      ...dayFaults(ids.replyDue, paperWords.replyDue, replyDue),
    ]
    if (faults.length > 0 || replyDue === null) return faults
    const { code, deductions } = await client.supervisions.issue({ taskId: task.taskId, level, docNo: docNo.trim() === '' ? null : docNo.trim(), demand: demand.trim(), replyDue })
    notice.done(paperWords.done(docNo.trim() === '' ? code : docNo.trim(), deductions))
    return []
  }

  const fieldOf = (path: string) => (path === 'docNo' ? ids.docNo : path === 'replyDue' ? ids.replyDue : path === 'demand' ? ids.demand : '')
  return (
    <FormDialog title={paperWords.issueOf(task.title)} confirm={paperWords.issue} width={560} onSubmit={submit} fieldOf={fieldOf} onClose={onClose}>
      <p className="dialog-note">{paperWords.issueNote}</p>
      <FieldRow label={paperWords.level} id={ids.level} required isGroup>
        {(field) => <Choices field={field} value={level} onChange={setLevel} options={supervisionLevels.map((value) => ({ value, label: supervisionLevelNames[value] }))} />}
      </FieldRow>
      <FieldRow label={paperWords.docNo} id={ids.docNo} help={paperWords.docNoHelp}>{(field) => <Input {...field} value={docNo} onChange={({ target }) => setDocNo(target.value)} />}</FieldRow>
      <FieldRow label={paperWords.demand} id={ids.demand} required>{(field) => <Input.TextArea {...field} value={demand} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setDemand(target.value)} />}</FieldRow>
      <FieldRow label={paperWords.replyDue} id={ids.replyDue} required>{(field) => <DayInput {...field} value={replyDue} onChange={setReplyDue} />}</FieldRow>
    </FormDialog>
  )
}
