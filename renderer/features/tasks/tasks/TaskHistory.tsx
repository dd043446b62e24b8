import type { ReactNode } from 'react'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { chinaTime } from '../../../frame/china-time.ts'
import { actionName } from './task-flow.ts'
import '../tasks.css'
import type { Task } from './api-types.ts'
import { sheetWords } from './vocabulary.ts'

/** 办理记录, the newest first: when, who, what, and in which words. */
export function TaskHistory({ log }: { readonly log: Task['log'] }): ReactNode {
  if (log.length === 0) return <p className="ui-title-note">{sheetWords.noHistory}</p>
  return (
    <ol className="history">
      {log.toReversed().map((entry, place) => (
        <li key={log.length - place} className="history-entry">
          <time className="history-time">{chinaTime(entry.at)}</time>
          <div>
            <span className="history-what">{actionName(entry.action)}</span> {entry.actor}
            {entry.partyName === null || entry.partyName === entry.actor ? null : <span className="history-states"> {sheetWords.ofPart(entry.partyName)}</span>}
            {entry.evidence.length === 0 ? null : <span className="history-states"> {sheetWords.evidence(entry.evidence.length)}</span>}
            {entry.fromState === null || entry.fromState === entry.toState ? null : <span className="history-states"> {taskStateNames[entry.fromState]} → {taskStateNames[entry.toState]}</span>}
            {entry.reason === null || entry.reason === '' ? null : <p className="history-reason">{entry.reason}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
