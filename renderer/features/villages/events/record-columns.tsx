import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { eventStates, type EventState } from '../../../../shared/domain/villages/villages/codes.ts'
import { eventStateNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import type { RecordRow } from './api-types.ts'
import { recordColumns } from './vocabulary.ts'

const tones: Readonly<Record<EventState, Tone>> = { entered: 'accent', verified: 'good', rejected: 'bad' }

/** A state in words, in its colour. */
export function RecordState({ state }: Pick<RecordRow, 'state'>) {
  return <StateTag tone={tones[state]}>{eventStateNames[state]}</StateTag>
}

/** The columns of 服务记录; `kinds` are those of the plan. */
export function recordGridColumns(kinds: readonly string[], villages: readonly { readonly id: string; readonly name: string }[]): readonly GridColumn<RecordRow>[] {
  return [
    { field: 'date', title: recordColumns.date, width: 108, pinned: 'left', align: 'center', text: ({ date }) => date, sortable: true, filter: { kind: 'day' } },
    { field: 'staff', title: recordColumns.staff, width: 88, pinned: 'left', text: ({ staffName }) => staffName, sortable: true, filter: { kind: 'text' } },
    { field: 'village', title: recordColumns.village, width: 112, text: ({ villageName }) => villageName, sortable: true, filter: { kind: 'choice', choices: villages.map(({ id, name }) => ({ value: id, label: name })) } },
    { field: 'kind', title: recordColumns.kind, width: 96, text: ({ kind }) => planWord('service', kind), sortable: true, filter: { kind: 'choice', choices: kinds.map((value) => ({ value, label: planWord('service', value) })) } },
    { field: 'household', title: recordColumns.household, width: 108, text: ({ household }) => household ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'quantity', title: recordColumns.quantity, width: 64, align: 'right', text: ({ quantity }) => quantity, number: ({ quantity }) => Number(quantity) },
    { field: 'state', title: recordColumns.state, width: 92, text: ({ state }) => eventStateNames[state], render: (row) => <RecordState state={row.state} />, sortable: true, filter: { kind: 'choice', choices: eventStates.map((value) => ({ value, label: eventStateNames[value] })) } },
    { field: 'note', title: recordColumns.note, width: 220, grow: true, text: ({ note }) => note ?? '', filter: { kind: 'text' } },
    { field: 'rejectReason', title: recordColumns.rejectReason, width: 180, text: ({ rejectReason }) => rejectReason ?? '' },
    { field: 'verifier', title: recordColumns.verifier, width: 88, text: ({ verifierName }) => verifierName ?? '' },
  ]
}
