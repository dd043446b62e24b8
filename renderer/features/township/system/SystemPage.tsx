import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { formatPlace, type SystemSection } from '../../../api/place.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { sectionsFor } from '../sections.ts'
import './system.css'
import { sectionLabels, systemWords } from './vocabulary.ts'

export interface SystemPageProps {
  readonly section: SystemSection
  /** What the page shows, small. */
  readonly note?: ReactNode
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode
  readonly body?: 'fill' | 'scroll'
  readonly children: ReactNode
}

/** A page of 系统: one line with its sections and the commands; the rest is the section. */
export function SystemPage({ section, note, actions, body = 'fill', children }: SystemPageProps): ReactNode {
  const { capabilities } = useMe()
  return (
    <SectionPage
      body={body}
      head={
        <>
          <h1>{systemWords.label}</h1>
          <nav className="module-sections ui-no-print" aria-label={systemWords.label}>
            {sectionsFor(capabilities).map((one) => (
              <a key={one} className="module-section" href={formatPlace({ tab: 'system', section: one })} aria-current={one === section ? 'page' : undefined}>
                {sectionLabels[one]}
              </a>
            ))}
          </nav>
          {note === undefined ? null : <div className="system-title-note">{note}</div>}
        </>
      }
      actions={actions}
    >
      {children}
    </SectionPage>
  )
}
