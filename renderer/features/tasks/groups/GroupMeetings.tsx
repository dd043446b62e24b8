import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { groupMeetingKindNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import './groups.css'
import type { Group, GroupMeeting } from './api-types.ts'
import { MeetingDialog } from './MeetingDialog.tsx'
import { groupSheetWords as words } from './vocabulary.ts'


/** How many meetings stand there before one asks for more. */
const mostAtFirst = 5

/** 例会记录, the newest first; one opens to show what was said. */
export function GroupMeetings({ group, mayRecord }: { readonly group: Group; readonly mayRecord: boolean }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [asked, setAsked] = useState<GroupMeeting | 'new' | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? group.meetings : group.meetings.slice(0, mostAtFirst)

  async function remove({ id, version }: GroupMeeting): Promise<void> {
    try {
      await client.groups.removeMeeting({ id, version })
      notice.done(words.removed)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <Section title={words.meetings} note={words.meetingsNote(group.lastWeekly ?? words.none, group.lastMonthly ?? words.none)} actions={mayRecord ? <Button size="small" onClick={() => setAsked('new')}>{words.addMeeting}</Button> : undefined}>
      {group.meetings.length === 0 ? <p className="ui-title-note">{words.noMeetings}</p> : null}
      <ul className="meetings">
        {rows.map((meeting) => (
          <li key={meeting.id} className="meeting">
            <button type="button" className="meeting-line" aria-expanded={open === meeting.id} onClick={() => setOpen(open === meeting.id ? null : meeting.id)}>
              <span className="meeting-day">{meeting.heldOn}</span>
              <StateTag tone={meeting.kind === 'monthly' ? 'accent' : 'plain'}>{groupMeetingKindNames[meeting.kind]}</StateTag>
              <span className="meeting-record">{meeting.record}</span>
              <span className="ui-title-note">{words.recordedBy(meeting.recordedBy)}</span>
            </button>
            {open === meeting.id ? (
              <div className="meeting-body">
                <dl className="facts">
                  <dt>{words.place}</dt>
                  <dd className="wide">{meeting.place ?? words.none}</dd>
                  <dt>{words.attendees}</dt>
                  <dd className="wide">{meeting.attendees}</dd>
                  <dt>{words.record}</dt>
                  <dd className="wide">{meeting.record}</dd>
                  <dt>{words.decisions}</dt>
                  <dd className="wide">{meeting.decisions ?? words.none}</dd>
                  {meeting.exceptionReason === null ? null : (
                    <>
                      <dt>{words.exception}</dt>
                      <dd className="wide">{meeting.exceptionReason}</dd>
                      <dt>{words.exceptionBy}</dt>
                      <dd className="wide">{meeting.exceptionByName ?? words.none}</dd>
                    </>
                  )}
                </dl>
                <Attachments owner={{ kind: 'group_meeting', id: meeting.id }} mayAdd={mayRecord} />
                {mayRecord ? (
                  <span className="meeting-commands">
                    <Button size="small" onClick={() => setAsked(meeting)}>{words.editMeeting}</Button>
                    <ConfirmButton size="small" danger label={words.removeMeeting} question={words.removeMeetingAsk(groupMeetingKindNames[meeting.kind], meeting.heldOn)} consequence={words.removeMeetingNote} onConfirm={() => remove(meeting)} />
                  </span>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {isWhole || group.meetings.length <= mostAtFirst ? null : <Button type="link" size="small" onClick={() => setWhole(true)}>{words.allMeetings(group.meetings.length)}</Button>}
      {asked === null ? null : <MeetingDialog group={group} meeting={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}
