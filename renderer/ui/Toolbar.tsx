import type { ReactNode } from 'react'
import './keys.css'

export interface ToolbarProps {
  readonly label: string
  /** Stands at the right end. */
  readonly end?: ReactNode
  readonly children?: ReactNode
}

/** One line of controls. */
export function Toolbar({ label, end, children }: ToolbarProps): ReactNode {
  return (
    <div className="ui-toolbar" role="toolbar" aria-label={label}>
      {children}
      {end === undefined ? null : <div className="ui-toolbar-end">{end}</div>}
    </div>
  )
}
