import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { tuesdaysOfMonth } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { useApi } from '../../../api/api.ts'
import { dayText, monthMoved, monthText } from '../../../frame/day-text.ts'
import './tuesday.css'
import { tuesdayWords } from './vocabulary.ts'

export interface MonthStripProps {
  /** The chosen Tuesday. */
  readonly date: string
  readonly onChoose: (date: string) => void
}

/** The Tuesdays of a month, each with how many are planned and have checked in. */
export function MonthStrip({ date, onChoose }: MonthStripProps): ReactNode {
  const { orpc } = useApi()
  const month = date.slice(0, 7)
  const { data } = useQuery(orpc.tuesday.month.queryOptions({ input: { month } }))
  const move = (by: number) => {
    const [first = date] = tuesdaysOfMonth(monthMoved(month, by))
    onChoose(first)
  }
  return (
    <nav className="month-strip" aria-label={tuesdayWords.months}>
      <Button size="small" onClick={() => move(-1)}>{tuesdayWords.earlier}</Button>
      <span className="month-strip-name">{monthText(month)}</span>
      <Button size="small" onClick={() => move(1)}>{tuesdayWords.later}</Button>
      {tuesdaysOfMonth(month).map((day) => {
        const counts = data?.find((row) => row.date === day)
        return (
          <button key={day} type="button" className="month-strip-day" aria-current={day === date ? 'date' : undefined} onClick={() => onChoose(day)}>
            <b>{dayText(day)}</b>
            <span>{counts === undefined ? '' : tuesdayWords.counts(counts.checkedIn, counts.planned)}</span>
          </button>
        )
      })}
    </nav>
  )
}
