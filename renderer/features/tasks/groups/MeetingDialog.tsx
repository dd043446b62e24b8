import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { groupMeetingKinds, type GroupMeetingKind } from '../../../../shared/domain/tasks/groups/codes.ts'
import { groupMeetingKindNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { needsException } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { isCalendarDay } from '../../../../shared/lib/calendar-day.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { exceptionFaults, type ExceptionDraft } from '../meetings/tuesday-exception.ts'
import { TuesdayException } from '../meetings/TuesdayException.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { membersOn } from './group-columns.tsx'
import type { Group, GroupMeeting } from './api-types.ts'
import { groupFormWords as words } from './vocabulary.ts'

const ids = { kind: 'meeting-kind', heldOn: 'meeting-day', place: 'meeting-place', attendees: 'meeting-attendees', record: 'meeting-record', decisions: 'meeting-decisions', exceptionReason: 'meeting-reason', exceptionBy: 'meeting-by' } as const

function rowOf(path: string): string {
  return Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
}

/** 记录会议: what kind, when and where, who came, what was said and decided; on a Tuesday also why, and who allowed it. */
export function MeetingDialog({ group, meeting, onClose }: { readonly group: Group; readonly meeting: GroupMeeting | null; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [before] = useState(meeting)
  const [kind, setKind] = useState<GroupMeetingKind>(before?.kind ?? group.due[0] ?? 'weekly')
  const [heldOn, setHeldOn] = useState<string | null>(before?.heldOn ?? today())
  const [place, setPlace] = useState(before?.place ?? '')
  const [attendees, setAttendees] = useState(before?.attendees ?? membersOn(group, today()).map(({ staffName }) => staffName).join('、'))
  const [record, setRecord] = useState(before?.record ?? '')
  const [decisions, setDecisions] = useState(before?.decisions ?? '')
  const [exception, setException] = useState<ExceptionDraft>({ exceptionReason: before?.exceptionReason ?? '', exceptionBy: before?.exceptionBy ?? null })
  const isException = heldOn !== null && isCalendarDay(heldOn) && needsException(heldOn)

  async function submit() {
    const wrongDay = dayFaults(ids.heldOn, words.heldOn, heldOn)
    const text = (id: string, label: string, value: string, most: number) => (value.trim() === '' ? [{ id, sentence: words.required(label) }] : lengthFaults(id, label, value, most))
    const faults = [
      ...wrongDay,
      ...(wrongDay.length === 0 && heldOn !== null && heldOn > today() ? [{ id: ids.heldOn, sentence: words.heldInFuture }] : []),
      ...(isException ? exceptionFaults(ids, exception) : []),
      ...lengthFaults(ids.place, words.place, place, 50),
      ...text(ids.attendees, words.attendees, attendees, 1000),
      ...text(ids.record, words.record, record, 5000),
      ...lengthFaults(ids.decisions, words.decisions, decisions, 5000),
    ]
    if (faults.length > 0 || heldOn === null) return faults
    const input = { kind, heldOn, place: orNull(place), attendees: attendees.trim(), record: record.trim(), decisions: orNull(decisions), exceptionReason: isException ? exception.exceptionReason.trim() : null, exceptionBy: isException ? exception.exceptionBy : null }
    await (before === null ? client.groups.addMeeting({ ...input, groupId: group.id }) : client.groups.editMeeting({ ...input, id: before.id, version: before.version }))
    notice.done(words.meetingSaved)
    return []
  }

  return (
    <FormDialog title={before === null ? words.meetingTitle : words.editMeetingTitle} confirm={words.save} width={640} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.kind} id={ids.kind} required isGroup>{(field) => <Choices field={field} value={kind} onChange={setKind} options={groupMeetingKinds.map((value) => ({ value, label: groupMeetingKindNames[value] }))} />}</FieldRow>
      <FieldRow label={words.heldOn} id={ids.heldOn} required>{(field) => <DayInput {...field} value={heldOn} onChange={setHeldOn} />}</FieldRow>
      {isException ? (
        <TuesdayException
          ids={ids}
          draft={exception}
          chosen={before?.exceptionBy && before.exceptionByName !== null ? { id: before.exceptionBy, name: before.exceptionByName } : null}
          onChange={(_, change) => setException({ ...exception, ...change })}
        />
      ) : null}
      <FieldRow label={words.place} id={ids.place}>{(field) => <Input {...field} value={place} onChange={({ target }) => setPlace(target.value)} />}</FieldRow>
      <FieldRow label={words.attendees} id={ids.attendees} required>{(field) => <Input.TextArea {...field} value={attendees} autoSize={{ minRows: 2, maxRows: 4 }} onChange={({ target }) => setAttendees(target.value)} />}</FieldRow>
      <FieldRow label={words.record} id={ids.record} required>{(field) => <Input.TextArea {...field} value={record} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setRecord(target.value)} />}</FieldRow>
      <FieldRow label={words.decisions} id={ids.decisions}>{(field) => <Input.TextArea {...field} value={decisions} autoSize={{ minRows: 2, maxRows: 6 }} onChange={({ target }) => setDecisions(target.value)} />}</FieldRow>
    </FormDialog>
  )
}

function orNull(text: string): string | null {
  const plain = text.trim()
  return plain === '' ? null : plain
}
