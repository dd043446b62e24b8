import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { sexLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi, useMe } from '../../api/api.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { lengthFaults } from '../../frame/field-faults.ts'
import { FormDialog } from '../../frame/FormDialog.tsx'
import { may } from '../../frame/may.ts'
import './people.css'
import { idNoValue, idNoWord } from './person-form.ts'
import type { Person } from './api-types.ts'
import { columnTitles, formWords, sheetWords } from './vocabulary.ts'

const longestReason = 200

type Asking = 'nothing' | 'reason' | 'number'

/** 身份证号, masked. Whoever may sees it in full for a reason, which the audit log keeps, until the sheet is closed. */
export function IdNumber({ person }: { readonly person: Person }): ReactNode {
  const isAllowed = may(useMe(), 'idNo.unmask')
  const [asking, setAsking] = useState<Asking>('nothing')
  const [whole, setWhole] = useState<string | null>(null)
  const ask = () => setAsking('nothing')
  return (
    <span className="id-number">
      <span>{whole ?? person.idNoMasked ?? sheetWords.noIdNo}</span>
      {!isAllowed ? null : whole !== null ? (
        <Button size="small" onClick={() => setWhole(null)}>{sheetWords.hide}</Button>
      ) : (
        <>
          {person.idNoMasked === null ? null : <Button size="small" onClick={() => setAsking('reason')}>{sheetWords.unmask}</Button>}
          <Button size="small" onClick={() => setAsking('number')}>{person.idNoMasked === null ? sheetWords.setIdNo : sheetWords.changeIdNo}</Button>
        </>
      )}
      {asking === 'reason' ? <UnmaskDialog id={person.id} onShow={setWhole} onClose={ask} /> : null}
      {asking === 'number' ? <NumberDialog id={person.id} onClose={ask} /> : null}
    </span>
  )
}

function UnmaskDialog({ id, onShow, onClose }: { readonly id: string; readonly onShow: (idNo: string | null) => void; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const [reason, setReason] = useState('')
  const field = 'id-number-reason'

  async function submit() {
    if (reason.trim() === '') return [{ id: field, sentence: sheetWords.unmaskMissing }]
    const tooLong = lengthFaults(field, sheetWords.unmaskReason, reason, longestReason)
    if (tooLong.length > 0) return tooLong
    const { idNo } = await client.people.unmaskIdNo({ id, reason })
    onShow(idNo)
    return []
  }

  return (
    <FormDialog title={sheetWords.unmaskTitle} confirm={sheetWords.unmask} onSubmit={submit} onClose={onClose}>
      <FieldRow label={sheetWords.unmaskReason} id={field} required help={sheetWords.unmaskHelp}>
        {(ids) => <Input {...ids} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}

function NumberDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [idNo, setIdNo] = useState('')
  const field = 'id-number-new'
  const word = idNoWord(idNo, sexLabels)

  async function submit() {
    const value = idNoValue(idNo)
    if (value === null) return [{ id: field, sentence: word.fault ?? formWords.required(columnTitles.idNo) }]
    await client.people.setIdNo({ id, idNo: value })
    notice.done(sheetWords.saved)
    return []
  }

  return (
    <FormDialog title={sheetWords.setIdNoTitle} confirm={formWords.save} onSubmit={submit} fieldOf={(path) => (path === 'idNo' ? field : '')} onClose={onClose}>
      <FieldRow label={columnTitles.idNo} id={field} required help={word.help} fault={idNo.replace(/\s/gu, '').length >= 18 ? word.fault : undefined}>
        {(ids) => <Input {...ids} value={idNo} onChange={({ target }) => setIdNo(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
