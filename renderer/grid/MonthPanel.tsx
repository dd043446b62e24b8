import { useState } from 'react'
import type { ReactNode } from 'react'
import { dayNumber, dayText } from '../../shared/lib/calendar-day.ts'
import { weekdays, words } from './vocabulary.ts'

export interface MonthPanelProps {
  /** `YYYY-MM-DD` or null. */
  readonly day: string | null
  readonly today: string
  readonly onPick: (day: string) => void
}

/** 1970-01-01 was a Thursday; the week begins on Monday. */
const weekday = (day: number) => (((day + 3) % 7) + 7) % 7

function moved(month: string, by: number): string {
  const place = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(place / 12))}-${String((place % 12) + 1).padStart(2, '0')}`
}

/** A month to pick a day from; the keyboard stays in the cell, whose arrows move the day. */
export function MonthPanel({ day, today, onPick }: MonthPanelProps): ReactNode {
  const [turned, setTurned] = useState<{ readonly from: string | null; readonly month: string } | null>(null)
  const month = turned && turned.from === day ? turned.month : (day ?? today).slice(0, 7)
  const first = dayNumber(`${month}-01`)
  const days = Array.from({ length: 42 }, (_, at) => dayText(first - weekday(first) + at))
  const turn = (by: number) => setTurned({ from: day, month: moved(month, by) })
  return (
    <div className="sheet-month" role="group" aria-label={words.pickDay}>
      <div className="sheet-month-head">
        <button type="button" tabIndex={-1} aria-label={words.monthBefore} onClick={() => turn(-1)}>‹</button>
        <span>{words.month(month.slice(0, 4), String(Number(month.slice(5, 7))))}</span>
        <button type="button" tabIndex={-1} aria-label={words.monthAfter} onClick={() => turn(1)}>›</button>
      </div>
      <div className="sheet-month-days">
        {weekdays.map((name) => <span key={name} className="sheet-month-name">{name}</span>)}
        {days.map((each) => (
          <button key={each} type="button" tabIndex={-1} aria-label={each} aria-pressed={each === day} className={`${each.startsWith(month) ? '' : 'sheet-month-other'} ${each === today ? 'sheet-month-today' : ''}`} onClick={() => onPick(each)}>
            {Number(each.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
