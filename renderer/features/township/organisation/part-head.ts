import type { ReactNode } from 'react'

/** What stands in the line of each part: the choice of the part, and the township. */
export interface PartProps {
  readonly head: ReactNode
}
