import type { ReactNode } from 'react'
import './door.css'
import { doorWords } from './vocabulary.ts'

/** What stands in front of every township: the name of the program, and one thing to do. */
export function DoorFrame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="door">
      <header className="door-head ui-no-print">
        <strong>{doorWords.product}</strong>
        <span>{doorWords.safe}</span>
      </header>
      <main className="door-body">{children}</main>
    </div>
  )
}
