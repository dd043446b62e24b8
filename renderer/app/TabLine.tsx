import type { ReactNode } from 'react'
import type { Tab } from './tabs.ts'
import { shellWords } from './vocabulary.ts'

export interface TabLineProps {
  readonly tabs: readonly Tab[]
  readonly current: string
  /** How much waits for the reader on the workbench. */
  readonly waiting: number
  readonly onOpen: (tab: Tab) => void
}

/** The tabs; a module's carries its thin mark. */
export function TabLine({ tabs, current, waiting, onOpen }: TabLineProps): ReactNode {
  return (
    <nav className="shell-tabs ui-no-print" aria-label={shellWords.tabs}>
      {tabs.map((tab) => (
        <button key={tab.key} type="button" className="shell-tab" aria-current={tab.key === current ? 'page' : undefined} onClick={() => onOpen(tab)}>
          {tab.colour === null ? null : <span className="shell-mark" style={{ background: tab.colour }} />}
          {tab.label}
          {tab.home.tab === 'workbench' && waiting > 0 ? <span className="shell-count" aria-label={shellWords.waiting(waiting)}>{waiting > 999 ? '999+' : waiting}</span> : null}
        </button>
      ))}
    </nav>
  )
}
