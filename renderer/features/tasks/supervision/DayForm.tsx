import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { useModules } from '../../../frame/use-modules.ts'
import { ModuleSelect } from '../../people/ModuleSelect.tsx'
import type { DayRow } from '../orders/api-types.ts'
import { dayWords as words, words as common } from '../orders/vocabulary.ts'

const ids = { module: 'supervision-day-module', date: 'supervision-day-date', inspectors: 'supervision-day-inspectors' } as const

/** 安排督查日, or another day and other people for one that is planned. */
export function DayForm({ row, onClose }: { readonly row: DayRow | null; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const modules = useModules()
  const [moduleId, setModuleId] = useState(row?.moduleId ?? null)
  const [date, setDate] = useState(row?.date ?? null)
  const [inspectors, setInspectors] = useState(row?.inspectors ?? '')

  async function submit(): Promise<readonly FieldFault[]> {
    const faults = [
      ...(moduleId === null ? [{ id: ids.module, sentence: common.choose(words.module) }] : []),
      ...dayFaults(ids.date, words.date, date),
      ...(inspectors.trim() === '' ? [{ id: ids.inspectors, sentence: common.wrong(words.inspectors) }] : lengthFaults(ids.inspectors, words.inspectors, inspectors, 50)),
    ]
    if (faults.length > 0 || moduleId === null || date === null) return faults
    if (row === null) {
      await client.supervisionDays.plan({ moduleId, date, inspectors: inspectors.trim() })
      notice.done(words.planned(modules.find(({ id }) => id === moduleId)?.name ?? '', date))
    } else {
      await client.supervisionDays.change({ id: row.id, version: row.version, date, inspectors: inspectors.trim() })
      notice.done(words.changed)
    }
    return []
  }

  return (
    <FormDialog title={row === null ? words.plan : words.change} confirm={row === null ? words.plan : words.change} onSubmit={submit} onClose={onClose}>
      <FieldRow label={words.module} id={ids.module} required>{(field) => <ModuleSelect {...field} label={words.module} disabled={row !== null} value={moduleId} onChange={setModuleId} />}</FieldRow>
      <FieldRow label={words.date} id={ids.date} required>{(field) => <DayInput {...field} value={date} onChange={setDate} />}</FieldRow>
      <FieldRow label={words.inspectors} id={ids.inspectors} required>{(field) => <Input {...field} value={inspectors} onChange={({ target }) => setInspectors(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
