import type { ReactNode } from 'react'
import { taskFormNames, taskQualityNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { useModules } from '../../../frame/use-modules.ts'
import '../../people/people.css'
import type { Task } from './api-types.ts'
import { columnTitles, sheetWords } from './vocabulary.ts'

/** 任务要素, two beside each other. */
export function TaskFacts({ task }: { readonly task: Task }): ReactNode {
  const colour = useModules().find(({ id }) => id === task.moduleId)?.colour ?? null
  const facts: readonly (readonly [string, ReactNode])[] = [
    [columnTitles.docNo, task.docNo],
    [columnTitles.code, task.code],
    [columnTitles.form, taskFormNames[task.form]],
    [columnTitles.source, task.source],
    [columnTitles.module, <ModuleMark key="module" name={task.moduleName} colour={colour} />],
    [columnTitles.lead, task.leadStaffName],
    ...(task.groupName === null ? [] : [[columnTitles.group, task.groupName] as const]),
    [columnTitles.issuedOn, task.issuedOn],
    [columnTitles.due, task.due],
    [columnTitles.weight, sheetWords.weights(task.weight)],
    [columnTitles.progress, sheetWords.percent(task.progress)],
    [columnTitles.quality, task.quality === null ? null : taskQualityNames[task.quality]],
    [columnTitles.reworks, sheetWords.times(task.reworks)],
    ...(task.completedOn === null ? [] : [[columnTitles.completedOn, task.completedOn] as const]),
  ]
  return (
    <dl className="facts">
      {facts.map(([title, value]) => (
        <Fact key={title} title={title}>{value ?? sheetWords.none}</Fact>
      ))}
    </dl>
  )
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  )
}
