import { Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { taskQualities, type PartyRole, type TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import type { TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { partyRoleNames, taskQualityNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { lengthFaults, readWhole } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { EvidenceRow } from './EvidenceRow.tsx'
import { noWords, type StepWords } from './take-step.ts'
import { askingOf, isDanger } from './task-flow.ts'
import { dialogWords, partsWords, stepButtons, stepConsequences } from './vocabulary.ts'

export interface StepDialogProps {
  readonly taskId: string
  readonly action: TaskAction
  /** The present progress, where a feedback begins. */
  readonly progress: number
  /** The parts that wait for it: more than one is asked about. */
  readonly parts?: readonly { readonly staffId: string; readonly staffName: string; readonly role: PartyRole }[]
  readonly onTake: (words: StepWords) => Promise<void>
  readonly onClose: () => void
}

/** What the log takes. */
const longest = 2000
const ids = { parts: 'step-parts', reason: 'step-reason', progress: 'step-progress', text: 'step-text', quality: 'step-quality' } as const

/** Asks for what a step needs: a reason, the progress, the quality. */
export function StepDialog({ taskId, action, progress: before, parts = [], onTake, onClose }: StepDialogProps): ReactNode {
  const asking = askingOf(action)
  const asksParts = parts.length > 1
  const [chosen, setChosen] = useState<readonly string[]>(() => parts.map(({ staffId }) => staffId))
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [progress, setProgress] = useState(String(before))
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const [quality, setQuality] = useState<TaskQuality | null>(null)

  async function submit() {
    const percent = readWhole(progress, 0, 100)
    const faults = [
      ...(asksParts && chosen.length === 0 ? [{ id: ids.parts, sentence: partsWords.none }] : []),
      ...(asking === 'reason' ? reasonFaults(ids.reason, reason) : []),
      ...(asking === 'progress' && percent === null ? [{ id: ids.progress, sentence: dialogWords.progressFault }] : []),
      ...(asking === 'progress' && text.trim() === '' ? [{ id: ids.text, sentence: dialogWords.progressTextMissing }] : []),
      ...(asking === 'progress' || asking === 'result' ? lengthFaults(ids.text, asking === 'progress' ? dialogWords.progressText : dialogWords.result, text, longest) : []),
      ...(asking === 'quality' && quality === null ? [{ id: ids.quality, sentence: dialogWords.qualityMissing }] : []),
    ]
    if (faults.length > 0) return faults
    await onTake({ reason, text, progress: percent ?? 0, quality: quality ?? noWords.quality, ...(asksParts ? { parties: chosen } : {}), evidence })
    return []
  }

  return (
    <FormDialog title={stepButtons[action]} confirm={stepButtons[action]} danger={isDanger(action)} onSubmit={submit} onClose={onClose}>
      <p className="dialog-note">{stepConsequences[action]}</p>
      {asksParts ? (
        <FieldRow label={partsWords.which} id={ids.parts} help={partsWords.whichHelp} required isGroup>
          {({ status: _, ...field }) => <Checkbox.Group {...field} value={[...chosen]} options={parts.map(({ staffId, staffName, role }) => ({ value: staffId, label: partsWords.part(staffName, partyRoleNames[role]) }))} onChange={setChosen} />}
        </FieldRow>
      ) : null}
      {asking === 'reason' ? <ReasonRow id={ids.reason} value={reason} onChange={setReason} /> : null}
      {asking === 'progress' ? (
        <>
          <FieldRow label={dialogWords.progress} id={ids.progress} required>
            {(field) => <Input {...field} inputMode="numeric" value={progress} onChange={({ target }) => setProgress(target.value)} style={{ width: 120 }} />}
          </FieldRow>
          <FieldRow label={dialogWords.progressText} id={ids.text} required>
            {(field) => <Input.TextArea {...field} value={text} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setText(target.value)} />}
          </FieldRow>
        </>
      ) : null}
      {asking === 'result' ? (
        <FieldRow label={dialogWords.result} id={ids.text} help={dialogWords.resultHelp}>
          {(field) => <Input.TextArea {...field} value={text} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setText(target.value)} />}
        </FieldRow>
      ) : null}
      {asking === 'progress' || asking === 'result' ? <EvidenceRow taskId={taskId} value={evidence} onChange={setEvidence} /> : null}
      {asking === 'quality' ? <QualityRow id={ids.quality} value={quality} onChange={setQuality} /> : null}
    </FormDialog>
  )
}

/** What is wrong with the reason of a step: none, or too long a one. */
export function reasonFaults(id: string, reason: string): readonly FieldFault[] {
  return reason.trim() === '' ? [{ id, sentence: dialogWords.reasonMissing }] : lengthFaults(id, dialogWords.reason, reason, longest)
}

/** The reason of a step, which stays in the log. */
export function ReasonRow({ id, value, onChange }: { readonly id: string; readonly value: string; readonly onChange: (reason: string) => void }): ReactNode {
  return (
    <FieldRow label={dialogWords.reason} id={id} required help={dialogWords.reasonHelp}>
      {(field) => <Input.TextArea {...field} value={value} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => onChange(target.value)} />}
    </FieldRow>
  )
}

/** 办理质量, which 模块审核 gives. */
export function QualityRow({ id, value, onChange }: { readonly id: string; readonly value: TaskQuality | null; readonly onChange: (quality: TaskQuality) => void }): ReactNode {
  return (
    <FieldRow label={dialogWords.quality} id={id} required isGroup>
      {(field) => <Choices field={field} value={value} onChange={onChange} options={taskQualities.map((quality) => ({ value: quality, label: taskQualityNames[quality] }))} />}
    </FieldRow>
  )
}
