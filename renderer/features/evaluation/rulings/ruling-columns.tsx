import { appealMatterNames, appealStateNames, rulingKindNames, rulingStateNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { appealStates, rulingKinds, rulingStates, type AppealState, type RulingState } from '../../../../shared/domain/evaluation/rulings/rulings.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import type { AppealRow, RulingRow } from './api-types.ts'
import { appealWords, rulingWords as words } from './vocabulary.ts'

export const rulingTones: Readonly<Record<RulingState, Tone>> = { proposed: 'accent', approved: 'good', refused: 'bad', withdrawn: 'quiet' }
export const appealTones: Readonly<Record<AppealState, Tone>> = { filed: 'accent', granted: 'good', dismissed: 'plain', withdrawn: 'quiet' }

const kinds = rulingKinds.map((value) => ({ value, label: rulingKindNames[value] }))
const states = rulingStates.map((value) => ({ value, label: rulingStateNames[value] }))

export const rulingColumns: readonly GridColumn<RulingRow>[] = [
  { field: 'code', title: words.code, width: 88, pinned: 'left', text: ({ code }) => code, sortable: true },
  { field: 'kind', title: words.kind, width: 96, text: ({ kind }) => rulingKindNames[kind], sortable: true, filter: { kind: 'choice', choices: kinds } },
  { field: 'state', title: words.state, width: 96, text: ({ state }) => rulingStateNames[state], render: ({ state }) => <StateTag tone={rulingTones[state]}>{rulingStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: states } },
  { field: 'who', title: words.who, width: 88, text: ({ staffName }) => staffName ?? words.none, sortable: true },
  { field: 'what', title: words.what, width: 320, grow: true, text: ({ what }) => what },
  { field: 'reason', title: words.reason, width: 220, text: ({ reason }) => reason },
  { field: 'body', title: words.body, width: 140, text: ({ rulingBody }) => rulingBody, sortable: true },
  { field: 'docNo', title: words.docNo, width: 150, text: ({ docNo }) => docNo ?? '' },
  { field: 'proposedOn', title: words.proposedOn, width: 108, text: ({ proposedOn }) => proposedOn, sortable: true, filter: { kind: 'day' } },
  { field: 'proposedBy', title: words.proposedBy, width: 88, text: ({ proposedBy }) => proposedBy, hidden: true },
  { field: 'decidedOn', title: words.decidedOn, width: 108, text: ({ decidedOn }) => decidedOn ?? '', sortable: true, filter: { kind: 'day' } },
  { field: 'decidedBy', title: words.decidedBy, width: 88, text: ({ decidedBy }) => decidedBy ?? '', hidden: true },
]

export const appealColumns: readonly GridColumn<AppealRow>[] = [
  { field: 'code', title: appealWords.code, width: 88, pinned: 'left', text: ({ code }) => code, sortable: true },
  { field: 'who', title: appealWords.who, width: 88, text: ({ staffName }) => staffName, sortable: true },
  { field: 'matter', title: appealWords.matter, width: 108, text: ({ matter }) => appealMatterNames[matter], sortable: true },
  { field: 'state', title: appealWords.state, width: 96, text: ({ state }) => appealStateNames[state], render: ({ state }) => <StateTag tone={appealTones[state]}>{appealStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: appealStates.map((value) => ({ value, label: appealStateNames[value] })) } },
  { field: 'text', title: appealWords.text, width: 320, grow: true, text: ({ text }) => text },
  { field: 'filedOn', title: appealWords.filedOn, width: 108, text: ({ filedOn }) => filedOn, sortable: true, filter: { kind: 'day' } },
  { field: 'due', title: appealWords.due, width: 200, text: ({ answerDue, isLate }) => (isLate ? `${answerDue} ${appealWords.late}` : answerDue), render: ({ answerDue, isLate }) => (isLate ? <>{answerDue} <StateTag tone="bad">{appealWords.late}</StateTag></> : answerDue), sortable: true },
  { field: 'ruling', title: appealWords.ruling, width: 88, text: ({ rulingCode }) => rulingCode ?? '' },
  { field: 'answer', title: appealWords.answer, width: 240, text: ({ answer }) => answer ?? '' },
]
