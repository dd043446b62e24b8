import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { momentText } from '../../frame/dates.ts'
import { Attachments } from '../township/attachments/Attachments.tsx'
import { FormSheet } from '../../frame/FormSheet.tsx'
import { Loaded } from '../../frame/Loaded.tsx'
import { useSubmit } from '../../frame/use-submit.ts'
import { changedCells, draftOf, fieldOfPath, type RowDraft } from './row-form.ts'
import { RowFields } from './RowFields.tsx'
import type { LedgerRow, Register } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

interface NewRowProps {
  readonly register: Register
  readonly onClose: () => void
}

const blank: RowDraft = {}

/** 新增一行, one after the other. */
export function NewRow({ register, onClose }: NewRowProps): ReactNode {
  const { client, orpc } = useApi()
  const notice = useNotice()
  const villages = useQuery(orpc.villages.list.queryOptions({ input: { on: today() } }))
  const [draft, setDraft] = useState(blank)
  const { faults, isSending, send, drop } = useSubmit(async (way: 'close' | 'next') => {
    await client.registers.add({ registerId: register.id, cells: { ...draft } })
    notice.done(words.saved)
    if (way === 'close') onClose()
    else setDraft(blank)
    return []
  }, fieldOfPath)
  return (
    <FormSheet
      title={words.newTitle(register.name)}
      faults={faults}
      isSending={isSending}
      isDirty={Object.values(draft).some((text) => text !== '')}
      confirm={words.save}
      others={<Button disabled={isSending} onClick={() => send('next')}>{words.saveAndNext}</Button>}
      onSubmit={() => send('close')}
      onClose={onClose}
    >
      <RowFields columns={register.columns} villages={villages.data ?? []} draft={draft} onChange={setDraft} faults={faults} onTouch={drop} disabled={false} attachments={<span className="ui-field-help">{words.attachmentLater}</span>} />
    </FormSheet>
  )
}

interface EditRowProps extends NewRowProps {
  readonly id: string
}

/** 登记表: one row, to read and, where one may, to change. */
export function EditRow({ register, id, onClose }: EditRowProps): ReactNode {
  const { orpc } = useApi()
  const row = useQuery(orpc.registers.row.queryOptions({ input: { id } }))
  if (row.data === undefined) {
    return (
      <SideSheet open title={words.editTitle(register.name)} width={760} onClose={onClose}>
        <Loaded query={row}>{() => null}</Loaded>
      </SideSheet>
    )
  }
  return <RowForm register={register} row={row.data} onClose={onClose} />
}

function RowForm({ register, row, onClose }: { readonly register: Register; readonly row: LedgerRow; readonly onClose: () => void }): ReactNode {
  const { client, orpc } = useApi()
  const notice = useNotice()
  const villages = useQuery(orpc.villages.list.queryOptions({ input: { on: today() } }))
  // What the user began from stays the base of the change: a row that others change meanwhile is refused, not written over.
  const [seen] = useState(row)
  const [first] = useState(() => draftOf(register.columns, row))
  const [draft, setDraft] = useState(first)
  const changes = changedCells(first, draft)
  const isDirty = Object.keys(changes).length > 0
  const { faults, isSending, send, drop } = useSubmit(async () => {
    if (isDirty) {
      const { refused } = await client.registers.editCells({ registerId: register.id, mode: 'all', rows: [{ id: seen.id, version: seen.version, changes }] })
      if (refused.length > 0) return refused.map(({ field, message }) => ({ id: field ?? '', sentence: message }))
      notice.done(words.saved)
    }
    onClose()
    return []
  })
  const body = (
    <>
      <p className="register-entered">{words.entered(row.enteredBy ?? words.unknownPerson, momentText(row.enteredAt))}</p>
      <RowFields columns={register.columns} villages={villages.data ?? []} draft={draft} onChange={setDraft} faults={faults} onTouch={drop} disabled={!row.editable} attachments={<span>{words.attachmentCount(row.attachments)}</span>} />
      {register.columns.some(({ type }) => type === 'attachment') ? <Attachments owner={{ kind: 'register_row', id: row.id }} mayAdd={row.editable} /> : null}
    </>
  )
  if (!row.editable) {
    return (
      <SideSheet open title={words.editTitle(register.name)} width={760} onClose={onClose} footer={<Button onClick={onClose}>{words.close}</Button>}>
        {body}
      </SideSheet>
    )
  }
  return (
    <FormSheet title={words.editTitle(register.name)} faults={faults} isSending={isSending} isDirty={isDirty} confirm={words.save} onSubmit={() => send()} onClose={onClose}>
      {body}
    </FormSheet>
  )
}
