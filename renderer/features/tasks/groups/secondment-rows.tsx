import { secondmentDirections } from '../../../../shared/domain/tasks/groups/codes.ts'
import { secondmentDirectionNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { secondmentWords as words } from './vocabulary.ts'

export type Secondment = Awaited<ReturnType<TownshipClient['secondments']['list']>>[number]

/** Where a 抽调 stands on a day. */
export function standingOf({ from, to }: Pick<Secondment, 'from' | 'to'>, on: string): { readonly word: string; readonly tone: Tone } {
  if (from > on) return { word: words.ahead, tone: 'plain' }
  return to !== null && to < on ? { word: words.over, tone: 'quiet' } : { word: words.present, tone: 'accent' }
}

export function secondmentColumns(on: string): readonly GridColumn<Secondment>[] {
  return [
    { field: 'name', title: words.columns.name, width: 104, pinned: 'left', text: ({ staffName }) => staffName, sortable: true, filter: { kind: 'text' } },
    { field: 'direction', title: words.columns.direction, width: 84, text: ({ direction }) => secondmentDirectionNames[direction], sortable: true, filter: { kind: 'choice', choices: secondmentDirections.map((value) => ({ value, label: secondmentDirectionNames[value] })) } },
    { field: 'state', title: words.columns.state, width: 92, text: (row) => standingOf(row, on).word, render: (row) => <StateTag tone={standingOf(row, on).tone}>{standingOf(row, on).word}</StateTag>, sortable: true },
    { field: 'unit', title: words.columns.unit, width: 232, text: ({ unit }) => unit, sortable: true, filter: { kind: 'text' } },
    { field: 'from', title: words.columns.from, width: 104, align: 'center', text: ({ from }) => from, sortable: true, filter: { kind: 'day' } },
    { field: 'to', title: words.columns.to, width: 104, align: 'center', text: ({ to }) => to ?? words.open, sortable: true },
    { field: 'group', title: words.columns.group, width: 200, text: ({ groupName }) => groupName ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'docNo', title: words.columns.docNo, width: 168, text: ({ docNo }) => docNo ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'reason', title: words.columns.reason, width: 240, text: ({ reason }) => reason ?? '' },
  ]
}
