import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { leaveKinds, type LeaveKind } from '../../../shared/domain/people/codes.ts'
import { leaveKindLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { DayInput } from '../../frame/DayInput.tsx'
import { dayFaults } from '../../frame/field-faults.ts'
import { FormDialog } from '../../frame/FormDialog.tsx'
import { LastDayDialog } from '../../frame/LastDayDialog.tsx'
import type { Person } from './api-types.ts'
import { formWords, sheetWords } from './vocabulary.ts'

const ids = { kind: 'leave-kind', from: 'leave-from', to: 'leave-to' } as const

/** 登记请假: kind, first and last day. */
export function AddLeaveDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [kind, setKind] = useState<LeaveKind | null>(null)
  const [from, setFrom] = useState<string | null>(today())
  const [to, setTo] = useState<string | null>(today())

  async function submit() {
    const faults = [...(kind === null ? [{ id: ids.kind, sentence: formWords.choose(formWords.kind) }] : []), ...dayFaults(ids.from, formWords.start, from), ...dayFaults(ids.to, formWords.lastDay, to)]
    if (faults.length > 0 || kind === null || from === null || to === null) return faults
    if (to < from) return [{ id: ids.to, sentence: formWords.datesBackwards }]
    await client.people.addLeave({ staffId: person.id, kind, from, to })
    notice.done(sheetWords.leaveAdded)
    return []
  }

  return (
    <FormDialog title={formWords.leaveTitle(person.name)} confirm={sheetWords.addLeave} onSubmit={submit} onClose={onClose}>
      <FieldRow label={formWords.kind} id={ids.kind} required>
        {(field) => <Select<LeaveKind> {...field} value={kind} placeholder={formWords.pick} options={leaveKinds.map((value) => ({ value, label: leaveKindLabels[value] }))} onChange={setKind} style={{ width: 160 }} />}
      </FieldRow>
      <FieldRow label={formWords.start} id={ids.from} required>
        {(field) => <DayInput {...field} value={from} onChange={setFrom} allowClear={false} />}
      </FieldRow>
      <FieldRow label={formWords.lastDay} id={ids.to} required>
        {(field) => <DayInput {...field} value={to} onChange={setTo} allowClear={false} />}
      </FieldRow>
    </FormDialog>
  )
}

/** Sets another last day: back earlier, or longer away. */
export function EndLeaveDialog({ leave, onClose }: { readonly leave: Person['leaves'][number]; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()

  async function end(to: string): Promise<string> {
    await client.people.endLeave({ id: leave.id, to, version: leave.version })
    return sheetWords.leaveEnded
  }

  return <LastDayDialog title={formWords.endLeaveTitle(leaveKindLabels[leave.kind])} confirm={formWords.save} label={formWords.lastDay} from={leave.from} backwards={formWords.beforeStart(leave.from)} present={leave.to} onDay={end} onClose={onClose} />
}
