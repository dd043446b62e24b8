import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import '../../../frame/module.css'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import type { RecordRow } from './api-types.ts'
import { entryRowOf, readEntry, type EntryDraft } from './entry-form.ts'
import { EntryFields } from './EntryFields.tsx'
import { entryWords, resubmit } from './vocabulary.ts'
import { WhyBack } from './WhyBack.tsx'

/** Corrects one record; one that was sent back is handed in again. */
export function EditRecord({ record, onClose }: { readonly record: RecordRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [first] = useState<EntryDraft>(() => ({ kind: record.kind, date: record.date, village: record.villageId, people: [record.staffId], households: record.household ?? '', quantity: record.quantity, note: record.note ?? '' }))
  const [draft, setDraft] = useState(first)

  const { faults, isSending, send, drop } = useSubmit(async () => {
    const reading = readEntry(draft)
    if (reading.kind === 'bad') return reading.faults
    const { kind, date, villageId, quantity, note } = reading.input
    const household = draft.households.trim()
    await client.events.correct({ id: record.id, version: record.version, kind, date, villageId, quantity, note, household: household === '' ? null : household })
    notice.done(entryWords.resubmitted)
    onClose()
    return []
  }, entryRowOf)

  return (
    <FormSheet
      title={`${entryWords.editTitle}　${record.staffName}`}
      width={720}
      faults={faults}
      isSending={isSending}
      isDirty={JSON.stringify(draft) !== JSON.stringify(first)}
      confirm={record.state === 'rejected' ? resubmit : entryWords.save}
      onSubmit={() => send()}
      onClose={onClose}
    >
      <WhyBack record={record} />
      <EntryFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} isOne hasOthers={false} team={[]} ownVillages={[]} />
    </FormSheet>
  )
}
