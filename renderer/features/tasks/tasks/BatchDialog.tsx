import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import type { BatchStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { taskActionNames, taskQualityNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { lastSubmittedOn, type BatchTask } from './batch.ts'
import { QualityRow, reasonFaults, ReasonRow } from './StepDialog.tsx'
import { namesOf } from './task-columns.tsx'
import { askingOf, isDanger } from './task-flow.ts'
import '../tasks.css'
import { TaskSheet } from './TaskSheet.tsx'
import { dialogWords, stepConsequences } from './vocabulary.ts'

export interface BatchDialogProps {
  readonly step: BatchStep
  readonly tasks: readonly BatchTask[]
  /** Nobody has chosen these tasks: none is ticked at first, each tells how the work went and opens at its title. */
  readonly isUnseen?: boolean
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
export function BatchDialog({ step, tasks, isUnseen = false, onDone, onClose }: BatchDialogProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [shown] = useState(() => tasks.slice(0, most))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(isUnseen ? [] : shown.map(({ id }) => id)))
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const [reason, setReason] = useState('')
  const [quality, setQuality] = useState<TaskQuality | null>(null)
  const [openTask, setOpenTask] = useState<string | null>(null)
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
    <>
      <FormDialog width={isUnseen ? 800 : 640} title={dialogWords.batchTitle(name, shown.length)} confirm={dialogWords.batchConfirm(name, ticked.size)} disabled={isUnseen && ticked.size === 0} danger={isDanger(step)} onSubmit={submit} onClose={onClose}>
        <p className="dialog-note">
          {stepConsequences[step]}
          {isUnseen ? dialogWords.lookFirst : ''}
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
              <Checkbox id={`batch-${task.id}`} checked={ticked.has(task.id)} onChange={({ target }) => tick(task.id, target.checked)} {...(isUnseen ? { 'aria-label': task.title } : {})} />
              {isUnseen ? <button type="button" className="link" onClick={() => setOpenTask(task.id)}>{task.title}</button> : <label htmlFor={`batch-${task.id}`}>{task.title}</label>}
              <span className="ui-title-note">{namesOf(task, 'host')}　{task.due}</span>
              {isUnseen ? <HowItWent task={task} /> : null}
              {refused.has(task.id) ? <span className="batch-refused">{refused.get(task.id)}</span> : null}
            </li>
          ))}
        </ul>
      </FormDialog>
      {/* Beside the form, not within: what is done in the sheet is no input of the form. */}
      {isUnseen ? <TaskSheet id={openTask} onClose={() => setOpenTask(null)} /> : null}
    </>
  )
}

/** What a verifier asks of a task before he ticks it: how often it was sent back, how good it was found, when the last part was handed in. */
function HowItWent({ task: { reworks, quality, parties } }: { readonly task: BatchTask }): ReactNode {
  const day = lastSubmittedOn(parties)
  return (
    <span className="batch-facts">
      <span className={reworks > 0 ? 'batch-reworks' : undefined}>{dialogWords.batchReworks(reworks)}</span>
      <span>{quality === null ? dialogWords.batchNoQuality : dialogWords.batchQuality(taskQualityNames[quality])}</span>
      <span>{day === null ? dialogWords.batchNotSubmitted : dialogWords.batchSubmitted(day)}</span>
    </span>
  )
}
