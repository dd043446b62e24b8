import { sentenceOf } from '../../../../shared/contract/errors.ts'
import { nameWithCode } from '../../../../shared/domain/people/people-in-cell.ts'
import { taskForms, taskStates, type TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { taskQualities, type PartyRole } from '../../../../shared/domain/plans/task-codes.ts'
import { editFault } from '../../../../shared/domain/tasks/tasks/edit-rights.ts'
import type { TaskField } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { taskLimits } from '../../../../shared/domain/tasks/tasks/task-cell.ts'
import { editFaultReasons, taskFieldNames, taskFormNames, taskQualityNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { CellEdit, Choice, GridColumn } from '../../../grid/types.ts'
import { LightTag } from '../../../ui/LightTag.tsx'
import { ModuleMark } from '../../../ui/ModuleMark.tsx'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { lightWords } from '../../../ui/vocabulary.ts'
import type { ShownModule } from '../../../frame/use-modules.ts'
import { pinyinKeys, type PersonOption } from '../../people/person-option.ts'
import { lightWord } from './light-word.ts'
import { blank } from './task-request.ts'
import { columnTitles, sheetWords } from './vocabulary.ts'
import type { TaskRow } from './api-types.ts'


export interface TaskColumnsInput {
  /** The day that lights are looked at. */
  readonly on: string
  readonly staffId: string | null
  readonly modules: readonly ShownModule[]
  readonly leads: readonly PersonOption[]
  /** Whether the module stands in a column of its own. */
  readonly hasModule: boolean
}

const weightsOf = { min: 1, max: 3 } as const
const none: Choice = { value: blank, label: sheetWords.none }
const formChoices = taskForms.map((value) => ({ value, label: taskFormNames[value] }))

/** The colour of a state's tag: what is under way stands out, what is over steps back. */
export function toneOf(state: TaskState): Tone {
  if (state === 'completed' || state === 'closed') return 'good'
  if (state === 'suspended') return 'warn'
  return state === 'draft' || state === 'revoked' ? 'quiet' : state === 'active' || state === 'issued' ? 'accent' : 'plain'
}

/** The names of the parties of a role, in official order. */
export function namesOf({ parties }: Pick<TaskRow, 'parties'>, role: PartyRole): string {
  return parties.filter((party) => party.role === role).map(({ staffName }) => staffName).join('、')
}

/** People as a cell is typed: each with the code, so that an undo means the same people. */
function writtenOf({ parties }: Pick<TaskRow, 'parties'>, role: PartyRole): string | null {
  const written = parties.filter((party) => party.role === role).map(({ staffName, staffCode }) => nameWithCode({ name: staffName, code: staffCode }))
  return written.length === 0 ? null : written.join('、')
}

/** Why a cell may not be typed over: the rule that the host would refuse it by, as far as the row tells. */
export function lockedReason(field: TaskField, row: Pick<TaskRow, 'state' | 'parties'>, staffId: string | null): string {
  const isDoer = row.parties.some((party) => party.staffId === staffId)
  const fault = editFault(field, row.state, { mayDraft: true, maySupervise: false, isDrafter: false, isDoer }) ?? 'out_of_scope'
  return sentenceOf('not_editable', { field: taskFieldNames[field], reason: editFaultReasons[fault] })
}

/** The columns of the ledger. */
export function taskColumns({ on, staffId, modules, leads, hasModule }: TaskColumnsInput): readonly GridColumn<TaskRow>[] {
  const editable = (field: TaskField) => (row: TaskRow) => (row.editable.includes(field) ? true : lockedReason(field, row, staffId))
  const people = (field: 'hosts' | 'cohosts', role: PartyRole, title: string): GridColumn<TaskRow> => ({
    field, title, width: 112, text: (row) => namesOf(row, role), filter: { kind: 'text' },
    edit: { kind: 'text', read: (row) => writtenOf(row, role), editable: editable(field), required: role === 'host' },
  })
  const day = (field: 'issuedOn' | 'completedOn', title: string): GridColumn<TaskRow> => ({ field, title, width: 104, align: 'center', text: (row) => row[field] ?? '', sortable: true, filter: { kind: 'day' } })
  const leadEdit: CellEdit<TaskRow> = { kind: 'choice', read: leadWritten, editable: editable('lead'), choices: leads.map((lead) => ({ value: written(lead), label: lead.name, keys: [lead.code, ...pinyinKeys(lead.key)] })) }

  return [
    { field: 'docNo', title: columnTitles.docNo, width: 172, pinned: 'left', text: ({ docNo }) => docNo ?? '', sortable: true, filter: { kind: 'text' }, edit: { kind: 'text', read: ({ docNo }) => docNo, editable: editable('docNo'), maxLength: taskLimits.docNo } },
    { field: 'title', title: columnTitles.title, width: 272, pinned: 'left', text: ({ title }) => title, sortable: true, filter: { kind: 'text' }, edit: { kind: 'text', read: ({ title }) => title, editable: editable('title'), maxLength: taskLimits.title, required: true } },
    ...(hasModule ? [moduleColumn(modules, editable('module'))] : []),
    { field: 'light', title: columnTitles.light, width: 116, text: (row) => lightWord(row, on), render: (row) => <LightTag light={row.light} word={lightWord(row, on)} />, sortable: true, filter: { kind: 'choice', choices: lights.map((value) => ({ value, label: lightWords[value] })) } },
    { field: 'state', title: columnTitles.state, width: 92, text: ({ state }) => taskStateNames[state], render: ({ state }) => <StateTag tone={toneOf(state)}>{taskStateNames[state]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: taskStates.map((value) => ({ value, label: taskStateNames[value] })) } },
    { field: 'due', title: columnTitles.due, width: 104, align: 'center', text: ({ due }) => due, sortable: true, filter: { kind: 'day' }, edit: { kind: 'day', read: ({ due }) => due, editable: editable('due'), required: true } },
    people('hosts', 'host', columnTitles.hosts),
    people('cohosts', 'cohost', columnTitles.cohosts),
    { field: 'lead', title: columnTitles.lead, width: 92, text: ({ leadStaffName }) => leadStaffName ?? '', sortable: true, filter: { kind: 'choice', choices: [...leads.map(({ id, name }) => ({ value: id, label: name })), none] }, edit: leadEdit },
    { field: 'progress', title: columnTitles.progress, width: 76, align: 'right', text: ({ progress }) => sheetWords.percent(progress), number: ({ progress }) => progress, sortable: true, filter: { kind: 'number' } },
    { field: 'form', title: columnTitles.form, width: 84, text: ({ form }) => taskFormNames[form], sortable: true, filter: { kind: 'choice', choices: formChoices }, edit: { kind: 'choice', read: ({ form }) => form, editable: editable('form'), choices: formChoices, required: true } },
    { field: 'source', title: columnTitles.source, width: 132, text: ({ source }) => source ?? '', sortable: true, filter: { kind: 'text' }, edit: { kind: 'text', read: ({ source }) => source, editable: editable('source'), maxLength: taskLimits.source } },
    { field: 'weight', title: columnTitles.weight, width: 68, align: 'right', text: ({ weight }) => String(weight), number: ({ weight }) => weight, sortable: true, filter: { kind: 'number' }, edit: { kind: 'number', read: ({ weight }) => weight, editable: editable('weight'), required: true, ...weightsOf } },
    day('issuedOn', columnTitles.issuedOn),
    { field: 'reworks', title: columnTitles.reworks, width: 92, align: 'right', text: ({ reworks }) => (reworks === 0 ? '' : String(reworks)), number: ({ reworks }) => reworks, sortable: true, filter: { kind: 'number' } },
    { field: 'quality', title: columnTitles.quality, width: 68, align: 'center', text: ({ quality }) => (quality === null ? '' : taskQualityNames[quality]), sortable: true, filter: { kind: 'choice', choices: [...taskQualities.map((value) => ({ value, label: taskQualityNames[value] })), none] } },
    day('completedOn', columnTitles.completedOn),
    { field: 'code', title: columnTitles.code, width: 84, text: ({ code }) => code, sortable: true, filter: { kind: 'text' }, hidden: true },
  ]
}

function moduleColumn(modules: readonly ShownModule[], editable: (row: TaskRow) => true | string): GridColumn<TaskRow> {
  const colourOf = new Map(modules.map(({ id, colour }) => [id, colour]))
  return {
    field: 'module',
    title: columnTitles.module,
    width: 96,
    text: ({ moduleName }) => moduleName,
    render: ({ moduleId, moduleName }) => <ModuleMark name={moduleName} colour={colourOf.get(moduleId) ?? null} />,
    sortable: true,
    filter: { kind: 'choice', choices: modules.map(({ id, name }) => ({ value: id, label: name })) },
    edit: { kind: 'choice', read: ({ moduleCode }) => moduleCode, editable, choices: modules.map(({ code, name, alias }) => ({ value: code, label: name, keys: alias === null ? [] : [alias] })), required: true },
  }
}

/** A lead outside the caller's view is known by name alone. */
function written({ name, code }: Pick<PersonOption, 'name' | 'code'>): string {
  return code === '' ? name : nameWithCode({ name, code })
}

function leadWritten({ leadStaffName, leadStaffCode }: TaskRow): string | null {
  return leadStaffName === null ? null : written({ name: leadStaffName, code: leadStaffCode ?? '' })
}
