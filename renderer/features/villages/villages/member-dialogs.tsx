import { useState, type ReactNode } from 'react'
import { teamRoles, type TeamRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { teamRoleNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
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
import type { MemberRow, VillageRow } from './api-types.ts'
import { villageForm } from './vocabulary.ts'

const ids = { staffId: 'member-person', role: 'member-role', from: 'member-from', to: 'member-to' } as const
const rowOf = (path: string): string => Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''

/** 加入成员: who, as what, from when. */
export function AddMemberDialog({ village, onClose }: { readonly village: VillageRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [person, setPerson] = useState<string | null>(null)
  const [role, setRole] = useState<TeamRole>('cadre')
  const [from, setFrom] = useState<string | null>(today())
  const [to, setTo] = useState<string | null>(null)

  async function submit() {
    const faults = [
      ...(person === null ? [{ id: ids.staffId, sentence: villageForm.choose(villageForm.person) }] : []),
      ...dayFaults(ids.from, villageForm.from, from),
      ...(to === null ? [] : dayFaults(ids.to, villageForm.to, to)),
    ]
    if (faults.length > 0 || person === null || from === null) return faults
    if (to !== null && to < from) return [{ id: ids.to, sentence: villageForm.backwards }]
    await client.villages.addMember({ villageId: village.id, staffId: person, role, from, to })
    notice.done(villageForm.joined)
    return []
  }

  return (
    <FormDialog title={villageForm.memberTitle(village.name)} confirm={villageForm.join} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={villageForm.person} id={ids.staffId} required>{(field) => <PersonSelect {...field} label={villageForm.person} value={person} onChange={setPerson} />}</FieldRow>
      <FieldRow label={villageForm.role} id={ids.role} isGroup required>
        {(field) => <Choices field={field} value={role} onChange={setRole} options={teamRoles.map((value) => ({ value, label: teamRoleNames[value] }))} />}
      </FieldRow>
      <FieldRow label={villageForm.from} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} allowClear={false} />}</FieldRow>
      <FieldRow label={villageForm.to} id={ids.to} help={villageForm.toHelp}>{(field) => <DayInput {...field} value={to} onChange={setTo} />}</FieldRow>
    </FormDialog>
  )
}

/** The last day of a membership; what was done until then stays counted. */
export function EndMemberDialog({ village, member, onClose }: { readonly village: VillageRow; readonly member: MemberRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()

  async function end(to: string): Promise<string> {
    await client.villages.endMember({ id: member.id, to, version: member.version })
    return villageForm.left
  }

  return <LastDayDialog title={villageForm.endTitle(member.staffName, village.name)} confirm={villageForm.leave} label={villageForm.to} from={member.from} backwards={villageForm.backwards} onDay={end} onClose={onClose} />
}
