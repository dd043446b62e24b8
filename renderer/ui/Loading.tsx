import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import './states.css'
import { words } from './vocabulary.ts'

export interface LoadingProps {
  /** How many lines the skeleton has; about what will stand there. */
  readonly lines?: number
  /** Nothing is shown before; what comes quickly must not flash. */
  readonly delayMs?: number
  readonly label?: string
}

/** Grey lines in place of what is being loaded. */
export function Loading({ lines = 6, delayMs = 300, label = words.loading }: LoadingProps): ReactNode {
  const [visible, setVisible] = useState(delayMs === 0)
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return (
    <div className="ui-loading" role="status" aria-label={label}>
      {visible ? Array.from({ length: lines }, (_, line) => <span key={line} className="ui-loading-line" style={{ width: `${String(96 - ((line * 17) % 42))}%` }} />) : null}
    </div>
  )
}
