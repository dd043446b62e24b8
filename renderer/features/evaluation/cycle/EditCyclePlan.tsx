import { Button } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { isCalendarDay } from '../../../../shared/lib/calendar-day.ts'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { PeriodRow, StepRow } from '../../plans/api-types.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { useCommand } from '../../../frame/use-command.ts'
import { stepWords } from '../cycle-vocabulary.ts'

export interface EditCyclePlanProps {
  readonly period: PeriodRow
  readonly steps: readonly StepRow[]
  readonly onClose: () => void
}

type Draft = Pick<StepRow, 'stage' | 'plannedFrom' | 'plannedTo' | 'ownerId' | 'version'>

/** The plan of a whole cycle as a form: days and owner of each stage; the proposal fills in the days. */
export function EditCyclePlan({ period, steps, onClose }: EditCyclePlanProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const base = useId()
  const { isBusy, run } = useCommand()
  const [drafts, setDrafts] = useState<readonly Draft[]>(steps.map(({ stage, plannedFrom, plannedTo, ownerId, version }) => ({ stage, plannedFrom, plannedTo, ownerId, version })))
  const [isDirty, setDirty] = useState(false)
  const idOf = (index: number, field: 'plannedFrom' | 'plannedTo') => `${base}-${String(index)}-${field}`
  const { faults, isSending, send, drop } = useSubmit(submit, (path) => {
    const [, index = '', field = ''] = path.split('.')
    return field === 'plannedFrom' || field === 'plannedTo' ? idOf(Number(index), field) : ''
  })

  function change(stage: PeriodStage, changed: Partial<Draft>): void {
    setDirty(true)
    setDrafts((present) => present.map((draft) => (draft.stage === stage ? { ...draft, ...changed } : draft)))
  }

  async function submit(): Promise<readonly FieldFault[]> {
    const wrong = drafts.flatMap(({ stage, plannedFrom, plannedTo }, index) =>
      ([['plannedFrom', plannedFrom], ['plannedTo', plannedTo]] as const).flatMap(([field, day]) => (day === null || isCalendarDay(day) ? [] : [{ id: idOf(index, field), sentence: stepWords.notADay(periodStageNames[stage], day) }])),
    )
    if (wrong.length > 0) return wrong
    await client.periodSteps.edit({ periodId: period.id, steps: [...drafts] })
    notice.done(stepWords.saved)
    onClose()
    return []
  }

  async function propose(): Promise<null> {
    const { steps: proposed } = await client.periodSteps.propose({ periodId: period.id })
    const days = new Map(proposed.map(({ stage, from, to }) => [stage, { plannedFrom: from, plannedTo: to }]))
    setDirty(true)
    setDrafts((present) => present.map((draft) => ({ ...draft, ...days.get(draft.stage) })))
    return null
  }

  return (
    <FormSheet
      title={stepWords.editTitle(periodTitle(period.code))}
      width={820}
      faults={faults}
      isSending={isSending}
      isDirty={isDirty}
      confirm={stepWords.save}
      others={<Button loading={isBusy} onClick={() => void run(propose)}>{stepWords.propose}</Button>}
      onSubmit={() => send()}
      onClose={onClose}
    >
      <p className="cycle-plan-hint">{stepWords.editHint}</p>
      {/* Each field below has a name of its own. */}
      <div className="ui-field cycle-plan-head" aria-hidden="true">
        <span />
        <span className="cycle-plan-line">
          <span className="cycle-plan-day">{stepWords.columns.from}</span>
          <span className="cycle-plan-until">{stepWords.until}</span>
          <span className="cycle-plan-day">{stepWords.columns.to}</span>
          <span>{stepWords.columns.owner}</span>
        </span>
      </div>
      {drafts.map(({ stage, plannedFrom, plannedTo, ownerId }, index) => {
        const step = steps[index]
        const name = periodStageNames[stage]
        const fault = faults.find(({ id }) => id === idOf(index, 'plannedFrom') || id === idOf(index, 'plannedTo'))
        const day = (field: 'plannedFrom' | 'plannedTo', value: string | null, label: string) => (
          <DayInput
            id={idOf(index, field)}
            label={label}
            value={value}
            {...(fault?.id === idOf(index, field) ? { status: 'error' as const, 'aria-invalid': true } : {})}
            onChange={(next) => {
              drop(idOf(index, field))
              change(stage, { [field]: next })
            }}
          />
        )
        return (
          <FieldRow key={stage} id={`${base}-${stage}`} label={name} isGroup>
            {(field) => (
              <span className="cycle-plan-line" role="group" aria-labelledby={field['aria-labelledby']}>
                {day('plannedFrom', plannedFrom, stepWords.fromOf(name))}
                <span>{stepWords.until}</span>
                {day('plannedTo', plannedTo, stepWords.toOf(name))}
                <PersonSelect
                  label={stepWords.ownerOf(name)}
                  width={200}
                  allowClear
                  value={ownerId}
                  chosen={chosenOwner(step)}
                  onChange={(next) => change(stage, { ownerId: next })}
                />
              </span>
            )}
          </FieldRow>
        )
      })}
    </FormSheet>
  )
}

/** Whoever is named already and may be gone from the list. */
function chosenOwner(step: StepRow | undefined): readonly { readonly id: string; readonly code: string; readonly name: string }[] {
  return step === undefined || step.ownerId === null || step.ownerName === null ? [] : [{ id: step.ownerId, code: '', name: step.ownerName }]
}
