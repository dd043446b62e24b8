import type { ReactNode } from 'react'
import './figure.css'
import { words } from './vocabulary.ts'

export interface Comparison {
  readonly direction: 'up' | 'down' | 'same'
  /** With what and by how much: “较上月 3 件”. */
  readonly text: string
  /** Whether the direction is welcome; decides the colour. */
  readonly welcome?: boolean
}

export interface FigureProps {
  readonly label: string
  /** As it is to be read: “1,204”, “97.39”, “—”. */
  readonly value: string
  readonly unit?: string
  readonly comparison?: Comparison
  /** What the number is made of, below it: “办结 20 件，按时 17 件”. */
  readonly note?: string
  readonly tone?: 'plain' | 'bad'
  /** Opens the rows behind the number. */
  readonly onOpen?: () => void
}

const arrows = { up: '↑', down: '↓', same: '→' } as const

/** A number that matters, large once, with its unit and what it is compared with. */
export function Figure({ label, value, unit, comparison, note, tone = 'plain', onOpen }: FigureProps): ReactNode {
  const inside = (
    <>
      <span className="ui-figure-label">{label}</span>
      <span className={tone === 'bad' ? 'ui-figure-value ui-figure-bad' : 'ui-figure-value'}>
        {value}
        {unit === undefined ? null : <span className="ui-figure-unit">{unit}</span>}
      </span>
      {comparison === undefined ? null : (
        <span className={`ui-figure-comparison ${comparison.welcome === undefined ? '' : comparison.welcome ? 'ui-figure-welcome' : 'ui-figure-unwelcome'}`}>
          <span aria-label={words.comparison[comparison.direction]}>{arrows[comparison.direction]}</span> {comparison.text}
        </span>
      )}
      {note === undefined ? null : <span className="ui-figure-comparison">{note}</span>}
    </>
  )
  return onOpen === undefined ? <div className="ui-figure">{inside}</div> : <button type="button" className="ui-figure ui-figure-open" onClick={onOpen}>{inside}</button>
}

/** Figures side by side, parted by thin lines. */
export function Figures({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="ui-figures">{children}</div>
}
