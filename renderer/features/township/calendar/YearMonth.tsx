import type { ReactNode } from 'react'
import { calendarWords as words } from './vocabulary.ts'
import type { YearDay } from './year-days.ts'

export interface YearMonthProps {
  /** 1–12 */
  readonly month: number
  readonly weeks: readonly (readonly (YearDay | null)[])[]
}

/** One month of the calendar: days off and days worked in exchange carry a word. */
export function YearMonth({ month, weeks }: YearMonthProps): ReactNode {
  return (
    <table className="year-month">
      <caption>{words.month(month)}</caption>
      <thead>
        <tr>{words.weekdays.map((weekday) => <th key={weekday} scope="col">{weekday}</th>)}</tr>
      </thead>
      <tbody>
        {weeks.map((week, place) => (
          <tr key={week.find((day) => day !== null)?.day ?? place}>
            {week.map((day, column) => (day === null ? <td key={`blank-${String(column)}`} /> : <DayCell key={day.day} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day: { day, kind, holiday } }: { readonly day: YearDay }): ReactNode {
  const mark = kind === 'off' ? words.offMark : kind === 'work' ? words.workMark : null
  const title = kind === 'off' ? words.offTitle(day, holiday ?? '') : kind === 'work' ? words.workTitle(day, holiday ?? '') : undefined
  return (
    <td className={`year-day-${kind}`} title={title}>
      {Number(day.slice(8))}
      {mark === null ? null : <span className="year-mark">{mark}</span>}
    </td>
  )
}
