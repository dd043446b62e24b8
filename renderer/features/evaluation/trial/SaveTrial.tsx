import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { nameFaults } from '../../plans/NewPlan.tsx'
import { planWords } from '../../plans/vocabulary.ts'
import { trialPageWords as words } from './vocabulary.ts'

export interface SaveTrialProps {
  /** Of the plan that the draft becomes the next version of. */
  readonly code: string
  readonly planName: string
  readonly document: unknown
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Keeps what has been tried as a draft. */
export function SaveTrial({ code, planName, document, onSaved, onClose }: SaveTrialProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const id = useId()
  const [name, setName] = useState(words.savedName(planName))
  return (
    <FormDialog
      title={words.saveTitle}
      confirm={words.saveConfirm}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        const faults = nameFaults(id, name)
        if (faults.length > 0) return faults
        await client.plans.draft({ code, name, document })
        onSaved()
        notice.done(words.saved(name))
        return []
      }}
    >
      <FieldRow id={id} label={planWords.planName} required help={words.saveHint}>
        {(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
