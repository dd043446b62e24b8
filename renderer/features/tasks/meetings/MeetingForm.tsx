import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { needsException } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { isCalendarDay } from '../../../../shared/lib/calendar-day.ts'
import { useApi } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { FieldRow, type FieldIds } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { DayInput } from '../../../frame/DayInput.tsx'
import { FormSheet } from '../../../frame/FormSheet.tsx'
import { useSubmit } from '../../../frame/use-submit.ts'
import { ModuleSelect } from '../../people/ModuleSelect.tsx'
import { PersonSelect } from '../../people/PersonSelect.tsx'
import type { MeetingRow } from './api-types.ts'
import { draftOf, meetingIds, meetingRowOf, readMeeting, type MeetingDraft } from './meeting-form.ts'
import { TuesdayException } from './TuesdayException.tsx'
import { meetingForm } from './vocabulary.ts'

export interface MeetingFormProps {
  /** The one that is changed; null for a new one. */
  readonly meeting: MeetingRow | null
  readonly moduleId: string | null
  readonly onClose: () => void
}

/** 安排会议, and changing one. On a Tuesday it asks for the reason and who allowed it. */
export function MeetingForm({ meeting, moduleId, onClose }: MeetingFormProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [first] = useState<MeetingDraft>(() => draftOf(meeting, moduleId, today()))
  const [draft, setDraft] = useState(first)
  const isTuesday = draft.date !== null && isCalendarDay(draft.date) && needsException(draft.date)

  const { faults, isSending, send, drop } = useSubmit(async () => {
    const reading = readMeeting(draft)
    if (reading.kind === 'bad') return reading.faults
    if (meeting === null) await client.meetings.add(reading.input)
    else await client.meetings.edit({ ...reading.input, id: meeting.id, version: meeting.version })
    notice.done(meeting === null ? meetingForm.added : meetingForm.saved)
    onClose()
    return []
  }, meetingRowOf)

  const set = (id: string, change: Partial<MeetingDraft>) => {
    drop(id)
    setDraft({ ...draft, ...change })
  }
  const row = (id: string, label: string, input: (ids: FieldIds) => ReactNode, rest: { readonly required?: boolean; readonly help?: ReactNode } = {}) => (
    <FieldRow label={label} id={id} fault={faults.find((fault) => fault.id === id)?.sentence} {...rest}>
      {input}
    </FieldRow>
  )
  const text = (field: 'title' | 'time' | 'place') => (ids: FieldIds) => <Input {...ids} value={draft[field]} onChange={({ target }) => set(meetingIds[field], { [field]: target.value })} />
  const area = (field: 'attendees' | 'minutes', minRows: number) => (ids: FieldIds) => <Input.TextArea {...ids} value={draft[field]} autoSize={{ minRows, maxRows: 12 }} onChange={({ target }) => set(meetingIds[field], { [field]: target.value })} />
  const chosen = meeting?.convenerId && meeting.convenerName !== null ? [{ id: meeting.convenerId, code: meeting.convenerCode ?? '', name: meeting.convenerName }] : []

  return (
    <FormSheet
      title={meeting === null ? meetingForm.addTitle : meetingForm.editTitle}
      width={680}
      faults={faults}
      isSending={isSending}
      isDirty={JSON.stringify(draft) !== JSON.stringify(first)}
      confirm={meetingForm.save}
      onSubmit={() => send()}
      onClose={onClose}
    >
      {row(meetingIds.title, meetingForm.title, text('title'), { required: true })}
      <div className="form-two">
        {row(meetingIds.date, meetingForm.date, (ids) => <DayInput {...ids} value={draft.date} onChange={(date) => set(meetingIds.date, { date })} allowClear={false} />, { required: true })}
        {row(meetingIds.time, meetingForm.time, text('time'), { help: meetingForm.timeHelp })}
        {row(meetingIds.place, meetingForm.place, text('place'))}
        {row(meetingIds.moduleId, meetingForm.module, (ids) => <ModuleSelect {...ids} label={meetingForm.module} value={draft.module} onChange={(module) => set(meetingIds.moduleId, { module })} />, { required: true })}
        {row(meetingIds.convenerId, meetingForm.convener, (ids) => <PersonSelect {...ids} label={meetingForm.convener} among="leads" value={draft.convener} onChange={(convener) => set(meetingIds.convenerId, { convener })} allowClear chosen={chosen} />)}
      </div>
      {isTuesday ? (
        <TuesdayException
          ids={meetingIds}
          draft={draft}
          chosen={meeting?.exceptionBy && meeting.exceptionByName !== null ? { id: meeting.exceptionBy, name: meeting.exceptionByName } : null}
          faultOf={(id) => faults.find((fault) => fault.id === id)?.sentence}
          onChange={set}
        />
      ) : null}
      {row(meetingIds.attendees, meetingForm.attendees, area('attendees', 2))}
      {row(meetingIds.minutes, meetingForm.minutes, area('minutes', 4), { help: meetingForm.minutesHelp })}
    </FormSheet>
  )
}
