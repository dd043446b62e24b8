import type { ReactNode } from 'react'
import '../ui/page.css'
import './module.css'

export interface SectionPageProps {
  /** The module's mark and the tabs of its sections; where there is none, the title of the section stands instead. */
  readonly head: ReactNode
  /** The parts of the section, one of which is shown. */
  readonly parts?: ReactNode
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode
  readonly body?: 'fill' | 'scroll'
  readonly children: ReactNode
}

/** A section of a module: one line with the module, its sections and the section's commands; the rest is the section. */
export function SectionPage({ head, parts, actions, body = 'fill', children }: SectionPageProps): ReactNode {
  return (
    <main className="ui-page">
      <header className="ui-title module-line">
        {head}
        {parts}
        {actions === undefined ? null : <div className="ui-title-actions">{actions}</div>}
      </header>
      <div className={body === 'fill' ? 'ui-page-fill' : 'ui-page-scroll'}>{children}</div>
    </main>
  )
}
