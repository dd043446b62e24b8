import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { planPresetNames, type PlanPreset } from '../../../shared/domain/plans/plan-presets.ts'
import { planPresetWords } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { FieldRow } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { lengthFaults } from '../../frame/field-faults.ts'
import { FormDialog } from '../../frame/FormDialog.tsx'
import type { PlanRow } from './api-types.ts'
import { planWords } from './vocabulary.ts'

export interface NewPlanProps {
  /** The plan it is copied from; a preset unless given. */
  readonly source?: PlanRow
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}

const longestName = 50

/** What is wrong with the name of a plan: none, or too long a one. */
export function nameFaults(id: string, name: string): readonly FieldFault[] {
  return name.trim() === '' ? [{ id, sentence: planWords.nameRequired }] : lengthFaults(id, planWords.planName, name, longestName)
}

/** A new plan as a draft: from a preset, or as the next version of another. */
export function NewPlan({ source, onMade, onClose }: NewPlanProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const nameId = useId()
  const [preset, setPreset] = useState<PlanPreset>('additive')
  const [name, setName] = useState(source?.name ?? planPresetWords.additive.name)
  return (
    <FormDialog
      title={source === undefined ? planWords.createTitle : planWords.copy}
      confirm={source === undefined ? planWords.createConfirm : planWords.copyConfirm}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        const faults = nameFaults(nameId, name)
        if (faults.length > 0) return faults
        const { id } = source === undefined ? await client.plans.fromPreset({ preset, name }) : await client.plans.copy({ id: source.id, name })
        notice.done(source === undefined ? planWords.created : planWords.copied)
        onMade(id)
        return []
      }}
    >
      {source === undefined ? (
        <FieldRow label={planWords.preset} required isGroup help={planPresetWords[preset].says}>
          {(field) => (
            <Choices
              field={field}
              look="buttons"
              value={preset}
              options={planPresetNames.map((value) => ({ value, label: planPresetWords[value].name }))}
              onChange={(next) => {
                if (name === planPresetWords[preset].name) setName(planPresetWords[next].name)
                setPreset(next)
              }}
            />
          )}
        </FieldRow>
      ) : null}
      <FieldRow id={nameId} label={planWords.planName} required>
        {(field) => <Input {...field} autoFocus value={name} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
