import { Button } from 'antd'
import type { ReactNode } from 'react'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { tuesdayThemeNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import { useMe } from '../../../api/api.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { dayText } from '../../../frame/day-text.ts'
import { mostEntries, mostTuesday } from './how-many.ts'
import type { Today } from './TaskLines.tsx'
import { workbenchWords } from './vocabulary.ts'
import './workbench.css'

/** Service records to verify. */
export function EventsToVerify({ events, onAll }: { readonly events: Today['events']; readonly onAll: () => void }): ReactNode {
  return (
    <Section title={workbenchWords.events} note={workbenchWords.totalEntries(events.total)} actions={<Button size="small" onClick={onAll}>{workbenchWords.verifyEvents}</Button>}>
      <EventLines rows={events.rows} />
    </Section>
  )
}

/** Service records that were sent back, with the reason: to be corrected and handed in again. */
export function EventsReturned({ returned, onAll }: { readonly returned: Today['returned']; readonly onAll: () => void }): ReactNode {
  return (
    <Section title={workbenchWords.returned} note={workbenchWords.totalEntries(returned.total)} actions={<Button size="small" onClick={onAll}>{workbenchWords.correctEvents}</Button>}>
      <EventLines rows={returned.rows} />
    </Section>
  )
}

function EventLines({ rows }: { readonly rows: Today['events']['rows'] }): ReactNode {
  return (
    <ul className="lines">
      {rows.slice(0, mostEntries).map((event) => (
        <li key={event.id} className="plain-line">
          <span className="plain-line-date">{event.date.slice(5)}</span>
          <span className="plain-line-name">{event.staffName}</span>
          <span className="plain-line-text">{event.villageName}　{planWord('service', event.kind)}{event.rejectReason === null ? '' : `　${event.rejectReason}`}</span>
        </li>
      ))}
    </ul>
  )
}

/** 本周二: who goes where, one's own plan first. */
export function ThisTuesday({ tuesday, onCheckIn }: { readonly tuesday: Today['tuesday']; readonly onCheckIn: () => void }): ReactNode {
  const me = useMe()
  const action = tuesday.toCheckIn.length === 0 ? undefined : <Button size="small" type="primary" onClick={onCheckIn}>{workbenchWords.checkIn}</Button>
  return (
    <Section title={workbenchWords.thisTuesday(dayText(tuesday.date))} note={workbenchWords.checkedInOf(tuesday.checkedIn, tuesday.planned)} actions={action}>
      <ul className="lines">
        {tuesday.rows.slice(0, mostTuesday).map((line) => (
          <li key={line.id} className="plain-line">
            <span className={line.staffId === me.staffId ? 'plain-line-name strong' : 'plain-line-name'}>{line.staffName}</span>
            <span className="plain-line-text">{line.villageName}　{tuesdayThemeNames[line.theme]}</span>
            <StateTag tone={line.checkedIn ? 'good' : 'plain'}>{line.checkedIn ? workbenchWords.isCheckedIn : workbenchWords.notCheckedIn}</StateTag>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 今天的会议, by time. */
export function MeetingsToday({ meetings }: { readonly meetings: Today['meetings'] }): ReactNode {
  return (
    <Section title={workbenchWords.meetings} note={workbenchWords.meetingCount(meetings.length)}>
      <ul className="lines">
        {meetings.slice(0, mostEntries).map((meeting) => (
          <li key={meeting.id} className="plain-line">
            <span className="plain-line-date">{meeting.time ?? workbenchWords.noTime}</span>
            <span className="plain-line-text">{meeting.title}　{meeting.place ?? ''}</span>
            <span className="plain-line-number">{meeting.convenerName ?? meeting.moduleName}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
