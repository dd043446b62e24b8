import type { ReactNode } from 'react'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { Section } from '../../../ui/Section.tsx'
import { chinaTime } from '../../../frame/china-time.ts'
import { actionName } from '../../tasks/tasks/task-flow.ts'
import { mostChanges } from './how-many.ts'
import type { Today } from './TaskLines.tsx'
import { workbenchWords } from './vocabulary.ts'
import './workbench.css'

export interface ChangesProps {
  readonly lastLook: Today['lastLook']
  readonly changes: Today['changes']
  readonly onTask: (id: string) => void
}

/** 近 7 天变动: the last steps on tasks in the reader's view. */
export function Changes({ lastLook, changes, onTask }: ChangesProps): ReactNode {
  return (
    <Section title={workbenchWords.changes} note={lastLook === null ? undefined : workbenchWords.sinceLastLook(chinaTime(lastLook.at).slice(5), lastLook.changes)}>
      {changes.length === 0 ? (
        <p className="ui-title-note">{workbenchWords.noChanges}</p>
      ) : (
        <ul className="lines">
          {changes.slice(0, mostChanges).map((change, place) => (
            <li key={place}>
              <button type="button" className={lastLook !== null && change.at > lastLook.at ? 'change-line change-fresh' : 'change-line'} onClick={() => onTask(change.taskId)} title={change.title}>
                <span className="change-time">{chinaTime(change.at).slice(5)}</span>
                <span className="change-who">{workbenchWords.changeBy(change.actor, actionName(change.action))}</span>
                <span className="task-line-title">{change.title}</span>
                <span className="task-line-who">{taskStateNames[change.toState]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
