import { isTuesday } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import type { ShownModule } from '../../../frame/use-modules.ts'
import type { MeetingRow } from './api-types.ts'
import { meetingColumns, meetingWords } from './vocabulary.ts'

/** The day with its weekday: 2026-06-02 周二 */
export function dayWithWeekday(day: string): string {
  const name = meetingWords.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return `${day} ${meetingWords.weekday(name)}`
}

/** Where a meeting stands on a day, in a word and its colour. */
export function standingOf({ cancelledReason, date }: Pick<MeetingRow, 'cancelledReason' | 'date'>, today: string): { readonly word: string; readonly tone: Tone } {
  if (cancelledReason !== null) return { word: meetingWords.cancelled, tone: 'quiet' }
  if (isTuesday(date)) return { word: meetingWords.exception, tone: 'warn' }
  return date < today ? { word: meetingWords.over, tone: 'plain' } : { word: meetingWords.coming, tone: 'accent' }
}

/** The columns of 会议安排. */
export function meetingGridColumns(modules: readonly ShownModule[], today: string): readonly GridColumn<MeetingRow>[] {
  return [
    { field: 'date', title: meetingColumns.date, width: 140, pinned: 'left', text: ({ date }) => dayWithWeekday(date), sortable: true, filter: { kind: 'day' } },
    { field: 'time', title: meetingColumns.time, width: 68, align: 'center', text: ({ time }) => time ?? '' },
    { field: 'title', title: meetingColumns.title, width: 260, text: ({ title }) => title, sortable: true, filter: { kind: 'text' }, grow: true },
    { field: 'place', title: meetingColumns.place, width: 136, text: ({ place }) => place ?? '', sortable: true, filter: { kind: 'text' } },
    {
      field: 'module', title: meetingColumns.module, width: 108, text: ({ moduleName }) => moduleName, sortable: true,
      render: ({ moduleId, moduleName }) => <ModuleMark name={moduleName} colour={modules.find(({ id }) => id === moduleId)?.colour ?? null} />,
      filter: { kind: 'choice', choices: modules.map(({ id, name }) => ({ value: id, label: name })) },
    },
    { field: 'convener', title: meetingColumns.convener, width: 88, text: ({ convenerName }) => convenerName ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'attendees', title: meetingColumns.attendees, width: 200, text: ({ attendees }) => attendees ?? '', filter: { kind: 'text' } },
    { field: 'state', title: meetingColumns.state, width: 96, text: (row) => standingOf(row, today).word, render: (row) => <StateTag tone={standingOf(row, today).tone}>{standingOf(row, today).word}</StateTag> },
    { field: 'exception', title: meetingColumns.exception, width: 160, text: ({ exceptionReason }) => exceptionReason ?? '', hidden: true },
    { field: 'exceptionBy', title: meetingColumns.exceptionBy, width: 96, text: ({ exceptionByName }) => exceptionByName ?? '', hidden: true },
    { field: 'minutes', title: meetingColumns.minutes, width: 160, text: ({ minutes }) => minutes ?? '' },
    { field: 'cancelled', title: meetingColumns.cancelled, width: 136, text: ({ cancelledReason }) => cancelledReason ?? '', hidden: true },
  ]
}
