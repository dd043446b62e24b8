import type { ReactNode } from 'react'
import { words } from './vocabulary.ts'
import './supervision.css'

/** What one list is loaded with. */
export const mostRows = 1000

/** Says that a list is longer than what is shown of it. */
export function OnlyFirst({ total }: { readonly total: number }): ReactNode {
  return total > mostRows ? <p className="only-first">{words.onlyFirst(mostRows, total)}</p> : null
}
