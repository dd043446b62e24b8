import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { useVillages } from '../villages/use-villages.ts'
import { entryRowOf, readEntry, usualVillage, villagesServed, type EntryDraft } from './entry-form.ts'
import { EntryFields } from './EntryFields.tsx'
import { EntryPreview, useEntryPreview } from './EntryPreview.tsx'
import { entryWords } from './vocabulary.ts'

export interface EnterRecordsProps {
  /** The kind to begin with: what the Tuesday or an issue leads to. */
  readonly kind?: string
  readonly onClose: () => void
}

/** 记服务: one form for a visit to twelve households by three colleagues. */
export function EnterRecords({ kind = 'visit', onClose }: EnterRecordsProps): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const villages = useVillages()
  const [blank] = useState<EntryDraft>(() => ({ kind, date: today(), village: null, people: me.staffId === null ? [] : [me.staffId], households: '', quantity: '1', note: '' }))
  const [typed, setTyped] = useState(blank)
  const served = villagesServed(villages, me.staffId)
  const last = useQuery(orpc.events.list.queryOptions({ input: { limit: 1, filters: [{ kind: 'flag', flag: 'mine' }], sort: [{ field: 'date', descending: true }] }, enabled: me.staffId !== null })).data?.rows[0]?.villageId
  const draft = typed.village === null ? { ...typed, village: usualVillage(served, last) } : typed
  const team = [
    ...(me.staffId === null ? [] : [{ id: me.staffId, code: '', name: me.staffName ?? me.name }]),
    ...(villages.find(({ id }) => id === draft.village)?.members.map(({ staffId, staffCode, staffName }) => ({ id: staffId, code: staffCode, name: staffName })) ?? []),
  ]
  const hasOthers = me.heads.length > 0 || villages.some(({ teamLeaderId }) => me.staffId !== null && teamLeaderId === me.staffId) || me.kind === 'console'
  const reading = readEntry(draft)
  const preview = useEntryPreview(reading.kind === 'good' ? reading.input : null)

  const { faults, isSending, send, drop } = useSubmit(async (way: 'one' | 'another') => {
    if (reading.kind === 'bad') return reading.faults
    const { ids } = await client.events.enter({ ...reading.input, staffIds: [...reading.input.staffIds], households: [...reading.input.households] })
    notice.done(entryWords.saved(ids.length))
    if (way === 'one') onClose()
    else setTyped({ ...draft, households: '', note: '' })
    return []
  }, entryRowOf)

  return (
    <FormSheet
      title={entryWords.title}
      width={720}
      faults={faults}
      isSending={isSending}
      isDirty={typed.households !== '' || typed.note !== ''}
      confirm={preview.planned === undefined ? entryWords.save : entryWords.saveCount(preview.planned.length)}
      others={<Button disabled={isSending} onClick={() => send('another')}>{entryWords.saveAnother}</Button>}
      onSubmit={() => send('one')}
      onClose={onClose}
    >
      <EntryFields draft={draft} onChange={setTyped} faults={faults} onTouch={drop} isOne={false} hasOthers={hasOthers} team={team} ownVillages={served} />
      <EntryPreview {...preview} />
    </FormSheet>
  )
}
