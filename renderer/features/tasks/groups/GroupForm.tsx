import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { Group } from './api-types.ts'
import { groupFormWords as words } from './vocabulary.ts'

const ids = { name: 'group-name', goal: 'group-goal', lead: 'group-lead', from: 'group-from', to: 'group-to', approvalNo: 'group-approval', on: 'group-dissolved', conclusion: 'group-conclusion' } as const

function rowOf(path: string): string {
  const rows: Readonly<Record<string, string>> = { ...ids, leadStaffId: ids.lead }
  return rows[path] ?? ''
}

interface Frame {
  readonly name: string
  readonly goal: string | null
  readonly leadStaffId: string | null
  readonly from: string
  readonly to: string | null
}

/** 提请组建: name, goal, who leads, from when until when. */
export function ProposeGroup({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  return <FrameDialog title={words.proposeTitle} first={null} done={words.proposed} onSave={(frame) => client.groups.propose(frame)} onClose={onClose} />
}

export function EditGroup({ group, onClose }: { readonly group: Group; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const [before] = useState(group)
  return <FrameDialog title={words.editTitle(before.name)} first={before} done={words.saved} onSave={(frame) => client.groups.edit({ ...frame, id: before.id, version: before.version })} onClose={onClose} />
}

interface FrameDialogProps {
  readonly title: string
  readonly first: Group | null
  readonly done: string
  readonly onSave: (frame: Frame) => Promise<unknown>
  readonly onClose: () => void
}

function FrameDialog({ title, first, done, onSave, onClose }: FrameDialogProps): ReactNode {
  const notice = useNotice()
  const [name, setName] = useState(first?.name ?? '')
  const [goal, setGoal] = useState(first?.goal ?? '')
  const [lead, setLead] = useState(first?.leadStaffId ?? null)
  const [from, setFrom] = useState<string | null>(first?.from ?? today())
  const [to, setTo] = useState<string | null>(first?.to ?? null)

  async function submit() {
    const wrongDays = [...dayFaults(ids.from, words.from, from), ...(to === null ? [] : dayFaults(ids.to, words.to, to))]
    const faults: readonly FieldFault[] = [
      ...(name.trim() === '' ? [{ id: ids.name, sentence: words.required(words.name) }] : lengthFaults(ids.name, words.name, name, 50)),
      ...lengthFaults(ids.goal, words.goal, goal, 2000),
      ...wrongDays,
      ...(wrongDays.length === 0 && from !== null && to !== null && to < from ? [{ id: ids.to, sentence: words.datesBackwards }] : []),
    ]
    if (faults.length > 0 || from === null) return faults
    await onSave({ name: name.trim(), goal: goal.trim() === '' ? null : goal.trim(), leadStaffId: lead, from, to })
    notice.done(done)
    return []
  }

  return (
    <FormDialog title={title} confirm={words.save} width={560} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.name} id={ids.name} required>{(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}</FieldRow>
      <FieldRow label={words.goal} id={ids.goal}>{(field) => <Input.TextArea {...field} value={goal} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => setGoal(target.value)} />}</FieldRow>
      <FieldRow label={words.lead} id={ids.lead}>
        {(field) => <PersonSelect {...field} label={words.lead} among="leads" allowClear value={lead} onChange={setLead} chosen={first === null || first.leadStaffId === null ? [] : [{ id: first.leadStaffId, code: '', name: first.leadStaffName ?? '' }]} />}
      </FieldRow>
      <FieldRow label={words.from} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} />}</FieldRow>
      <FieldRow label={words.to} id={ids.to} help={words.toHelp}>{(field) => <DayInput {...field} value={to} onChange={setTo} />}</FieldRow>
    </FormDialog>
  )
}

/** 批准组建, with the number of the document. */
export function ApproveGroup({ group, onClose }: { readonly group: Group; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [approvalNo, setApprovalNo] = useState('')

  async function submit() {
    const faults = approvalNo.trim() === '' ? [{ id: ids.approvalNo, sentence: words.required(words.approvalNo) }] : lengthFaults(ids.approvalNo, words.approvalNo, approvalNo, 50)
    if (faults.length > 0) return faults
    await client.groups.approve({ id: group.id, approvalNo: approvalNo.trim(), version: group.version })
    notice.done(words.approved)
    return []
  }

  return (
    <FormDialog title={words.approveTitle(group.name)} confirm={words.save} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.approvalNo} id={ids.approvalNo} required>{(field) => <Input {...field} value={approvalNo} onChange={({ target }) => setApprovalNo(target.value)} />}</FieldRow>
    </FormDialog>
  )
}

/** 解散: the day and what it leaves behind. */
export function DissolveGroup({ group, onClose }: { readonly group: Group; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [on, setOn] = useState<string | null>(today())
  const [conclusion, setConclusion] = useState('')

  async function submit() {
    const wrongDay = dayFaults(ids.on, words.dissolveOn, on)
    const faults = [
      ...wrongDay,
      ...(wrongDay.length === 0 && on !== null && on > today() ? [{ id: ids.on, sentence: words.dissolvedInFuture }] : []),
      ...(conclusion.trim() === '' ? [{ id: ids.conclusion, sentence: words.required(words.conclusion) }] : lengthFaults(ids.conclusion, words.conclusion, conclusion, 2000)),
    ]
    if (faults.length > 0 || on === null) return faults
    await client.groups.dissolve({ id: group.id, on, conclusion: conclusion.trim(), version: group.version })
    notice.done(words.dissolved)
    return []
  }

  return (
    <FormDialog title={words.dissolveTitle(group.name)} confirm={words.save} danger width={560} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <p className="dialog-note">{words.dissolveNote}</p>
      <FieldRow label={words.dissolveOn} id={ids.on} required>{(field) => <DayInput {...field} value={on} onChange={setOn} />}</FieldRow>
      <FieldRow label={words.conclusion} id={ids.conclusion} required>{(field) => <Input.TextArea {...field} value={conclusion} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setConclusion(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
