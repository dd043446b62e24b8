import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { VillageSelect } from '../villages/VillageSelect.tsx'
import { lengthFaults, readWhole } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import type { GridRow } from './api-types.ts'
import { gridFormWords as words } from './vocabulary.ts'

const ids = { villageId: 'grid-village', name: 'grid-name', households: 'grid-households', remark: 'grid-remark' } as const

function rowOf(path: string): string {
  return Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
}

/** 新增网格, or a change of one. */
export function GridForm({ grid, onClose }: { readonly grid?: GridRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [before] = useState(grid ?? null)
  const [villageId, setVillageId] = useState<string | null>(before?.villageId ?? null)
  const [name, setName] = useState(before?.name ?? '')
  const [households, setHouseholds] = useState(before?.households === null || before === null ? '' : String(before.households))
  const [remark, setRemark] = useState(before?.remark ?? '')

  async function submit() {
    const count = households.trim() === '' ? null : readWhole(households, 0, 99_999)
    const faults = [
      ...(villageId === null ? [{ id: ids.villageId, sentence: words.choose(words.village) }] : []),
      ...(name.trim() === '' ? [{ id: ids.name, sentence: words.required(words.name) }] : lengthFaults(ids.name, words.name, name, 50)),
      ...(households.trim() !== '' && count === null ? [{ id: ids.households, sentence: words.householdsFault }] : []),
      ...lengthFaults(ids.remark, words.remark, remark, 200),
    ]
    if (faults.length > 0 || villageId === null) return faults
    const input = { villageId, name: name.trim(), households: count, remark: remark.trim() === '' ? null : remark.trim() }
    await (before === null ? client.grids.add(input) : client.grids.edit({ ...input, id: before.id, version: before.version }))
    notice.done(words.saved)
    return []
  }

  return (
    <FormDialog title={before === null ? words.addTitle : words.editTitle(before.name)} confirm={words.save} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.village} id={ids.villageId} required>{(field) => <VillageSelect {...field} label={words.village} value={villageId} onChange={setVillageId} />}</FieldRow>
      <FieldRow label={words.name} id={ids.name} required>{(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}</FieldRow>
      <FieldRow label={words.households} id={ids.households}>{(field) => <Input {...field} inputMode="numeric" value={households} onChange={({ target }) => setHouseholds(target.value)} style={{ width: 120 }} />}</FieldRow>
      <FieldRow label={words.remark} id={ids.remark}>{(field) => <Input.TextArea {...field} value={remark} autoSize={{ minRows: 2, maxRows: 4 }} onChange={({ target }) => setRemark(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
