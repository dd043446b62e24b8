import type { ReactNode } from 'react'
import type { OwnSection } from '../../../../shared/domain/township/organisation/own-sections.ts'
import { commonSections, formatPlace, type ModuleSection } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { GroupsSection } from '../../tasks/groups/GroupsSection.tsx'
import { PeopleSection } from '../../people/PeopleSection.tsx'
import { RegistersSection } from '../../registers/RegistersSection.tsx'
import { TasksSection } from '../../tasks/tasks/TasksSection.tsx'
import '../../../frame/module.css'
import { Overview } from './Overview.tsx'
import { useModules } from '../../../frame/use-modules.ts'
import { ownBodies } from './own-bodies.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { moduleWords, sectionNames } from '../../../frame/vocabulary.ts'
import { personParts } from './person-parts.tsx'

export interface ModuleTabProps {
  readonly module: { readonly id: string; readonly code: string; readonly name: string; readonly alias: string | null; readonly colour: string | null; readonly sections: readonly OwnSection[] }
  readonly section: ModuleSection
  /** What is open there: a person, a task. */
  readonly id?: string
}

/** A module: what it has in common with the others (概览, 人员, 任务), and what is its own. */
export function ModuleTab({ module, section, id }: ModuleTabProps): ReactNode {
  const colour = useModules().find((row) => row.id === module.id)?.colour ?? module.colour
  const head = (
    <>
      <h1>
        <ModuleMark name={module.name} colour={colour} />
        {module.alias === null ? null : <span className="module-alias">{moduleWords.alias(module.alias)}</span>}
      </h1>
      <nav className="module-sections" aria-label={moduleWords.sections(module.name)}>
        {[...commonSections, ...module.sections].map((one) => (
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
      return <PeopleSection moduleId={module.id} parts={personParts} head={head} {...opened} />
    case 'tasks':
      return <TasksSection moduleId={module.id} head={head} {...opened} />
    case 'registers':
      return <RegistersSection module={module} head={head} {...opened} />
    case 'groups':
      return <GroupsSection module={module} head={head} {...opened} />
    default: {
      const Body = ownBodies[section]
      return !module.sections.includes(section) ? <SectionPage head={head}><Empty title={moduleWords.noSection} hint={moduleWords.noSectionHint} /></SectionPage> : <Body module={module} head={head} {...opened} />
    }
  }
}
