import { useState, type ReactNode } from 'react'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { today } from '../../../api/today.ts'
import { LightTag } from '../../../ui/LightTag.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import '../../../frame/module.css'
import { lightWord } from '../tasks/light-word.ts'
import { toneOf } from '../tasks/task-columns.tsx'
import { TaskSheet } from '../tasks/TaskSheet.tsx'
import type { Group } from './api-types.ts'
import { groupSheetWords as words } from './vocabulary.ts'

/** 本组任务, due first. */
export function GroupTasks({ group }: { readonly group: Group }): ReactNode {
  const [open, setOpen] = useState<string | null>(null)
  const tasks = group.tasks ?? []
  return (
    <Section title={words.tasks}>
      {tasks.length === 0 ? (
        <p className="ui-title-note">{group.tasks === null ? words.tasksHidden : words.noTasks}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.task.title}</th>
              <th scope="col">{words.task.module}</th>
              <th scope="col">{words.task.hosts}</th>
              <th scope="col">{words.task.due}</th>
              <th scope="col">{words.task.light}</th>
              <th scope="col">{words.task.state}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td><button type="button" className="link" onClick={() => setOpen(task.id)}>{task.title}</button></td>
                <td className="one-line">{task.moduleName}</td>
                <td>{task.hosts.join('、')}</td>
                <td className="one-line">{task.due}</td>
                <td className="one-line"><LightTag light={task.light} word={lightWord(task, today())} /></td>
                <td className="one-line"><StateTag tone={toneOf(task.state)}>{taskStateNames[task.state]}</StateTag></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TaskSheet id={open} onClose={() => setOpen(null)} />
    </Section>
  )
}
