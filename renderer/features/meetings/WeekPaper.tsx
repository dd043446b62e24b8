import type { ReactNode } from 'react'
import { useMe } from '../../api/api.ts'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import '../../ui/paper.css'
import type { MeetingRow } from './api-types.ts'
import { dayWithWeekday } from './meeting-columns.tsx'
import type { Days } from './meeting-request.ts'
import { meetingColumns, weekPaper } from './vocabulary.ts'

export interface WeekPaperProps {
  readonly week: Days
  /** Those of the week that are not cancelled, by day and time. */
  readonly meetings: readonly MeetingRow[]
}

/** 一周会议安排 as it is hung up and handed out. */
export function WeekPaper({ week, meetings }: WeekPaperProps): ReactNode {
  const { township } = useMe()
  return (
    <PrintSheet title={weekPaper.title(township.name)}>
      <div className="paper paper-fixed">
        <p className="paper-line">
          <span>{weekPaper.unit(township.reportingUnit)}</span>
          <span>{weekPaper.range(week.from, week.to)}</span>
        </p>
        {meetings.length === 0 ? <p>{weekPaper.none}</p> : <Table meetings={meetings} />}
      </div>
    </PrintSheet>
  )
}

function Table({ meetings }: Pick<WeekPaperProps, 'meetings'>): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th style={{ width: '10mm' }}>{weekPaper.number}</th>
          <th style={{ width: '34mm' }}>{weekPaper.when}</th>
          <th>{meetingColumns.title}</th>
          <th style={{ width: '26mm' }}>{meetingColumns.place}</th>
          <th style={{ width: '18mm' }}>{meetingColumns.convener}</th>
          <th style={{ width: '34mm' }}>{meetingColumns.attendees}</th>
          <th style={{ width: '28mm' }}>{weekPaper.note}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting, place) => (
          <tr key={meeting.id}>
            <td className="paper-middle">{place + 1}</td>
            <td>{dayWithWeekday(meeting.date)} {meeting.time ?? ''}</td>
            <td>{meeting.title}</td>
            <td>{meeting.place ?? ''}</td>
            <td className="paper-middle">{meeting.convenerName ?? ''}</td>
            <td>{meeting.attendees ?? ''}</td>
            <td>{meeting.exceptionReason === null ? '' : weekPaper.exception(meeting.exceptionReason, meeting.exceptionByName ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
