import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { TaskQuality } from '../../../shared/domain/tasks/codes.ts'
import type { BatchStep } from '../../../shared/domain/tasks/flow.ts'
import { taskActionNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { FormDialog } from '../module/FormDialog.tsx'
import type { BatchTask } from './batch.ts'
import { QualityRow, reasonFaults, ReasonRow } from './StepDialog.tsx'
import { namesOf } from './task-columns.tsx'
import { askingOf, isDanger } from './task-flow.ts'
import './tasks.css'
import { dialogWords, stepConsequences } from './vocabulary.ts'

export interface BatchDialogProps {
  readonly step: BatchStep
  readonly tasks: readonly BatchTask[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What one call takes. */
const most = 1000
const ids = { reason: 'batch-reason', quality: 'batch-quality' } as const

/**
 * One step of many tasks. All or nothing: when one is refused nothing is done, the refused ones say why and lose their tick, so that the
 * rest can be done with the same button.
 */
export function BatchDialog({ step, tasks, onDone, onClose }: BatchDialogProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [shown] = useState(() => tasks.slice(0, most))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(shown.map(({ id }) => id)))
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const [reason, setReason] = useState('')
  const [quality, setQuality] = useState<TaskQuality | null>(null)
  const name = taskActionNames[step]
  const asking = askingOf(step)

  async function submit() {
    const chosen = shown.filter(({ id }) => ticked.has(id))
    if (chosen.length === 0) return [{ id: '', sentence: dialogWords.nothingChosen }]
    const faults = [...(asking === 'reason' ? reasonFaults(ids.reason, reason) : []), ...(asking === 'quality' && quality === null ? [{ id: ids.quality, sentence: dialogWords.qualityMissing }] : [])]
    if (faults.length > 0) return faults
    const outcome = await client.tasks.stepMany({
      step,
      mode: 'all',
      tasks: chosen.map(({ id, version }) => ({ id, version })),
      ...(asking === 'reason' ? { reason } : {}),
      ...(quality === null ? {} : { quality }),
    })
    if (outcome.refused.length > 0) {
      const reasons = new Map(outcome.refused.map(({ id, message }) => [id, message]))
      setRefused(reasons)
      setTicked(new Set([...ticked].filter((id) => !reasons.has(id))))
      return [{ id: '', sentence: dialogWords.batchRefused(reasons.size) }]
    }
    notice.done(dialogWords.batchDone(name, outcome.applied.length))
    onDone()
    return []
  }

  function tick(id: string, isTicked: boolean): void {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    setTicked(next)
  }

  return (
    <FormDialog width={640} title={dialogWords.batchTitle(name, shown.length)} confirm={dialogWords.batchConfirm(name, ticked.size)} danger={isDanger(step)} onSubmit={submit} onClose={onClose}>
      <p className="dialog-note">
        {stepConsequences[step]}
        {tasks.length > most ? dialogWords.batchTooMany(most) : ''}
      </p>
      {asking === 'reason' ? <ReasonRow id={ids.reason} value={reason} onChange={setReason} /> : null}
      {asking === 'quality' ? <QualityRow id={ids.quality} value={quality} onChange={setQuality} /> : null}
      <div className="batch-head">
        <Checkbox checked={ticked.size === shown.length} indeterminate={ticked.size > 0 && ticked.size < shown.length} onChange={({ target }) => setTicked(new Set(target.checked ? shown.map(({ id }) => id) : []))}>{dialogWords.chooseAll}</Checkbox>
      </div>
      <ul className="batch-list">
        {shown.map((task) => (
          <li key={task.id}>
            <Checkbox id={`batch-${task.id}`} checked={ticked.has(task.id)} onChange={({ target }) => tick(task.id, target.checked)} />
            <label htmlFor={`batch-${task.id}`}>{task.title}</label>
            <span className="ui-title-note">{namesOf(task, 'host')}　{task.due}</span>
            {refused.has(task.id) ? <span className="batch-refused">{refused.get(task.id)}</span> : null}
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}
