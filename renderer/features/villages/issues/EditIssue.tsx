import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import { issueFieldIds, issueRowOf, readIssueDraft, type IssueDraft } from './issue-form.ts'
import { IssueFields } from './IssueFields.tsx'
import type { Issue } from './api-types.ts'
import { issueFormWords as words } from './vocabulary.ts'

/** 修改民情: what was reported, and once it is dispatched who handles it until when; locked what may not be changed. */
export function EditIssue({ issue, onClose }: { readonly issue: Issue; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [before] = useState(issue)
  const [first] = useState(() => draftOf(issue))
  const [draft, setDraft] = useState(first)
  const [handler, setHandler] = useState(before.handlerId)
  const [due, setDue] = useState(before.due)
  const isDispatched = before.state === 'dispatched' || before.state === 'handling'
  const may = (field: Issue['editable'][number]) => before.editable.includes(field)

  const { faults, isSending, send, drop } = useSubmit(async () => {
    const reading = readIssueDraft(draft, today())
    const wrongDue = may('due') && due !== before.due ? dayFaults(issueFieldIds.due, words.due, due) : []
    if (reading.kind === 'bad' || wrongDue.length > 0) return [...(reading.kind === 'bad' ? reading.faults : []), ...wrongDue]
    const { report } = reading
    const changes = {
      ...(report.title === before.title ? {} : { title: report.title }),
      ...(report.content === before.content ? {} : { content: report.content }),
      ...(report.villageId === before.villageId ? {} : { villageId: report.villageId }),
      ...(report.source === before.source ? {} : { source: report.source }),
      ...(report.reporter === before.reporter ? {} : { reporter: report.reporter }),
      ...(report.phone === before.phone ? {} : { phone: report.phone }),
      ...(report.reportedOn === before.reportedOn ? {} : { reportedOn: report.reportedOn }),
      ...(handler === before.handlerId ? {} : { handlerId: handler }),
      ...(due === before.due || due === null ? {} : { due }),
    }
    if (Object.keys(changes).length > 0) {
      await client.issues.edit({ id: before.id, version: before.version, changes })
      notice.done(words.saved)
    }
    onClose()
    return []
  }, issueRowOf)

  return (
    <FormSheet title={words.editTitle(before.code)} faults={faults} isSending={isSending} isDirty={JSON.stringify(draft) !== JSON.stringify(first) || handler !== before.handlerId || due !== before.due} confirm={words.save} onSubmit={() => send()} onClose={onClose}>
      <IssueFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} editable={before.editable} />
      {isDispatched ? (
        <div className="form-pair">
          <FieldRow label={words.handler} id={issueFieldIds.handler} fault={faults.find(({ id }) => id === issueFieldIds.handler)?.sentence}>
            {(field) => (
              <PersonSelect
                {...field}
                label={words.handler}
                disabled={!may('handler')}
                allowClear
                value={handler}
                onChange={(next) => {
                  drop(issueFieldIds.handler)
                  setHandler(next)
                }}
                {...(before.moduleId === null ? {} : { moduleId: before.moduleId })}
                chosen={before.handlerId === null ? [] : [{ id: before.handlerId, code: before.handlerCode ?? '', name: before.handlerName ?? '' }]}
              />
            )}
          </FieldRow>
          <FieldRow label={words.due} id={issueFieldIds.due} fault={faults.find(({ id }) => id === issueFieldIds.due)?.sentence}>
            {(field) => (
              <DayInput
                {...field}
                disabled={!may('due')}
                value={due}
                onChange={(next) => {
                  drop(issueFieldIds.due)
                  setDue(next)
                }}
              />
            )}
          </FieldRow>
        </div>
      ) : null}
    </FormSheet>
  )
}

function draftOf({ villageId, source, title, content, reporter, phone, reportedOn }: Issue): IssueDraft {
  return { villageId, source, title, content: content ?? '', reporter: reporter ?? '', phone: phone ?? '', reportedOn, settled: '' }
}
