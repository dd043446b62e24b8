import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { useModules } from '../../../frame/use-modules.ts'
import { mostEntries } from './how-many.ts'
import type { Today } from './TaskLines.tsx'
import { supervisionNames, workbenchWords } from './vocabulary.ts'
import './workbench.css'

const kinds = ['replies', 'extensions', 'settlements'] as const

/** How many lines the pane has. */
export function supervisionLineCount({ supervision }: Today): number {
  return kinds.reduce((sum, kind) => sum + (supervision[kind].total === 0 ? 0 : 1 + Math.min(supervision[kind].rows.length, mostEntries)), supervision.proposals > 0 ? 1 : 0)
}

/** 督办与延期 that wait for the reader: to reply to, to decide, to settle, to issue. */
export function SupervisionWaiting({ today: { supervision }, onTask }: { readonly today: Today; readonly onTask: (id: string) => void }): ReactNode {
  const { go } = useNavigation()
  const module = useModules().find(({ sections }) => sections.includes('supervision'))
  const open = (id: string) => {
    if (module !== undefined) go({ tab: 'module', module: module.code, section: 'supervision', id })
  }
  return (
    <Section title={workbenchWords.supervision}>
      {supervision.proposals > 0 ? (
        <ul className="lines">
          <li className="plain-line">
            <span className="plain-line-text">{workbenchWords.toSupervise(supervision.proposals)}</span>
            {module === undefined ? null : <Button size="small" onClick={() => open('papers')}>{workbenchWords.issuePapers}</Button>}
          </li>
        </ul>
      ) : null}
      {kinds.map((kind) =>
        supervision[kind].total === 0 ? null : (
          <div key={kind} className="waiting-group" role="group" aria-label={supervisionNames[kind]}>
            <div className="waiting-head">
              <h3>{supervisionNames[kind]}</h3>
              <span className="ui-title-note">{workbenchWords.groupCount(supervision[kind].total)}</span>
            </div>
            <ul className="lines">
              {supervision[kind].rows.slice(0, mostEntries).map((row) => (
                <li key={row.id} className="plain-line">
                  <button type="button" className="link plain-line-text" onClick={() => onTask(row.taskId)}>{row.title}</button>
                  <span className="plain-line-number">{workbenchWords.dueOn(row.due)}</span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </Section>
  )
}
