import { Input, Radio } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { planPresetNames, type PlanPreset } from '../../../../shared/domain/evaluation/plan-presets.ts'
import { planPresetWords } from '../../../../shared/domain/evaluation/plan-vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../module/FormDialog.tsx'
import type { PlanRow } from '../api-types.ts'
import { planWords } from './vocabulary.ts'

export interface NewPlanProps {
  /** The plan it is copied from; a preset unless given. */
  readonly source?: PlanRow
  readonly onMade: (id: string) => void
  readonly onClose: () => void
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
        if (name.trim() === '') return [{ id: nameId, sentence: planWords.nameRequired }]
        const { id } = source === undefined ? await client.plans.fromPreset({ preset, name }) : await client.plans.copy({ id: source.id, name })
        notice.done(source === undefined ? planWords.created : planWords.copied)
        onMade(id)
        return []
      }}
    >
      {source === undefined ? (
        <FieldRow label={planWords.preset} required help={planPresetWords[preset].says}>
          {({ id }) => (
            <Radio.Group
              id={id}
              optionType="button"
              value={preset}
              options={planPresetNames.map((value) => ({ value, label: planPresetWords[value].name }))}
              onChange={({ target }) => {
                const next = planPresetNames.find((value) => value === target.value) ?? preset
                if (name === planPresetWords[preset].name) setName(planPresetWords[next].name)
                setPreset(next)
              }}
            />
          )}
        </FieldRow>
      ) : null}
      <FieldRow id={nameId} label={planWords.planName} required>
        {(field) => <Input {...field} autoFocus value={name} maxLength={50} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
