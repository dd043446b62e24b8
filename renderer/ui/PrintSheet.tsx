import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-sheet.css'

export interface PrintSheetProps {
  readonly title?: string
  readonly children: ReactNode
}

/** What goes on paper while it is mounted, instead of the window: seen by nobody on the screen. */
export function PrintSheet({ title, children }: PrintSheetProps): ReactNode {
  return createPortal(
    <article className="print-sheet" aria-hidden="true">
      {title === undefined ? null : <h1>{title}</h1>}
      {children}
    </article>,
    document.body,
  )
}
