import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { circularKinds, deductionRules } from '../../../../shared/domain/plans/points/codes.ts'
import { deductionRuleNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { seesAll } from '../../../frame/may.ts'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { PeriodRow } from '../../plans/api-types.ts'
import { keysAt } from '../../plans/document-path.ts'
import { tabWords } from '../vocabulary.ts'
import { kindsFor, matterLabels, readForm, whatLabels, type Declaration, type DeclareForm, type DeclareKind } from './declare-form.ts'
import { circularKindNames, declareWords } from './vocabulary.ts'

export interface DeclarePointProps {
  readonly period: PeriodRow
  readonly onClose: () => void
}

/** 申报: an honour, a circular or a deduction. */
export function DeclarePoint({ period, onClose }: DeclarePointProps): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const base = useId()
  const kinds = kindsFor(me)
  const chooses = me.heads.length > 0 || seesAll(me)
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: period.planId } }))
  const levels = keysAt(plan.data?.document, ['quarter', 'special', 'levels'])
  const [form, setForm] = useState<DeclareForm>({ kind: kinds[0] ?? 'honour', staffId: chooses ? null : me.staffId, what: null, date: today(), matter: '' })
  const change = (part: Partial<DeclareForm>) => setForm((before) => ({ ...before, ...part }))
  const idOf = (field: keyof DeclareForm) => `${base}-${field}`

  async function send(declaration: Declaration): Promise<void> {
    const { staffId } = declaration
    switch (declaration.kind) {
      case 'honour':
        await client.points.declareHonour({ staffId, periodId: period.id, matter: declaration.matter, level: declaration.level })
        return
      case 'circular':
        await client.points.declareCircular({ staffId, periodId: period.id, kind: declaration.circular, matter: declaration.matter })
        return
      case 'deduction':
        await client.points.declareDeduction({ staffId, rule: declaration.rule, date: declaration.date, matter: declaration.matter })
        return
    }
  }

  return (
    <FormDialog
      title={declareWords.title}
      confirm={declareWords.confirm}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        const read = readForm(form, period)
        if (read.kind === 'faults') return read.faults.map(({ field, sentence }) => ({ id: idOf(field), sentence }))
        await send(read.declaration)
        notice.done(declareWords.done(declareWords.kinds[form.kind]))
        return []
      }}
    >
      <FieldRow label={declareWords.kind} required isGroup>
        {(field) => <Choices field={field} look="buttons" value={form.kind} options={kinds.map((kind) => ({ value: kind, label: declareWords.kinds[kind] }))} onChange={(kind) => change({ kind, what: null })} />}
      </FieldRow>
      <FieldRow id={idOf('staffId')} label={declareWords.who} required>
        {(field) => (chooses ? <PersonSelect {...field} label={declareWords.who} value={form.staffId} onChange={(staffId) => change({ staffId })} /> : <Input {...field} readOnly value={me.staffName ?? ''} />)}
      </FieldRow>
      <FieldRow id={idOf('what')} label={whatLabels[form.kind]} required>
        {(field) => <Select {...field} placeholder={tabWords.pick} value={form.what} options={optionsOf(form.kind, levels)} onChange={(what: string) => change({ what })} style={{ width: '100%' }} />}
      </FieldRow>
      {form.kind === 'deduction' ? (
        <FieldRow id={idOf('date')} label={declareWords.date} required>
          {(field) => <DayInput {...field} value={form.date} onChange={(date) => change({ date })} />}
        </FieldRow>
      ) : null}
      <FieldRow id={idOf('matter')} label={matterLabels[form.kind]} required {...(form.kind === 'honour' ? { help: declareWords.matterHelp } : {})}>
        {(field) => <Input {...field} value={form.matter} onChange={({ target }) => change({ matter: target.value })} />}
      </FieldRow>
    </FormDialog>
  )
}

function optionsOf(kind: DeclareKind, levels: readonly string[]): { value: string; label: string }[] {
  switch (kind) {
    case 'honour':
      return levels.map((level) => ({ value: level, label: planWord('honourLevel', level) }))
    case 'circular':
      return circularKinds.map((one) => ({ value: one, label: circularKindNames[one] }))
    case 'deduction':
      return deductionRules.map((rule) => ({ value: rule, label: deductionRuleNames[rule] }))
  }
}
