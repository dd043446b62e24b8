import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { gridRoles, type GridRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { gridRoleNames } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { LastDayDialog } from '../../../frame/LastDayDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { GridPerson, GridRow } from './api-types.ts'
import { gridFormWords as words } from './vocabulary.ts'

const ids = { role: 'grid-role', staffId: 'grid-staff', name: 'grid-person', phone: 'grid-phone', from: 'grid-from', replaces: 'grid-replaces', stoppedOn: 'grid-stopped' } as const

/** What a name may have. */
const longestName = 50

function rowOf(path: string): string {
  return Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
}

/** 登记人员: somebody of the roster or of the village takes a place. */
export function AddPersonDialog({ grid, first, onClose }: { readonly grid: GridRow; readonly first: GridRole; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [role, setRole] = useState<GridRole>(first)
  const [staffId, setStaffId] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [from, setFrom] = useState<string | null>(today())
  const [replaces, setReplaces] = useState<'yes' | 'no'>('yes')

  async function submit() {
    const number = phone.normalize('NFKC').replace(/\s/g, '')
    const faults = [
      ...(staffId === null && name.trim() === '' ? [{ id: ids.name, sentence: words.noName }] : lengthFaults(ids.name, words.personName, name, longestName)),
      ...(number === '' || /^[\d+-]{5,20}$/.test(number) ? [] : [{ id: ids.phone, sentence: words.badPhone }]),
      ...dayFaults(ids.from, words.from, from),
    ]
    if (faults.length > 0 || from === null) return faults
    await client.grids.addPerson({ gridId: grid.id, role, staffId, name: staffId === null ? name.trim() : null, phone: number === '' ? null : number, from, replaces: replaces === 'yes' })
    notice.done(words.saved)
    return []
  }

  return (
    <FormDialog title={words.addPersonTitle(`${grid.villageName}${grid.name}`)} confirm={words.save} width={560} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.role} id={ids.role} required isGroup>{(field) => <Choices field={field} value={role} onChange={setRole} options={gridRoles.map((value) => ({ value, label: gridRoleNames[value] }))} />}</FieldRow>
      <FieldRow label={words.staff} id={ids.staffId} help={words.staffHelp}>{(field) => <PersonSelect {...field} label={words.staff} allowClear value={staffId} onChange={setStaffId} />}</FieldRow>
      <FieldRow label={words.personName} id={ids.name}>{(field) => <Input {...field} disabled={staffId !== null} value={name} onChange={({ target }) => setName(target.value)} />}</FieldRow>
      <FieldRow label={words.phone} id={ids.phone}>{(field) => <Input {...field} inputMode="tel" value={phone} onChange={({ target }) => setPhone(target.value)} />}</FieldRow>
      <FieldRow label={words.from} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} />}</FieldRow>
      <FieldRow label={words.replaces} id={ids.replaces} isGroup>{(field) => <Choices field={field} look="list" value={replaces} onChange={setReplaces} options={[{ value: 'yes', label: words.replacesYes }, { value: 'no', label: words.replacesNo }]} />}</FieldRow>
    </FormDialog>
  )
}

/** 离任: the last day of somebody's place. */
export function EndPersonDialog({ person, onClose }: { readonly person: GridPerson; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()

  async function end(to: string): Promise<string> {
    await client.grids.endPerson({ id: person.id, to, version: person.version })
    return words.saved
  }

  return <LastDayDialog title={words.endTitle(person.name)} confirm={words.save} label={words.lastDay} from={person.from} backwards={words.beforeStart(person.from)} allowClear onDay={end} onClose={onClose} />
}

/** 停用: the grid is no more from a day on. */
export function StopDialog({ grid, onClose }: { readonly grid: GridRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [stoppedOn, setStoppedOn] = useState<string | null>(today())
  const title = `${grid.villageName}${grid.name}`

  async function submit() {
    const wrongDay = dayFaults(ids.stoppedOn, words.stoppedOn, stoppedOn)
    if (wrongDay.length > 0 || stoppedOn === null) return wrongDay
    await client.grids.stop({ id: grid.id, stoppedOn, version: grid.version })
    notice.done(words.stoppedDone(title))
    return []
  }

  return (
    <FormDialog title={words.stopTitle(title)} confirm={words.stop} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.stoppedOn} id={ids.stoppedOn} required help={words.stopHelp}>{(field) => <DayInput {...field} value={stoppedOn} onChange={setStoppedOn} />}</FieldRow>
    </FormDialog>
  )
}
