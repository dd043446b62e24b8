import type { ReactNode } from 'react'
import './parts.css'

export interface PartLineProps<Key extends string> {
  /** What the parts are of: “数据录入”. */
  readonly label: string
  readonly parts: readonly { readonly key: Key; readonly label: string }[]
  readonly current: Key
  readonly onOpen: (key: Key) => void
}

/** The parts of a section, one beside the other; nothing where there is no choice. */
export function PartLine<Key extends string>({ label, parts, current, onOpen }: PartLineProps<Key>): ReactNode {
  if (parts.length < 2) return null
  return (
    <nav className="parts ui-no-print" aria-label={label}>
      {parts.map((part) => (
        <button key={part.key} type="button" aria-current={part.key === current ? 'page' : undefined} onClick={() => onOpen(part.key)}>
          {part.label}
        </button>
      ))}
    </nav>
  )
}
