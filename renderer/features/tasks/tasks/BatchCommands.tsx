import { Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { mostOrders } from '../../../../shared/contract/reports/papers.ts'
import type { BatchStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { taskActionNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { plainSteps, stepsOf } from './batch.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { PrintOrders } from './PrintOrders.tsx'
import type { TaskRow } from './api-types.ts'
import '../tasks.css'
import { paperWords, stepButtons, taskWords } from './vocabulary.ts'

export interface BatchCommandsProps {
  readonly tasks: readonly TaskRow[]
  /** Ticks every row that the filters leave. */
  readonly onAll: () => void
  readonly onDone: () => void
}

/** What may be done with the rows chosen by their box: the steps that at least one of them allows, with how many do. */
export function BatchCommands({ tasks, onAll, onDone }: BatchCommandsProps): ReactNode {
  const [step, setStep] = useState<BatchStep | null>(null)
  const steps = stepsOf(tasks)
  const plain = steps.filter((row) => plainSteps.includes(row.step))
  const behind = steps.filter((row) => !plainSteps.includes(row.step))
  const asked = steps.find((row) => row.step === step)
  return (
    <span className="batch-line">
      <span className="batch-count" role="status">{taskWords.chosen(tasks.length)}</span>
      {steps.length === 0 ? <span className="no-steps">{taskWords.noBatch}</span> : null}
      {plain.map((row) => <Button key={row.step} onClick={() => setStep(row.step)}>{taskWords.stepOf(taskActionNames[row.step], row.tasks.length)}</Button>)}
      {behind.length === 0 ? null : (
        <Dropdown trigger={['click']} menu={{ items: behind.map((row) => ({ key: row.step, label: taskWords.stepOf(stepButtons[row.step], row.tasks.length), onClick: () => setStep(row.step) })) }}>
          <Button>{taskWords.moreSteps}</Button>
        </Dropdown>
      )}
      <PrintOrders ids={tasks.map(({ id }) => id)} label={paperWords.printOf(Math.min(tasks.length, mostOrders))} />
      <Button type="text" onClick={onAll}>{taskWords.chooseAll}</Button>
      <Button type="text" onClick={onDone}>{taskWords.clearChosen}</Button>
      {asked === undefined ? null : <BatchDialog step={asked.step} tasks={asked.tasks} onDone={onDone} onClose={() => setStep(null)} />}
    </span>
  )
}
