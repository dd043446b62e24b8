import type { ReactNode } from 'react'

/** What the page of a section gets that a module has of its own. */
export interface OwnBodyProps {
  readonly module: { readonly id: string; readonly code: string; readonly name: string }
  /** The module's mark and sections, for the page's title line. */
  readonly head: ReactNode
  /** What is open there. */
  readonly openId?: string
}
