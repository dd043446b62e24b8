import type { z } from 'zod'
import { sentenceOf } from '../../../../shared/contract/errors.ts'
import type { issueRow } from '../../../../shared/contract/villages/issues.ts'
import { nameWithCode } from '../../../../shared/domain/people/people-in-cell.ts'
import { issueSources, issueStates, satisfactions, type IssueState, type Satisfaction } from '../../../../shared/domain/villages/issues/codes.ts'
import { issueEditFault } from '../../../../shared/domain/villages/issues/edit-rights.ts'
import type { IssueField } from '../../../../shared/domain/villages/issues/fields.ts'
import { issueLimits } from '../../../../shared/domain/villages/issues/issue-cell.ts'
import { issueEditFaultReasons, issueFieldNames, issueSourceNames, issueStateNames, satisfactionNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import type { Choice, GridColumn } from '../../../grid/types.ts'
import { LightTag } from '../../../ui/LightTag.tsx'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { lightWords } from '../../../ui/vocabulary.ts'
import type { ShownModule } from '../../../frame/use-modules.ts'
import { issueLightWord } from './issue-light.ts'
import { blankChoice } from './issue-request.ts'
import type { VillageRow } from '../villages/api-types.ts'
import { issueColumnTitles as titles, issueSheetWords } from './vocabulary.ts'

export type IssueRow = z.infer<typeof issueRow>

export interface IssueColumnsInput {
  /** The day that lights are looked at. */
  readonly on: string
  readonly staffId: string | null
  readonly modules: readonly ShownModule[]
  readonly villages: readonly Pick<VillageRow, 'id' | 'name'>[]
}

const none: Choice = { value: blankChoice, label: issueSheetWords.none }
const sourceChoices = issueSources.map((value) => ({ value, label: issueSourceNames[value] }))

/** The colour of a state's tag: what is under way stands out, what is over steps back. */
export function issueToneOf(state: IssueState): Tone {
  if (state === 'closed') return 'good'
  if (state === 'declined') return 'quiet'
  return state === 'recorded' || state === 'handling' ? 'accent' : 'plain'
}

export function satisfactionTone(satisfaction: Satisfaction): Tone {
  return satisfaction === 'satisfied' ? 'good' : satisfaction === 'basically' ? 'plain' : 'bad'
}

/** Why a cell may not be typed over: the rule that the host would refuse it by, as far as the row tells. */
function lockedReason(field: IssueField, row: IssueRow, staffId: string | null): string {
  const who = { isDesk: false, isRecorder: row.enteredBy === staffId, isHandler: row.handlerId === staffId, hasResolved: false, headsModule: false }
  const fault = issueEditFault(field, row.state, who) ?? 'out_of_scope'
  return sentenceOf('not_editable', { field: issueFieldNames[field], reason: issueEditFaultReasons[fault] })
}

/** The columns of the list of 民情事项. */
export function issueColumns({ on, staffId, modules, villages }: IssueColumnsInput): readonly GridColumn<IssueRow>[] {
  const editable = (field: IssueField) => (row: IssueRow) => (row.editable.includes(field) ? true : lockedReason(field, row, staffId))
  const colourOf = new Map(modules.map(({ id, colour }) => [id, colour]))
  const day = (field: 'resolvedOn' | 'closedOn', title: string): GridColumn<IssueRow> => ({ field, title, width: 104, align: 'center', text: (row) => row[field] ?? '', sortable: true, filter: { kind: 'day' } })
  return [
    { field: 'code', title: titles.code, width: 84, pinned: 'left', text: ({ code }) => code, sortable: true, filter: { kind: 'text' } },
    { field: 'title', title: titles.title, width: 248, pinned: 'left', text: ({ title }) => title, sortable: true, filter: { kind: 'text' }, edit: { kind: 'text', read: ({ title }) => title, editable: editable('title'), maxLength: issueLimits.title, required: true } },
    { field: 'light', title: titles.light, width: 112, text: (row) => issueLightWord(row, on), render: (row) => <LightTag light={row.light} word={issueLightWord(row, on)} />, sortable: true, filter: { kind: 'choice', choices: lights.map((value) => ({ value, label: lightWords[value] })) } },
    { field: 'state', title: titles.state, width: 92, text: ({ state }) => issueStateNames[state], render: ({ state }) => <StateTag tone={issueToneOf(state)}>{issueStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: issueStates.map((value) => ({ value, label: issueStateNames[value] })) } },
    { field: 'village', title: titles.village, width: 92, text: ({ villageName }) => villageName, sortable: true, filter: { kind: 'choice', choices: villages.map(({ id, name }) => ({ value: id, label: name })) }, edit: { kind: 'choice', read: ({ villageName }) => villageName, editable: editable('village'), choices: villages.map(({ name }) => ({ value: name, label: name })), required: true } },
    { field: 'source', title: titles.source, width: 92, text: ({ source }) => issueSourceNames[source], sortable: true, filter: { kind: 'choice', choices: sourceChoices }, edit: { kind: 'choice', read: ({ source }) => source, editable: editable('source'), choices: sourceChoices, required: true } },
    {
      field: 'module', title: titles.module, width: 96, text: ({ moduleName }) => moduleName ?? '', render: ({ moduleId, moduleName }) => (moduleName === null ? null : <ModuleMark name={moduleName} colour={colourOf.get(moduleId ?? '') ?? null} />),
      sortable: true, filter: { kind: 'choice', choices: [...modules.map(({ id, name }) => ({ value: id, label: name })), none] },
    },
    { field: 'handler', title: titles.handler, width: 84, text: ({ handlerName }) => handlerName ?? '', sortable: true, filter: { kind: 'text' }, edit: { kind: 'text', read: handlerWritten, editable: editable('handler') } },
    { field: 'due', title: titles.due, width: 104, align: 'center', text: ({ due }) => due ?? '', sortable: true, filter: { kind: 'day' }, edit: { kind: 'day', read: ({ due }) => due, editable: editable('due'), required: true } },
    { field: 'reportedOn', title: titles.reportedOn, width: 104, align: 'center', text: ({ reportedOn }) => reportedOn, sortable: true, filter: { kind: 'day' }, edit: { kind: 'day', read: ({ reportedOn }) => reportedOn, editable: editable('reportedOn'), required: true, max: on } },
    { field: 'reporter', title: titles.reporter, width: 84, text: ({ reporter }) => reporter ?? '', filter: { kind: 'text' }, edit: { kind: 'text', read: ({ reporter }) => reporter, editable: editable('reporter'), maxLength: issueLimits.reporter } },
    { field: 'phone', title: titles.phone, width: 116, text: ({ phone }) => phone ?? '' },
    {
      field: 'satisfaction', title: titles.satisfaction, width: 92, text: ({ satisfaction }) => (satisfaction === null ? '' : satisfactionNames[satisfaction]), render: ({ satisfaction }) => (satisfaction === null ? null : <StateTag tone={satisfactionTone(satisfaction)}>{satisfactionNames[satisfaction]}</StateTag>),
      sortable: true, filter: { kind: 'choice', choices: [...satisfactions.map((value) => ({ value, label: satisfactionNames[value] })), none] },
    },
    { field: 'reworks', title: titles.reworks, width: 84, align: 'right', text: ({ reworks }) => (reworks === 0 ? '' : String(reworks)), number: ({ reworks }) => reworks, sortable: true, filter: { kind: 'number' } },
    { field: 'content', title: titles.content, width: 240, text: ({ content }) => content ?? '', filter: { kind: 'text' }, edit: { kind: 'text', read: ({ content }) => content, editable: editable('content'), maxLength: issueLimits.content, multiline: true } },
    { field: 'result', title: titles.result, width: 240, text: ({ result }) => result ?? '', filter: { kind: 'text' }, grow: true },
    day('resolvedOn', titles.resolvedOn),
    day('closedOn', titles.closedOn),
    { field: 'enteredBy', title: titles.enteredBy, width: 84, text: ({ enteredByName }) => enteredByName ?? '' },
  ]
}

/** With the code, so that an undo means the same person. */
function handlerWritten({ handlerName, handlerCode }: IssueRow): string | null {
  return handlerName === null ? null : nameWithCode({ name: handlerName, code: handlerCode ?? '' })
}
