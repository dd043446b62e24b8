import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { waitedFor, type WaitedStep } from '../../../../shared/domain/tasks/tasks/waiting.ts'
import { taskActionNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today as currentDay } from '../../../api/today.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import type { BatchTask } from '../../tasks/tasks/batch.ts'
import { BatchDialog } from '../../tasks/tasks/BatchDialog.tsx'
import { linesPerGroup } from './arrange.ts'
import { TaskLines, type Today } from './TaskLines.tsx'
import { waitingNames, workbenchWords } from './vocabulary.ts'

export interface WaitingProps {
  readonly today: Today
  readonly onTask: (id: string) => void
  readonly onAll: () => void
}

/** 待我办理: tasks whose next step is the reader's, by step, with the step for all of them at once. */
export function Waiting({ today: { waiting, on }, onTask, onAll }: WaitingProps): ReactNode {
  const total = waiting.reduce((sum, { count }) => sum + count, 0)
  const most = linesPerGroup(waiting.length)
  return (
    <Section title={workbenchWords.waiting} actions={total > 0 ? <Button size="small" onClick={onAll}>{workbenchWords.all(total)}</Button> : undefined}>
      {waiting.length === 0 ? (
        <Empty title={workbenchWords.nothingWaiting} hint={workbenchWords.nothingWaitingHint} />
      ) : (
        waiting.map(({ step, count, rows }) => (
          <div key={step} className="waiting-group" role="group" aria-label={waitingNames[step]}>
            <div className="waiting-head">
              <h3>{waitingNames[step]}</h3>
              <span className="ui-title-note">{workbenchWords.groupCount(count)}</span>
              {count > 1 ? <BatchButton step={step} /> : null}
            </div>
            <TaskLines tasks={rows.slice(0, most)} on={on} who onOpen={onTask} />
          </div>
        ))
      )}
    </Section>
  )
}

/** Loads all tasks that wait for the step, with their versions, and asks which of them. */
function BatchButton({ step }: { readonly step: WaitedStep }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [tasks, setTasks] = useState<readonly BatchTask[] | null>(null)
  const [isLoading, setLoading] = useState(false)
  const close = () => setTasks(null)

  async function load(): Promise<void> {
    setLoading(true)
    try {
      const { rows } = await client.tasks.list({ on: currentDay(), limit: 1000, filters: [{ kind: 'flag', flag: 'waitingForMe' }, { kind: 'choice', field: 'state', oneOf: [waitedFor[step].state] }], sort: [{ field: 'due', descending: false }] })
      const open = rows.filter(({ allowedSteps }) => allowedSteps.includes(step))
      if (open.length === 0) notice.failed(workbenchWords.nothingToBatch)
      else setTasks(open)
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setLoading(false)
    }
  }

  return (
    <>
      <Button size="small" loading={isLoading} onClick={() => void load()}>{workbenchWords.batch(taskActionNames[step])}</Button>
      {tasks === null ? null : <BatchDialog step={step} tasks={tasks} isUnseen={step === 'verify' || step === 'closeOut'} onDone={close} onClose={close} />}
    </>
  )
}
