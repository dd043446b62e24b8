import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { taskActionNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { isPartStep, type TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { StepDialog } from './StepDialog.tsx'
import { noWords, takeStep, type StepWords } from './take-step.ts'
import { askingOf, isDanger, mainStep, partsAsked } from './task-flow.ts'
import type { TaskRow } from './api-types.ts'
import { sheetWords, stepButtons, stepConsequences } from './vocabulary.ts'

/** The steps of the flow that the caller may take with a task now; the one that brings it on is last and primary. */
export function StepButtons({ task }: { readonly task: Pick<TaskRow, 'id' | 'version' | 'state' | 'progress' | 'allowedSteps' | 'parties'> }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [asked, setAsked] = useState<TaskAction | null>(null)
  const [isSending, setSending] = useState(false)
  const main = mainStep(task.allowedSteps)
  const others = task.allowedSteps.filter((action) => action !== main)

  async function take(action: TaskAction, words: StepWords): Promise<void> {
    const { state } = await takeStep(client, action, task, words)
    const isWaitingForOthers = isPartStep(action) && state === task.state
    notice.done(isWaitingForOthers ? sheetWords.stepDoneShared(taskActionNames[action]) : sheetWords.stepDone(taskActionNames[action], taskStateNames[state]))
  }

  async function takeAtOnce(action: TaskAction): Promise<void> {
    setSending(true)
    try {
      await take(action, noWords)
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setSending(false)
    }
  }

  function button(action: TaskAction): ReactNode {
    const type = action === main ? 'primary' : 'default'
    const asking = askingOf(action)
    const parts = partsAsked(action, task.parties)
    if (asking === 'confirm' && parts.length < 2) return <ConfirmButton key={action} label={stepButtons[action]} type={type} question={sheetWords.ask(taskActionNames[action])} consequence={stepConsequences[action]} onConfirm={() => takeAtOnce(action)} />
    return <Button key={action} type={type} danger={isDanger(action)} loading={isSending && asking === 'nothing'} onClick={() => (asking === 'nothing' ? void takeAtOnce(action) : setAsked(action))}>{stepButtons[action]}</Button>
  }

  if (task.allowedSteps.length === 0) return <span className="no-steps">{sheetWords.readOnly}</span>
  return (
    <>
      {others.toReversed().map(button)}
      {main === null ? null : button(main)}
      {asked === null ? null : <StepDialog taskId={task.id} action={asked} progress={task.progress} parts={partsAsked(asked, task.parties)} onTake={(words) => take(asked, words)} onClose={() => setAsked(null)} />}
    </>
  )
}
