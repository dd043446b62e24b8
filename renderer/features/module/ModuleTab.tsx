import type { ReactNode } from 'react'
import { formatPlace, moduleSections, type ModuleSection } from '../../api/place.ts'
import { ModuleMark } from '../../ui/ModuleMark.tsx'
import { PeopleSection } from '../people/PeopleSection.tsx'
import { TasksSection } from '../tasks/TasksSection.tsx'
import './module.css'
import { Overview } from './Overview.tsx'
import { useModules } from './use-modules.ts'
import { moduleWords, sectionNames } from './vocabulary.ts'

export interface ModuleTabProps {
  readonly module: { readonly id: string; readonly code: string; readonly name: string; readonly alias: string | null; readonly colour: string | null }
  readonly section: ModuleSection
  /** The person or task that is open. */
  readonly id?: string
}

/** A module: what it has in common with the others (概览, 人员, 任务). */
export function ModuleTab({ module, section, id }: ModuleTabProps): ReactNode {
  const colour = useModules().find((row) => row.id === module.id)?.colour ?? module.colour
  const head = (
    <>
      <h1>
        <ModuleMark name={module.name} colour={colour} />
        {module.alias === null ? null : <span className="module-alias">{moduleWords.alias(module.alias)}</span>}
      </h1>
      <nav className="module-sections" aria-label={moduleWords.sections(module.name)}>
        {moduleSections.map((one) => (
          <a key={one} className="module-section" href={formatPlace({ tab: 'module', module: module.code, section: one })} aria-current={one === section ? 'page' : undefined}>
            {sectionNames[one]}
          </a>
        ))}
      </nav>
    </>
  )
  const opened = id === undefined ? {} : { openId: id }
  switch (section) {
    case 'overview':
      return <Overview module={module} head={head} />
    case 'people':
      return <PeopleSection moduleId={module.id} head={head} {...opened} />
    case 'tasks':
      return <TasksSection moduleId={module.id} head={head} {...opened} />
  }
}
