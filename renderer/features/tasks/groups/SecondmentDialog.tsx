import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { secondmentDirections, type SecondmentDirection } from '../../../../shared/domain/tasks/groups/codes.ts'
import { secondmentDirectionNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import { GroupSelect } from '../tasks/GroupSelect.tsx'
import type { Secondment } from './secondment-rows.tsx'
import { groupFormWords, secondmentWords as words } from './vocabulary.ts'

const ids = { staffId: 'secondment-person', direction: 'secondment-direction', unit: 'secondment-unit', groupId: 'secondment-group', docNo: 'secondment-doc', from: 'secondment-from', to: 'secondment-to', reason: 'secondment-reason' } as const

function rowOf(path: string): string {
  return Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
}

/** 登记抽调, or a change of one. */
export function SecondmentDialog({ secondment, onClose }: { readonly secondment?: Secondment; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [before] = useState(secondment ?? null)
  const [staffId, setStaffId] = useState<string | null>(before?.staffId ?? null)
  const [direction, setDirection] = useState<SecondmentDirection>(before?.direction ?? 'out')
  const [unit, setUnit] = useState(before?.unit ?? '')
  const [groupId, setGroupId] = useState<string | null>(before?.groupId ?? null)
  const [docNo, setDocNo] = useState(before?.docNo ?? '')
  const [from, setFrom] = useState<string | null>(before?.from ?? today())
  const [to, setTo] = useState<string | null>(before?.to ?? null)
  const [reason, setReason] = useState(before?.reason ?? '')

  async function submit() {
    const wrongDays = [...dayFaults(ids.from, words.from, from), ...(to === null ? [] : dayFaults(ids.to, words.to, to))]
    const faults = [
      ...(staffId === null ? [{ id: ids.staffId, sentence: groupFormWords.choose(words.person) }] : []),
      ...(unit.trim() === '' ? [{ id: ids.unit, sentence: groupFormWords.required(words.unit) }] : lengthFaults(ids.unit, words.unit, unit, 50)),
      ...lengthFaults(ids.docNo, words.docNo, docNo, 50),
      ...wrongDays,
      ...(wrongDays.length === 0 && from !== null && to !== null && to < from ? [{ id: ids.to, sentence: groupFormWords.datesBackwards }] : []),
      ...lengthFaults(ids.reason, words.reason, reason, 2000),
    ]
    if (faults.length > 0 || staffId === null || from === null) return faults
    const input = { direction, unit: unit.trim(), groupId, docNo: orNull(docNo), from, to, reason: orNull(reason) }
    await (before === null ? client.secondments.add({ ...input, staffId }) : client.secondments.edit({ ...input, id: before.id, version: before.version }))
    notice.done(words.saved)
    return []
  }

  return (
    <FormDialog title={before === null ? words.addTitle : words.editTitle(before.staffName)} confirm={words.save} width={560} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.person} id={ids.staffId} required>
        {(field) => <PersonSelect {...field} label={words.person} disabled={before !== null} value={staffId} onChange={setStaffId} chosen={before === null ? [] : [{ id: before.staffId, code: before.staffCode, name: before.staffName }]} />}
      </FieldRow>
      <FieldRow label={words.direction} id={ids.direction} required isGroup>{(field) => <Choices field={field} value={direction} onChange={setDirection} options={secondmentDirections.map((value) => ({ value, label: secondmentDirectionNames[value] }))} />}</FieldRow>
      <FieldRow label={words.unit} id={ids.unit} required help={words.unitHelp}>{(field) => <Input {...field} value={unit} onChange={({ target }) => setUnit(target.value)} />}</FieldRow>
      <FieldRow label={words.group} id={ids.groupId}>{(field) => <GroupSelect {...field} label={words.group} value={groupId} onChange={setGroupId} />}</FieldRow>
      <FieldRow label={words.docNo} id={ids.docNo}>{(field) => <Input {...field} value={docNo} onChange={({ target }) => setDocNo(target.value)} />}</FieldRow>
      <FieldRow label={words.from} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} />}</FieldRow>
      <FieldRow label={words.to} id={ids.to} help={groupFormWords.toHelp}>{(field) => <DayInput {...field} value={to} onChange={setTo} />}</FieldRow>
      <FieldRow label={words.reason} id={ids.reason}>{(field) => <Input.TextArea {...field} value={reason} autoSize={{ minRows: 2, maxRows: 5 }} onChange={({ target }) => setReason(target.value)} />}</FieldRow>
    </FormDialog>
  )
}

function orNull(text: string): string | null {
  const plain = text.trim()
  return plain === '' ? null : plain
}
