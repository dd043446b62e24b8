import type { ReactNode } from 'react'
import './page.css'

export interface PageTitleProps {
  readonly title: string
  /** Stands after the title, small: what the page shows (a module, a count, a state). */
  readonly note?: ReactNode
  /** The period the page speaks of: a select or a plain text. */
  readonly period?: ReactNode
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode
}

export function PageTitle({ title, note, period, actions }: PageTitleProps): ReactNode {
  return (
    <header className="ui-title">
      <h1>{title}</h1>
      {note === undefined ? null : <div className="ui-title-note">{note}</div>}
      {period === undefined ? null : <div className="ui-title-period">{period}</div>}
      {actions === undefined ? null : <div className="ui-title-actions">{actions}</div>}
    </header>
  )
}
