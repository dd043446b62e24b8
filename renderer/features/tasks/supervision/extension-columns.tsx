import { extensionStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { extensionStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { chinaTime } from '../../../frame/china-time.ts'
import type { ExtensionRow } from '../orders/api-types.ts'
import { extensionTones, extensionWords as words, words as common } from '../orders/vocabulary.ts'

/** 延期, each with the task it is asked for. */
export const extensionColumns: readonly GridColumn<ExtensionRow>[] = [
  { field: 'state', title: words.state, width: 90, text: ({ state }) => extensionStateNames[state], render: ({ state }) => <StateTag tone={extensionTones[state]}>{extensionStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: extensionStates.map((value) => ({ value, label: extensionStateNames[value] })) } },
  { field: 'title', title: words.title, width: 280, grow: true, text: ({ title }) => title, sortable: true, filter: { kind: 'text' } },
  { field: 'module', title: words.module, width: 110, text: ({ moduleName }) => moduleName, sortable: true, filter: { kind: 'text' } },
  { field: 'hosts', title: words.hosts, width: 110, text: ({ hosts }) => hosts.join(common.join), sortable: true, filter: { kind: 'text' } },
  { field: 'fromDue', title: words.fromDue, width: 108, text: ({ fromDue }) => fromDue, sortable: true, filter: { kind: 'day' } },
  { field: 'toDue', title: words.toDue, width: 108, text: ({ toDue }) => toDue, sortable: true, filter: { kind: 'day' } },
  { field: 'granted', title: words.granted, width: 100, align: 'right', text: ({ granted }) => words.times(granted), number: ({ granted }) => granted, sortable: true, filter: { kind: 'number' } },
  { field: 'reason', title: words.reason, width: 180, text: ({ reason }) => reason, filter: { kind: 'text' } },
  { field: 'askedBy', title: words.askedBy, width: 80, text: ({ askedBy }) => askedBy, filter: { kind: 'text' } },
  { field: 'askedAt', title: words.askedAt, width: 130, text: ({ askedAt }) => chinaTime(askedAt), sortable: true },
  { field: 'decidedBy', title: words.decidedBy, width: 80, text: ({ decidedBy }) => decidedBy ?? '', filter: { kind: 'text' } },
  { field: 'answer', title: words.answer, width: 160, text: ({ answer }) => answer ?? '', filter: { kind: 'text' } },
]
