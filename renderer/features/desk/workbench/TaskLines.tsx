import type { ReactNode } from 'react'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import { LightTag } from '../../../ui/LightTag.tsx'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { useModules } from '../../../frame/use-modules.ts'
import { lightWord } from '../../tasks/tasks/light-word.ts'
import './workbench.css'

export type Today = Awaited<ReturnType<TownshipClient['workbench']['today']>>
export type Brief = Today['own']['rows'][number]

export interface TaskLinesProps {
  readonly tasks: readonly Brief[]
  /** The day that lights are looked at. */
  readonly on: string
  /** 主办 instead of the state, where all are in the same state. */
  readonly who?: boolean
  readonly onOpen: (id: string) => void
}

/** Tasks in a line each: light, module, title, state or 主办, deadline. */
export function TaskLines({ tasks, on, who = false, onOpen }: TaskLinesProps): ReactNode {
  const modules = useModules()
  return (
    <ul className="lines">
      {tasks.map((task) => (
        <li key={task.id}>
          <button type="button" className="task-line" onClick={() => onOpen(task.id)} title={task.title}>
            <LightTag light={task.light} word={lightWord(task, on)} />
            <ModuleMark name={task.moduleName} colour={modules.find(({ id }) => id === task.moduleId)?.colour ?? null} />
            <span className="task-line-title">{task.title}</span>
            <span className="task-line-who">{who ? task.hosts.join('、') : taskStateNames[task.state]}</span>
            <span className="task-line-due">{task.due.slice(5)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
