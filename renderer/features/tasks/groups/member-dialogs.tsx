import { useState, type ReactNode } from 'react'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { LastDayDialog } from '../../../frame/LastDayDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { Group } from './api-types.ts'
import { groupFormWords as words } from './vocabulary.ts'

type Member = Group['members'][number]

const ids = { person: 'member-person', role: 'member-role', from: 'member-from', to: 'member-to' } as const

function rowOf(path: string): string {
  const rows: Readonly<Record<string, string>> = { staffId: ids.person, role: ids.role, from: ids.from, to: ids.to }
  return rows[path] ?? ''
}

function roleOptions(roles: readonly string[]) {
  return roles.map((value) => ({ value, label: planWord('groupRole', value) }))
}

/** 加入成员: who, in which role, from when until when. */
export function AddMemberDialog({ group, onClose }: { readonly group: Group; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [staffId, setStaffId] = useState<string | null>(null)
  const [role, setRole] = useState<string | null>(group.roles.at(-1) ?? null)
  const [from, setFrom] = useState<string | null>(today())
  const [to, setTo] = useState<string | null>(null)

  async function submit() {
    const wrongDays = [...dayFaults(ids.from, words.from, from), ...(to === null ? [] : dayFaults(ids.to, words.to, to))]
    const faults = [
      ...(staffId === null ? [{ id: ids.person, sentence: words.choose(words.person) }] : []),
      ...(role === null ? [{ id: ids.role, sentence: words.choose(words.role) }] : []),
      ...wrongDays,
      ...(wrongDays.length === 0 && from !== null && to !== null && to < from ? [{ id: ids.to, sentence: words.datesBackwards }] : []),
    ]
    if (faults.length > 0 || staffId === null || role === null || from === null) return faults
    await client.groups.addMember({ groupId: group.id, staffId, role, from, to })
    notice.done(words.memberAdded)
    return []
  }

  return (
    <FormDialog title={words.memberTitle(group.name)} confirm={words.save} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.person} id={ids.person} required>{(field) => <PersonSelect {...field} label={words.person} value={staffId} onChange={setStaffId} />}</FieldRow>
      <FieldRow label={words.role} id={ids.role} required isGroup>{(field) => <Choices field={field} value={role} onChange={setRole} options={roleOptions(group.roles)} />}</FieldRow>
      <FieldRow label={words.from} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} />}</FieldRow>
      <FieldRow label={words.to} id={ids.to} help={words.toHelp}>{(field) => <DayInput {...field} value={to} onChange={setTo} />}</FieldRow>
    </FormDialog>
  )
}

/** Another role from a day on. */
export function ChangeRoleDialog({ group, member, onClose }: { readonly group: Group; readonly member: Member; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [role, setRole] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today())

  async function submit() {
    const wrongDay = dayFaults(ids.from, words.roleFrom, from)
    const faults = [
      ...(role === null ? [{ id: ids.role, sentence: words.choose(words.role) }] : []),
      ...wrongDay,
      ...(wrongDay.length === 0 && from !== null && from <= member.from ? [{ id: ids.from, sentence: words.beforeStart(words.roleFrom, member.from) }] : []),
    ]
    if (faults.length > 0 || role === null || from === null) return faults
    await client.groups.changeRole({ id: member.id, role, from, version: member.version })
    notice.done(words.roleChanged)
    return []
  }

  return (
    <FormDialog title={words.roleTitle(member.staffName)} confirm={words.save} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.role} id={ids.role} required isGroup>{(field) => <Choices field={field} value={role} onChange={setRole} options={roleOptions(group.roles.filter((one) => one !== member.role))} />}</FieldRow>
      <FieldRow label={words.roleFrom} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} />}</FieldRow>
    </FormDialog>
  )
}

/** 退出: the last day. */
export function EndMemberDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()

  async function end(to: string): Promise<string> {
    await client.groups.endMember({ id: member.id, to, version: member.version })
    return words.ended
  }

  return <LastDayDialog title={words.endTitle(member.staffName)} confirm={words.save} label={words.lastDay} from={member.from} backwards={words.beforeStart(words.lastDay, member.from)} allowClear onDay={end} onClose={onClose} />
}
