import { useId } from 'react'
import type { ReactNode } from 'react'
import './page.css'

export interface SectionProps {
  readonly title: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page with a heading and a line; never a card. */
export function Section({ title, note, actions, children }: SectionProps): ReactNode {
  const id = useId()
  return (
    <section className="ui-section" aria-labelledby={id}>
      <div className="ui-section-head">
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <div className="ui-title-note">{note}</div>}
        {actions === undefined ? null : <div className="ui-title-actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
