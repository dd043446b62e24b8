import { useState, type ReactNode } from 'react'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { PeopleSelect } from '../../people/PersonSelect.tsx'
import type { Issue } from './api-types.ts'
import { issueDialogWords as words, issueSheetWords } from './vocabulary.ts'

const ids = { hosts: 'to-task-hosts', due: 'to-task-due' } as const

function rowOf(path: string): string {
  if (path === 'due') return ids.due
  return path.startsWith('hosts') ? ids.hosts : ''
}

/** 转为任务: who does it and until when; title and content come from the issue. */
export function ToTaskDialog({ issue, onClose }: { readonly issue: Issue; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [hosts, setHosts] = useState<readonly string[]>(issue.handlerId === null ? [] : [issue.handlerId])
  const [due, setDue] = useState<string | null>(issue.due !== null && issue.due >= today() ? issue.due : dayText(dayNumber(today()) + 30))

  async function submit() {
    const wrongDue = dayFaults(ids.due, words.due, due)
    const faults = [
      ...(hosts.length === 0 ? [{ id: ids.hosts, sentence: words.noHost }] : []),
      ...wrongDue,
      ...(wrongDue.length === 0 && due !== null && due < today() ? [{ id: ids.due, sentence: words.duePast }] : []),
    ]
    if (faults.length > 0 || due === null) return faults
    const { code } = await client.issues.toTask({ id: issue.id, version: issue.version, hosts: [...hosts], due })
    notice.done(words.taskMade(code))
    return []
  }

  return (
    <FormDialog title={issueSheetWords.makeTask} confirm={issueSheetWords.makeTask} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <p className="dialog-note">{words.taskNote}</p>
      <FieldRow label={words.hosts} id={ids.hosts} required>
        {(field) => (
          <PeopleSelect
            {...field}
            label={words.hosts}
            value={hosts}
            onChange={setHosts}
            chosen={issue.handlerId === null ? [] : [{ id: issue.handlerId, code: issue.handlerCode ?? '', name: issue.handlerName ?? '' }]}
            {...(issue.moduleId === null ? {} : { moduleId: issue.moduleId })}
          />
        )}
      </FieldRow>
      <FieldRow label={words.due} id={ids.due} required>
        {(field) => <DayInput {...field} value={due} onChange={setDue} />}
      </FieldRow>
    </FormDialog>
  )
}
