import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { isTuesday, mondayOf } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { monthMoved, monthText } from '../../../frame/day-text.ts'
import type { MeetingRow } from './api-types.ts'
import { daysOfMonth } from './meeting-request.ts'
import './meetings.css'
import { meetingWords } from './vocabulary.ts'

const mostPerDay = 3
const mostPerMonth = 1000

/** The meetings of a month, day by day; Tuesdays are marked as 无会日. */
export function MonthView({ onOpen }: { readonly onOpen: (meeting: MeetingRow) => void }): ReactNode {
  const { orpc } = useApi()
  const [month, setMonth] = useState(today().slice(0, 7))
  const days = daysOfMonth(month)
  const meetings = useQuery(orpc.meetings.list.queryOptions({ input: { limit: mostPerMonth, sort: [{ field: 'date', descending: false }], filters: [{ kind: 'days', field: 'date', from: days.from, to: days.to }] } }))
  return (
    <div className="meeting-month">
      <div className="meeting-month-head">
        <Button size="small" onClick={() => setMonth(monthMoved(month, -1))}>{meetingWords.earlier}</Button>
        <b>{monthText(month)}</b>
        <Button size="small" onClick={() => setMonth(monthMoved(month, 1))}>{meetingWords.later}</Button>
      </div>
      <Loaded query={meetings}>
        {({ rows }) => (
          <table className="meeting-calendar">
            <thead>
              <tr>{[1, 2, 3, 4, 5, 6, 0].map((weekday) => <th key={weekday} scope="col">{meetingWords.weekday(meetingWords.weekdays[weekday] ?? '')}{weekday === 2 ? <span>{meetingWords.noTuesday}</span> : null}</th>)}</tr>
            </thead>
            <tbody>
              {weeksOf(days.from, days.to).map((week) => (
                <tr key={week[0]}>
                  {week.map((day) => <td key={day} data-other={day < days.from || day > days.to} data-tuesday={isTuesday(day)} data-today={day === today()}><Day day={day} meetings={rows.filter(({ date }) => date === day)} onOpen={onOpen} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </div>
  )
}

function Day({ day, meetings, onOpen }: { readonly day: string; readonly meetings: readonly MeetingRow[]; readonly onOpen: (meeting: MeetingRow) => void }): ReactNode {
  return (
    <>
      <span className="meeting-date">{Number(day.slice(8, 10))}</span>
      {meetings.slice(0, mostPerDay).map((meeting) => (
        <button key={meeting.id} type="button" className={meeting.cancelledReason === null ? 'meeting-entry' : 'meeting-entry meeting-cancelled'} title={meeting.title} onClick={() => onOpen(meeting)}>
          {meeting.time === null ? '' : `${meeting.time} `}{meeting.title}
        </button>
      ))}
      {meetings.length > mostPerDay ? <span className="ui-title-note">{meetingWords.more(meetings.length - mostPerDay)}</span> : null}
    </>
  )
}

/** Whole weeks, Monday to Sunday, that hold the days. */
function weeksOf(from: string, to: string): readonly (readonly string[])[] {
  const first = dayNumber(mondayOf(from))
  const weeks = Math.floor((dayNumber(to) - first) / 7) + 1
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, day) => dayText(first + week * 7 + day)))
}
