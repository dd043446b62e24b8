import type { ReactNode } from 'react'
import './tags.css'

/** `accent`: it is the reader's turn. `good`: done. `warn`: soon or provisional. `bad`: refused or overdue. `quiet`: over, put aside. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'quiet'

export interface StateTagProps {
  readonly tone?: Tone
  readonly children: ReactNode
}

/** A state in words with a thin border: 办理中, 待核验, 草稿. */
export function StateTag({ tone = 'plain', children }: StateTagProps): ReactNode {
  return <span className={`ui-tag ui-tag-${tone}`}>{children}</span>
}
