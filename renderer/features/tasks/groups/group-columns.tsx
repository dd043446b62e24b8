import type { TownshipClient } from '../../../api/connection.ts'
import { groupStateNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { groupStates, type GroupState } from '../../../../shared/domain/tasks/groups/state.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { groupWords as words } from './vocabulary.ts'

export type GroupRow = Awaited<ReturnType<TownshipClient['groups']['list']>>[number]

export function groupToneOf(state: GroupState): Tone {
  return state === 'active' ? 'good' : state === 'proposed' ? 'accent' : state === 'expired' ? 'warn' : 'quiet'
}

/** The members of a day. */
export function membersOn({ members }: Pick<GroupRow, 'members'>, on: string): GroupRow['members'] {
  return members.filter(({ from, to }) => from <= on && (to === null || to >= on))
}

/** From when until when, in words. */
export function datesOf({ from, to, dissolvedOn }: Pick<GroupRow, 'from' | 'to' | 'dissolvedOn'>): string {
  return from === null ? '' : words.upTo(from, dissolvedOn ?? to)
}

/** The columns of the list of groups; `moduleId` marks those that the module takes part in. */
export function groupColumns(on: string, moduleId: string): readonly GridColumn<GroupRow>[] {
  const dueOf = ({ due }: GroupRow) => due.map((kind) => words.dueWords[kind]).join('、')
  return [
    { field: 'name', title: words.columns.name, width: 232, pinned: 'left', text: ({ name }) => name, sortable: true, filter: { kind: 'text' } },
    { field: 'state', title: words.columns.state, width: 104, text: ({ state }) => groupStateNames[state], render: ({ state }) => <StateTag tone={groupToneOf(state)}>{groupStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: groupStates.map((value) => ({ value, label: groupStateNames[value] })) } },
    { field: 'due', title: words.columns.due, width: 176, text: dueOf, render: (row) => (row.due.length === 0 ? null : <StateTag tone="warn">{dueOf(row)}</StateTag>), sortable: true },
    { field: 'leader', title: words.columns.leader, width: 92, text: (row) => membersOn(row, on).filter(({ role }) => role === 'leader').map(({ staffName }) => staffName).join('、'), sortable: true, filter: { kind: 'text' } },
    { field: 'lead', title: words.columns.lead, width: 92, text: ({ leadStaffName }) => leadStaffName ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'members', title: words.columns.members, width: 76, align: 'right', text: (row) => String(membersOn(row, on).length), number: (row) => membersOn(row, on).length, sortable: true },
    { field: 'tasks', title: words.columns.tasks, width: 104, align: 'right', text: ({ openTasks }) => (openTasks === 0 ? '' : String(openTasks)), number: ({ openTasks }) => openTasks, sortable: true },
    { field: 'lastWeekly', title: words.columns.lastWeekly, width: 112, align: 'center', text: ({ lastWeekly }) => lastWeekly ?? '', sortable: true },
    { field: 'lastMonthly', title: words.columns.lastMonthly, width: 112, align: 'center', text: ({ lastMonthly }) => lastMonthly ?? '', sortable: true },
    { field: 'ours', title: words.columns.ours, width: 84, align: 'center', text: ({ moduleIds }) => (moduleIds.includes(moduleId) ? words.ourMark : ''), sortable: true },
    { field: 'dates', title: words.columns.dates, width: 192, text: datesOf, sortable: true },
    { field: 'approvalNo', title: words.columns.approvalNo, width: 152, text: ({ approvalNo }) => approvalNo ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'goal', title: words.columns.goal, width: 280, text: ({ goal }) => goal ?? '', filter: { kind: 'text' } },
  ]
}
