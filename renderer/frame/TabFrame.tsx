import { createContext, useContext, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import '../ui/page.css'
import './module.css'
import './tab-frame.css'

export interface TabFrameProps {
  readonly title: string
  readonly sections: readonly { readonly key: string; readonly label: string; readonly href: string }[]
  /** The key of the open section. */
  readonly current: string
  readonly children: ReactNode
}

/** Where a page puts its part of the head line; null until the line stands. */
const HeadSlot = createContext<HTMLElement | null>(null)

/** A tab with sections: the line with their names stays while the pages below it come and go, so that the keyboard stays on it. */
export function TabFrame({ title, sections, current, children }: TabFrameProps): ReactNode {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return (
    <main className="ui-page tab-frame">
      <header className="ui-title module-line">
        <h1>{title}</h1>
        <nav className="module-sections ui-no-print" aria-label={title}>
          {sections.map(({ key, label, href }) => (
            <a key={key} className="module-section" href={href} aria-current={key === current ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div ref={setSlot} className="tab-slot" />
      </header>
      <HeadSlot value={slot}>{children}</HeadSlot>
    </main>
  )
}

export interface TabPageProps {
  /** What the page shows: a period, a sheet, a plan. */
  readonly heading?: string
  /** Its state, small. */
  readonly note?: ReactNode
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode
  /** `fill`: one thing fills the rest. `scroll`: the body is longer than the window. */
  readonly body?: 'fill' | 'scroll'
  readonly children: ReactNode
}

/** A page within a tab's frame: its heading and commands stand in the line of the tab. */
export function TabPage({ heading, note, actions, body = 'fill', children }: TabPageProps): ReactNode {
  const slot = useContext(HeadSlot)
  const head = (
    <>
      {heading === undefined ? null : <h2 className="tab-heading" title={heading}>{heading}</h2>}
      {note === undefined || note === null ? null : <div className="tab-note">{note}</div>}
      {actions === undefined || actions === null ? null : <div className="ui-title-actions">{actions}</div>}
    </>
  )
  return (
    <>
      {slot === null ? null : createPortal(head, slot)}
      <div className={body === 'fill' ? 'ui-page-fill' : 'ui-page-scroll'}>{children}</div>
    </>
  )
}
