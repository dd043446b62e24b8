import type { ReactNode } from 'react'
import './file-rows.css'

export interface FileRow {
  readonly key: string
  readonly name: string
  /** Behind the name, in plain words: size, who, when. */
  readonly facts: readonly string[]
  /** A state in words. */
  readonly tag?: ReactNode
  /** What a press on the name does, and what it is called for who does not see it. */
  readonly open?: { readonly label: string; readonly run: () => void }
  readonly actions?: ReactNode
}

export interface FileRowsProps {
  readonly label: string
  readonly rows: readonly FileRow[]
}

/** Files, one a line: the name opens it, the rest says what it is, buttons stand at the end. */
export function FileRows({ label, rows }: FileRowsProps): ReactNode {
  return (
    <ul className="ui-files" aria-label={label}>
      {rows.map(({ key, name, facts, tag, open, actions }) => (
        <li key={key} className="ui-file">
          {open === undefined ? (
            <span className="ui-file-name" title={name}>{name}</span>
          ) : (
            <button type="button" className="ui-file-name ui-file-open" title={name} aria-label={open.label} onClick={open.run}>
              {name}
            </button>
          )}
          {tag}
          <span className="ui-file-facts">{facts.join(' · ')}</span>
          {actions === undefined ? null : <span className="ui-file-actions">{actions}</span>}
        </li>
      ))}
    </ul>
  )
}
