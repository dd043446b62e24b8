import type { ReactNode } from 'react'
import './states.css'

export interface EmptyProps {
  /** What is not there: “还没有任务”. */
  readonly title: string
  /** What to do next, in one sentence. */
  readonly hint?: ReactNode
  /** The button that does it. */
  readonly action?: ReactNode
}

export function Empty({ title, hint, action }: EmptyProps): ReactNode {
  return (
    <div className="ui-state">
      <p className="ui-state-title">{title}</p>
      {hint === undefined ? null : <p className="ui-state-hint">{hint}</p>}
      {action === undefined ? null : <div className="ui-state-action">{action}</div>}
    </div>
  )
}
