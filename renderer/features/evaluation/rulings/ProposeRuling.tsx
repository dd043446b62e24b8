import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { rulingKindNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import type { RulingKind } from '../../../../shared/domain/evaluation/rulings/rulings.ts'
import { deductionRules, quarterVetoes, yearVetoes, type VetoEffect } from '../../../../shared/domain/plans/points/codes.ts'
import { deductionRuleNames, vetoEffectNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import { decidableGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { tabWords } from '../vocabulary.ts'
import { noPaper, PaperFields, paperFaults, sentPaper, textFaults } from './paper-fields.tsx'
import { rulingWords as words } from './vocabulary.ts'

export interface ProposeRulingProps {
  readonly kind: Exclude<RulingKind, 'amendment'>
  readonly period: Pick<ChosenPeriod, 'id' | 'kind'>
  /** Chosen already, from the list of points. */
  readonly deductionId: string | null
  readonly onClose: () => void
}

/** 提请 of 尽责豁免, 一票否决 or 特殊情形. */
export function ProposeRuling({ kind, period, deductionId: chosen, onClose }: ProposeRulingProps): ReactNode {
  const { client, orpc } = useApi()
  const notice = useNotice()
  const base = useId()
  const [deductionId, setDeduction] = useState(chosen)
  const [staffId, setStaff] = useState<string | null>(null)
  const [effect, setEffect] = useState<VetoEffect | null>(null)
  const [grade, setGrade] = useState<string | null>(null)
  const [clause, setClause] = useState('')
  const [paper, setPaper] = useState(noPaper)
  const points = useQuery(orpc.points.list.queryOptions({ input: { periodId: period.id }, enabled: kind === 'exemption' }))
  const deductions = (points.data ?? []).filter((row) => row.kind === 'deduction' && !row.exempt && row.state !== 'rejected')
  const missing = (field: string, label: string) => ({ id: `${base}-${field}`, sentence: words.required(label) })

  async function send(): Promise<readonly FieldFault[]> {
    const rest = paperFaults(base, paper)
    switch (kind) {
      case 'exemption': {
        const faults = [...(deductionId === null ? [missing('deductionId', words.deduction)] : []), ...rest]
        if (faults.length > 0 || deductionId === null) return faults
        notice.done(words.proposed((await client.rulings.propose({ kind, deductionId, ...sentPaper(paper) })).code))
        return []
      }
      case 'veto': {
        const faults = [...(staffId === null ? [missing('staffId', words.who)] : []), ...(effect === null ? [missing('effect', words.effect)] : []), ...textFaults(`${base}-clause`, words.clause, clause, words.longest.clause), ...rest]
        if (faults.length > 0 || staffId === null || effect === null) return faults
        notice.done(words.proposed((await client.rulings.propose({ kind, periodId: period.id, staffId, effect, clause: clause.trim(), ...sentPaper(paper) })).code))
        return []
      }
      case 'special_case': {
        const faults = [...(staffId === null ? [missing('staffId', words.who)] : []), ...(grade === null ? [missing('grade', words.grade)] : []), ...textFaults(`${base}-clause`, words.clause, clause, words.longest.clause), ...rest]
        if (faults.length > 0 || staffId === null || grade === null) return faults
        notice.done(words.proposed((await client.rulings.propose({ kind, periodId: period.id, staffId, grade, clause: clause.trim(), ...sentPaper(paper) })).code))
        return []
      }
    }
  }

  return (
    <FormDialog title={words.proposeKind(rulingKindNames[kind])} confirm={words.propose} width={600} onClose={onClose} onSubmit={send} fieldOf={(path) => `${base}-${path}`}>
      {kind === 'exemption' ? (
        <FieldRow id={`${base}-deductionId`} label={words.deduction} required>
          {(field) => (
            <Select
              {...field}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={tabWords.pick}
              value={deductionId}
              notFoundContent={words.noDeduction}
              options={deductions.map(({ id, staffName, what, date, matter }) => ({ value: id, label: words.deductionText(staffName, ruleName(what), date ?? '', matter ?? '') }))}
              onChange={setDeduction}
              style={{ width: '100%' }}
            />
          )}
        </FieldRow>
      ) : (
        <FieldRow id={`${base}-staffId`} label={words.who} required>
          {(field) => <PersonSelect {...field} label={words.who} value={staffId} onChange={setStaff} />}
        </FieldRow>
      )}
      {kind === 'veto' ? (
        <FieldRow id={`${base}-effect`} label={words.effect} required>
          {(field) => <Select {...field} placeholder={tabWords.pick} value={effect} options={(period.kind === 'quarter' ? quarterVetoes : yearVetoes).map((value) => ({ value, label: vetoEffectNames[value] }))} onChange={setEffect} style={{ width: '100%' }} />}
        </FieldRow>
      ) : null}
      {kind === 'special_case' ? (
        <FieldRow id={`${base}-grade`} label={words.grade} required>
          {(field) => <Select {...field} placeholder={tabWords.pick} value={grade} options={decidableGrades[period.kind].map((value) => ({ value, label: gradeName(period.kind, value) }))} onChange={setGrade} style={{ width: '100%' }} />}
        </FieldRow>
      ) : null}
      {kind === 'exemption' ? null : (
        <FieldRow id={`${base}-clause`} label={words.clause} required>
          {(field) => <Input {...field} value={clause} onChange={({ target }) => setClause(target.value)} />}
        </FieldRow>
      )}
      <PaperFields base={base} paper={paper} onChange={setPaper} />
    </FormDialog>
  )
}

function ruleName(what: string): string {
  const rule = deductionRules.find((one) => one === what)
  return rule === undefined ? what : deductionRuleNames[rule]
}
