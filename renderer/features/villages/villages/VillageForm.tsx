import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { villageKinds, type VillageKind } from '../../../../shared/domain/villages/villages/codes.ts'
import { villageKindNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { lengthFaults, readWhole } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { VillageRow } from './api-types.ts'
import { villageForm } from './vocabulary.ts'

export interface VillageFormProps {
  /** The one that is changed; null for a new one. */
  readonly village: VillageRow | null
  readonly onClose: () => void
}

const ids = { name: 'village-name', kind: 'village-kind', households: 'village-households', teamLeaderId: 'village-leader', remark: 'village-remark' } as const
const rowOf = (path: string): string => Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
const limits = { name: 50, remark: 2000, households: 99_999 } as const

/** 新增村社, and changing one with its 团长. */
export function VillageForm({ village, onClose }: VillageFormProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [name, setName] = useState(village?.name ?? '')
  const [kind, setKind] = useState<VillageKind>(village?.kind ?? 'village')
  const [households, setHouseholds] = useState(village?.households === null || village === null ? '' : String(village.households))
  const [leader, setLeader] = useState(village?.teamLeaderId ?? null)
  const [remark, setRemark] = useState(village?.remark ?? '')

  async function submit(): Promise<readonly FieldFault[]> {
    const count = households.trim() === '' ? null : readWhole(households, 0, limits.households)
    const faults = [
      ...(name.trim() === '' ? [{ id: ids.name, sentence: villageForm.required(villageForm.name) }] : lengthFaults(ids.name, villageForm.name, name, limits.name)),
      ...(count === null && households.trim() !== '' ? [{ id: ids.households, sentence: villageForm.householdsFault }] : []),
      ...lengthFaults(ids.remark, villageForm.remark, remark, limits.remark),
    ]
    if (faults.length > 0) return faults
    const values = { name: name.trim(), kind, households: count, teamLeaderId: leader, remark: remark.trim() === '' ? null : remark.trim() }
    if (village === null) {
      await client.villages.add(values)
      notice.done(villageForm.added(values.name))
    } else {
      await client.villages.edit({ ...values, id: village.id, version: village.version })
      notice.done(villageForm.saved)
    }
    return []
  }

  const chosen = village?.teamLeaderId && village.teamLeaderName !== null ? [{ id: village.teamLeaderId, code: village.teamLeaderCode ?? '', name: village.teamLeaderName }] : []
  return (
    <FormDialog title={village === null ? villageForm.addTitle : villageForm.editTitle(village.name)} confirm={villageForm.save} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={villageForm.name} id={ids.name} required>{(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}</FieldRow>
      <FieldRow label={villageForm.kind} id={ids.kind} isGroup required>
        {(field) => <Choices field={field} value={kind} onChange={setKind} options={villageKinds.map((value) => ({ value, label: villageKindNames[value] }))} />}
      </FieldRow>
      <FieldRow label={villageForm.households} id={ids.households}>{(field) => <Input {...field} value={households} style={{ width: 160 }} onChange={({ target }) => setHouseholds(target.value)} />}</FieldRow>
      <FieldRow label={villageForm.leader} id={ids.teamLeaderId} help={villageForm.leaderHelp}>
        {(field) => <PersonSelect {...field} label={villageForm.leader} among="leads" value={leader} onChange={setLeader} allowClear chosen={chosen} />}
      </FieldRow>
      <FieldRow label={villageForm.remark} id={ids.remark}>{(field) => <Input.TextArea {...field} value={remark} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => setRemark(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
