import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { taskFormNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { LightTag } from '../../../ui/LightTag.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import { TaskExtensions } from '../orders/TaskExtensions.tsx'
import { TaskSupervisions } from '../orders/TaskSupervisions.tsx'
import { EditTask } from './EditTask.tsx'
import { lightWord } from './light-word.ts'
import { Milestones } from './Milestones.tsx'
import { NextUp } from './NextUp.tsx'
import { SideCommands } from './SideCommands.tsx'
import { StepButtons } from './StepButtons.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { flowSteps } from './task-flow.ts'
import { TaskHistory } from './TaskHistory.tsx'
import { TaskParties } from './TaskParties.tsx'
import { toneOf } from './task-columns.tsx'
import '../tasks.css'
import { sheetWords } from './vocabulary.ts'
import type { Task } from './api-types.ts'


export interface TaskSheetProps {
  /** Whose sheet is open; null is none. */
  readonly id: string | null
  readonly onClose: () => void
}

/** The sheet of a task: where it stands, what it asks, who does it, what was done, and the steps that may be taken. */
export function TaskSheet({ id, onClose }: TaskSheetProps): ReactNode {
  return id === null ? null : <OpenSheet key={id} id={id} onClose={onClose} />
}

function OpenSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { orpc } = useApi()
  useReturnFocus()
  const [isEditing, setEditing] = useState(false)
  const { data: task, error, refetch } = useQuery(orpc.tasks.get.queryOptions({ input: { id, on: today() } }))
  return (
    <SideSheet
      open
      width={808}
      title={task === undefined ? sheetWords.loading : `${taskFormNames[task.form]} ${task.docNo ?? task.code}`}
      extra={task === undefined ? null : <Standing task={task} />}
      onClose={onClose}
      footer={
        task === undefined ? undefined : (
          <>
            <SideCommands task={task} onEdit={() => setEditing(true)} />
            <StepButtons task={task} />
          </>
        )
      }
    >
      {task !== undefined ? <Content task={task} /> : error !== null ? <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} /> : <Loading lines={14} />}
      {isEditing && task !== undefined ? <EditTask task={task} onClose={() => setEditing(false)} /> : null}
    </SideSheet>
  )
}

function Standing({ task }: { readonly task: Task }): ReactNode {
  return (
    <span className="task-standing">
      <LightTag light={task.light} word={lightWord(task, today())} />
      <StateTag tone={toneOf(task.state)}>{taskStateNames[task.state]}</StateTag>
    </span>
  )
}

function Content({ task }: { readonly task: Task }): ReactNode {
  return (
    <>
      <h2 className="task-title">{task.title}</h2>
      <Steps label={sheetWords.flow} steps={flowSteps(task)} />
      <NextUp next={task.next} />
      <Section title={sheetWords.facts}><TaskFacts task={task} /></Section>
      <Section title={sheetWords.content}>
        <p className="task-content">{task.content ?? <span className="ui-title-note">{sheetWords.noContent}</span>}</p>
      </Section>
      <Section title={sheetWords.parties}><TaskParties task={task} /></Section>
      <Attachments owner={{ kind: 'task', id: task.id }} />
      <Milestones task={task} />
      <TaskExtensions taskId={task.id} />
      <TaskSupervisions taskId={task.id} />
      <Section title={sheetWords.history}><TaskHistory log={task.log} /></Section>
    </>
  )
}
