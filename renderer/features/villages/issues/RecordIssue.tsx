import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { IssueSource } from '../../../../shared/domain/villages/issues/codes.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useKept } from '../../../frame/remembered.ts'
import { useSubmit } from '../../../frame/use-submit.ts'
import { issueFieldIds, issueRowOf, readIssueDraft, type IssueDraft, type IssueReport } from './issue-form.ts'
import { IssueFields } from './IssueFields.tsx'
import { issueFormWords as words } from './vocabulary.ts'

/** Where the last one was told of: the next usually comes from the same house. */
interface Place {
  readonly villageId: string | null
  readonly source: IssueSource
}

/** 登记民情: one after the other, the village and the source kept while the window is open. */
export function RecordIssue({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [place = { villageId: null, source: 'visit' }, keepPlace] = useKept<Place>('issue-place')
  const [first, setFirst] = useState(() => emptyDraft(place))
  const [draft, setDraft] = useState(first)
  /** Counts the forms, so that the keyboard is at the first field of each. */
  const [number, setNumber] = useState(1)

  const { faults, isSending, send, drop } = useSubmit(async (way: 'close' | 'next') => {
    const reading = readIssueDraft(draft, today())
    if (reading.kind === 'bad') return reading.faults
    await save(reading.report, draft.settled.trim())
    const kept = { villageId: reading.report.villageId, source: reading.report.source }
    keepPlace(kept)
    if (way === 'close') onClose()
    else {
      setFirst(emptyDraft(kept))
      setDraft(emptyDraft(kept))
      setNumber(number + 1)
    }
    return []
  }, issueRowOf)

  async function save(report: IssueReport, result: string): Promise<void> {
    const { id, code, version } = await client.issues.record(report)
    if (result === '') {
      notice.done(words.recorded(code))
      return
    }
    try {
      await client.issues.settle({ id, version, result })
      notice.done(words.settledToo(code))
    } catch (error) {
      notice.failed(words.recordedOnly(code, sentenceOf(error)))
    }
  }

  return (
    <FormSheet
      key={number}
      title={words.recordTitle}
      faults={faults}
      isSending={isSending}
      isDirty={JSON.stringify(draft) !== JSON.stringify(first)}
      confirm={words.save}
      others={<Button disabled={isSending} onClick={() => send('next')}>{words.saveAndNext}</Button>}
      onSubmit={() => send('close')}
      onClose={onClose}
    >
      <IssueFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} />
      <FieldRow label={words.settled} id={issueFieldIds.settled} help={words.settledHelp} fault={faults.find(({ id }) => id === issueFieldIds.settled)?.sentence}>
        {(field) => (
          <Input.TextArea
            {...field}
            value={draft.settled}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={({ target }) => {
              drop(issueFieldIds.settled)
              setDraft({ ...draft, settled: target.value })
            }}
          />
        )}
      </FieldRow>
    </FormSheet>
  )
}

function emptyDraft({ villageId, source }: Place): IssueDraft {
  return { villageId, source, title: '', content: '', reporter: '', phone: '', reportedOn: today(), settled: '' }
}
