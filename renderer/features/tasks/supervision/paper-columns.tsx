import { supervisionLevels, supervisionStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { supervisionLevelNames, supervisionStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { ProposalRow, SupervisionRow } from '../orders/api-types.ts'
import { Level } from '../orders/TaskSupervisions.tsx'
import { paperWords as words, supervisionTones, words as common } from '../orders/vocabulary.ts'

const levels = supervisionLevels.map((value) => ({ value, label: supervisionLevelNames[value] }))
const states = supervisionStates.map((value) => ({ value, label: supervisionStateNames[value] }))

type About = Pick<ProposalRow, 'title' | 'moduleName' | 'hosts' | 'due' | 'taskDocNo' | 'taskCode'>

function aboutColumns<Row extends About>(): readonly GridColumn<Row>[] {
  return [
    { field: 'title', title: words.title, width: 300, grow: true, text: ({ title }) => title, sortable: true, filter: { kind: 'text' } },
    { field: 'module', title: words.module, width: 110, text: ({ moduleName }) => moduleName, sortable: true, filter: { kind: 'text' } },
    { field: 'hosts', title: words.hosts, width: 110, text: ({ hosts }) => hosts.join(common.join), sortable: true, filter: { kind: 'text' } },
    { field: 'due', title: words.due, width: 110, text: ({ due }) => due, sortable: true, filter: { kind: 'day' } },
  ]
}

/** Tasks whose light proposes a 督办单. */
export const proposalColumns: readonly GridColumn<ProposalRow>[] = [
  { field: 'level', title: words.level, width: 100, text: ({ level }) => supervisionLevelNames[level], render: ({ level }) => <Level level={level} />, sortable: true, filter: { kind: 'choice', choices: levels } },
  { field: 'daysOverdue', title: words.daysOverdue, width: 96, align: 'right', text: ({ daysOverdue }) => words.days(daysOverdue), number: ({ daysOverdue }) => daysOverdue, sortable: true, filter: { kind: 'number' } },
  { field: 'docNo', title: words.docNo, width: 180, text: ({ taskDocNo, taskCode }) => taskDocNo ?? taskCode, sortable: true, filter: { kind: 'text' } },
  ...aboutColumns<ProposalRow>(),
]

/** 督办单 that have been issued. */
export const paperColumns: readonly GridColumn<SupervisionRow>[] = [
  { field: 'docNo', title: words.docNo, width: 170, pinned: 'left', text: ({ docNo, code }) => docNo ?? code, sortable: true, filter: { kind: 'text' } },
  { field: 'level', title: words.level, width: 100, text: ({ level }) => supervisionLevelNames[level], render: ({ level }) => <Level level={level} />, sortable: true, filter: { kind: 'choice', choices: levels } },
  { field: 'state', title: words.state, width: 90, text: ({ state }) => supervisionStateNames[state], render: ({ state }) => <StateTag tone={supervisionTones[state]}>{supervisionStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: states } },
  ...aboutColumns<SupervisionRow>(),
  { field: 'issuedOn', title: words.issuedOn, width: 110, text: ({ issuedOn }) => issuedOn, sortable: true, filter: { kind: 'day' } },
  { field: 'replyDue', title: words.replyDue, width: 190, text: ({ replyDue, overdue }) => (overdue ? `${replyDue} ${words.lateReply}` : replyDue), sortable: true, filter: { kind: 'day' } },
  { field: 'reply', title: words.reply, width: 220, text: ({ reply }) => reply ?? '', filter: { kind: 'text', blank: true } },
  { field: 'issuedBy', title: words.issuedBy, width: 90, text: ({ issuedBy }) => issuedBy, filter: { kind: 'text' } },
]
