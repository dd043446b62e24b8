import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { readWhole } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import type { PeriodRow } from '../../plans/api-types.ts'
import { tabWords } from '../vocabulary.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { cycleWords } from '../cycle-vocabulary.ts'

export interface OpenYearProps {
  readonly periods: readonly PeriodRow[]
}

/** 开设年度: the four quarters and the year, by one plan. Nothing for who may not. */
export function OpenYear({ periods }: OpenYearProps): ReactNode {
  const { capabilities } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (!capabilities.includes('period.run')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{cycleWords.openYear}</Button>
      {isOpen ? <OpenYearForm periods={periods} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function OpenYearForm({ periods, onClose }: OpenYearProps & { readonly onClose: () => void }): ReactNode {
  const { client, orpc } = useApi()
  const notice = useNotice()
  const base = useId()
  const plans = useQuery(orpc.plans.list.queryOptions())
  const years = periods.filter(({ kind }) => kind === 'year').map(({ code }) => Number(code))
  const [typed, setTyped] = useState(years.length === 0 ? today().slice(0, 4) : String(Math.max(...years) + 1))
  const [picked, setPicked] = useState<string | null>(periods.at(-1)?.planId ?? null)
  const planId = picked ?? plans.data?.at(-1)?.id ?? null
  const options = (plans.data ?? []).map(({ id, name, planVersion, state }) => ({ value: id, label: state === 'draft' ? cycleWords.planDraft(name, planVersion) : cycleWords.planApproved(name, planVersion) }))

  return (
    <FormDialog
      title={cycleWords.openYear}
      confirm={cycleWords.confirm}
      onClose={onClose}
      onSubmit={async () => {
        const year = readWhole(typed, 2000, 2099)
        const faults = [...(year === null ? [{ id: `${base}-year`, sentence: cycleWords.yearWrong }] : []), ...(planId === null ? [{ id: `${base}-plan`, sentence: cycleWords.planMissing }] : [])]
        if (year === null || planId === null) return faults
        if (years.includes(year)) return [{ id: `${base}-year`, sentence: cycleWords.yearTaken(year) }]
        const { codes } = await client.periods.openYear({ year, planId })
        notice.done(cycleWords.yearOpened(codes.map(periodTitle).join(tabWords.listJoin)))
        return []
      }}
    >
      <FieldRow id={`${base}-year`} label={cycleWords.year} required help={cycleWords.openYearHint}>
        {(field) => <Input {...field} autoFocus inputMode="numeric" value={typed} onChange={({ target }) => setTyped(target.value)} style={{ width: 120 }} />}
      </FieldRow>
      <FieldRow id={`${base}-plan`} label={cycleWords.yearPlan} required>
        {(field) => <Select {...field} value={planId} placeholder={tabWords.pick} className="cycle-plan" options={options} onChange={setPicked} />}
      </FieldRow>
    </FormDialog>
  )
}
