import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import '../../people/people.css'
import { DocumentButton } from '../../papers/DocumentButton.tsx'
import type { MeetingRow } from './api-types.ts'
import './meetings.css'
import { dayWithWeekday, standingOf } from './meeting-columns.tsx'
import { MeetingForm } from './MeetingForm.tsx'
import { meetingColumns, meetingForm, meetingWords } from './vocabulary.ts'

export interface MeetingSheetProps {
  readonly meeting: MeetingRow
  readonly onClose: () => void
}

/** One meeting: when, where, who, what was decided; to be changed or cancelled. */
export function MeetingSheet({ meeting, onClose }: MeetingSheetProps): ReactNode {
  const { client } = useApi()
  const [asking, setAsking] = useState<'nothing' | 'edit' | 'cancel'>('nothing')
  useReturnFocus()
  const hasMinutes = meeting.minutes !== null && meeting.minutes.trim() !== ''
  const standing = standingOf(meeting, today())
  if (asking === 'edit') return <MeetingForm meeting={meeting} moduleId={null} onClose={onClose} />
  return (
    <SideSheet
      open
      title={meeting.title}
      extra={<StateTag tone={standing.tone}>{standing.word}</StateTag>}
      onClose={onClose}
      footer={
        meeting.editable || hasMinutes ? (
          <>
            {meeting.editable ? <span className="foot-left"><Button danger onClick={() => setAsking('cancel')}>{meetingForm.cancel}</Button></span> : null}
            {hasMinutes ? <DocumentButton label={meetingForm.minutesDocument} make={(documents) => documents.documents.minutes({ id: meeting.id })} /> : null}
            {meeting.editable ? <Button type="primary" onClick={() => setAsking('edit')}>{meetingForm.edit}</Button> : null}
          </>
        ) : undefined
      }
    >
      <div className="record">
        <Section title={meetingForm.facts}><Facts meeting={meeting} /></Section>
        <Section title={meetingColumns.minutes}><p className="meeting-minutes">{meeting.minutes ?? meetingWords.dash}</p></Section>
        <Attachments owner={{ kind: 'meeting', id: meeting.id }} mayAdd={meeting.editable} />
      </div>
      {asking === 'cancel' ? (
        <ReasonDialog
          title={meetingForm.cancelTitle(meeting.title)}
          confirm={meetingForm.cancel}
          danger
          label={meetingForm.cancelReason}
          help={meetingForm.cancelHelp}
          onClose={() => setAsking('nothing')}
          onReason={async (reason) => {
            await client.meetings.cancel({ id: meeting.id, reason, version: meeting.version })
            onClose()
            return meetingForm.cancelDone
          }}
        />
      ) : null}
    </SideSheet>
  )
}

function Facts({ meeting }: { readonly meeting: MeetingRow }): ReactNode {
  const facts: readonly (readonly [string, string | null])[] = [
    [meetingColumns.date, dayWithWeekday(meeting.date)],
    [meetingColumns.time, meeting.time],
    [meetingColumns.place, meeting.place],
    [meetingColumns.module, meeting.moduleName],
    [meetingColumns.convener, meeting.convenerName],
    ...(meeting.exceptionReason === null ? [] : [[meetingColumns.exception, meeting.exceptionReason] as const, [meetingColumns.exceptionBy, meeting.exceptionByName] as const]),
    ...(meeting.cancelledReason === null ? [] : [[meetingColumns.cancelled, meeting.cancelledReason] as const]),
  ]
  return (
    <dl className="facts">
      {facts.map(([title, text]) => [<dt key={title}>{title}</dt>, <dd key={`${title}=`}>{text ?? meetingWords.dash}</dd>])}
      <dt>{meetingColumns.attendees}</dt>
      <dd className="wide">{meeting.attendees ?? meetingWords.dash}</dd>
    </dl>
  )
}
