import { Input, InputNumber, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { taskQualities, type TaskQuality } from '../../../shared/domain/tasks/codes.ts'
import type { TaskAction } from '../../../shared/domain/tasks/flow.ts'
import { taskQualityNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { FormDialog } from '../module/FormDialog.tsx'
import { noWords, type StepWords } from './take-step.ts'
import { askingOf, isDanger } from './task-flow.ts'
import { dialogWords, stepButtons, stepConsequences } from './vocabulary.ts'

export interface StepDialogProps {
  readonly action: TaskAction
  /** The present progress, where a feedback begins. */
  readonly progress: number
  readonly onTake: (words: StepWords) => Promise<void>
  readonly onClose: () => void
}

const ids = { reason: 'step-reason', progress: 'step-progress', text: 'step-text', quality: 'step-quality' } as const

/** Asks for what a step needs: a reason, the progress, the quality. */
export function StepDialog({ action, progress: before, onTake, onClose }: StepDialogProps): ReactNode {
  const asking = askingOf(action)
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [progress, setProgress] = useState<number | null>(before)
  const [quality, setQuality] = useState<TaskQuality | null>(null)

  async function submit() {
    if (asking === 'reason' && reason.trim() === '') return [{ id: ids.reason, sentence: dialogWords.reasonMissing }]
    if (asking === 'progress' && progress === null) return [{ id: ids.progress, sentence: dialogWords.progressFault }]
    if (asking === 'progress' && text.trim() === '') return [{ id: ids.text, sentence: dialogWords.progressTextMissing }]
    if (asking === 'quality' && quality === null) return [{ id: ids.quality, sentence: dialogWords.qualityMissing }]
    await onTake({ reason, text, progress: progress ?? 0, quality: quality ?? noWords.quality })
    return []
  }

  return (
    <FormDialog title={stepButtons[action]} confirm={stepButtons[action]} danger={isDanger(action)} onSubmit={submit} onClose={onClose}>
      <p className="dialog-note">{stepConsequences[action]}</p>
      {asking === 'reason' ? <ReasonRow id={ids.reason} value={reason} onChange={setReason} /> : null}
      {asking === 'progress' ? (
        <>
          <FieldRow label={dialogWords.progress} id={ids.progress} required>
            {(field) => <InputNumber<number> {...field} min={0} max={100} precision={0} step={5} value={progress} onChange={setProgress} style={{ width: 120 }} />}
          </FieldRow>
          <FieldRow label={dialogWords.progressText} id={ids.text} required>
            {(field) => <Input.TextArea {...field} value={text} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setText(target.value)} />}
          </FieldRow>
        </>
      ) : null}
      {asking === 'quality' ? <QualityRow id={ids.quality} value={quality} onChange={setQuality} /> : null}
    </FormDialog>
  )
}

/** The reason of a step, which stays in the log. */
export function ReasonRow({ id, value, onChange }: { readonly id: string; readonly value: string; readonly onChange: (reason: string) => void }): ReactNode {
  return (
    <FieldRow label={dialogWords.reason} id={id} required help={dialogWords.reasonHelp}>
      {(field) => <Input.TextArea {...field} value={value} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => onChange(target.value)} />}
    </FieldRow>
  )
}

/** 办理质量, which 模块审核 gives. */
export function QualityRow({ id, value, onChange }: { readonly id: string; readonly value: TaskQuality | null; readonly onChange: (quality: TaskQuality) => void }): ReactNode {
  return (
    <FieldRow label={dialogWords.quality} id={id} required>
      {({ id: first, status, ...field }) => (
        <Radio.Group {...field} className="radio-line" data-status={status} value={value} onChange={({ target }) => onChange(readQuality(target.value) ?? 'good')}>
          {taskQualities.map((quality, place) => <Radio key={quality} value={quality} {...(place === 0 ? { id: first } : {})}>{taskQualityNames[quality]}</Radio>)}
        </Radio.Group>
      )}
    </FieldRow>
  )
}

function readQuality(value: unknown): TaskQuality | undefined {
  return taskQualities.find((quality) => quality === value)
}
