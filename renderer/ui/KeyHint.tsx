import type { ReactNode } from 'react'
import './keys.css'

export interface KeyHintProps {
  /** ['Ctrl', 'K'] */
  readonly keys: readonly string[]
  readonly label?: string
}

/** The keys of a command, as on the keyboard. */
export function KeyHint({ keys, label }: KeyHintProps): ReactNode {
  return (
    <span className="ui-keys">
      {keys.map((key) => <kbd key={key}>{key}</kbd>)}
      {label === undefined ? null : <span>{label}</span>}
    </span>
  )
}
