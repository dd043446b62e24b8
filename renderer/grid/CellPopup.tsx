import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { createPortal } from 'react-dom'
import { readDay } from './cell-text.ts'
import { MonthPanel } from './MonthPanel.tsx'
import type { Content } from './paste-plan.ts'
import { offered } from './use-draft.ts'
import type { Draft } from './use-draft.ts'
import { words } from './vocabulary.ts'

export interface CellPopupProps<Row> {
  readonly id: string
  readonly draft: Draft<Row>
  readonly today: string
  /** The open cell, under which it hangs. */
  readonly anchor: Readonly<RefObject<HTMLElement | null>>
  readonly onTake: (content: Content) => void
}

interface Place {
  readonly left: number
  readonly top: number
  readonly minWidth: number
}

/** What hangs under an open cell: its choices or a month. It lies over the window, so that the grid's edge does not cut it. */
export function CellPopup<Row>({ id, draft, today, anchor, onTake }: CellPopupProps<Row>): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const kind = draft.column.edit?.kind
  const hasPopup = kind === 'choice' || kind === 'day'
  useLayoutEffect(() => {
    const follow = () => {
      const cell = anchor.current?.getBoundingClientRect()
      const own = box.current?.getBoundingClientRect()
      if (!cell || !own) return
      const below = cell.bottom + own.height <= window.innerHeight
      setPlace({ left: Math.max(0, Math.min(cell.left, window.innerWidth - own.width)), top: below ? cell.bottom : Math.max(0, cell.top - own.height), minWidth: cell.width })
    }
    follow()
    // The grid scrolls within the window; capture hears it.
    window.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  }, [anchor, draft])
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [draft.chosen])
  if (!hasPopup) return null
  return createPortal(
    // A press must not take the keyboard from the cell.
    <div ref={box} className="sheet-popup" style={place ?? { visibility: 'hidden' }} onMouseDown={(event) => event.preventDefault()}>
      {kind === 'day' ? <MonthPanel day={readDay(draft.text, today)} today={today} onPick={(day) => onTake({ kind: 'value', value: day })} /> : <ChoiceList id={id} draft={draft} onTake={onTake} />}
    </div>,
    anchor.current?.closest('.sheet') ?? document.body,
  )
}

function ChoiceList<Row>({ id, draft, onTake }: { readonly id: string; readonly draft: Draft<Row>; readonly onTake: (content: Content) => void }): ReactNode {
  const choices = offered(draft)
  if (choices.length === 0) return <div className="sheet-choices-none">{words.noChoice}</div>
  return (
    <ul id={id} className="sheet-choices" role="listbox" aria-label={words.choices}>
      {choices.map(({ value, label }, at) => (
        <li key={String(value)} id={`${id}-${String(at)}`} role="option" aria-selected={at === draft.chosen} onClick={() => onTake({ kind: 'value', value })}>
          {label}
        </li>
      ))}
    </ul>
  )
}
