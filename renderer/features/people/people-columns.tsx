import type { z } from 'zod'
import { sentenceOf } from '../../../shared/contract/errors.ts'
import type { personRow } from '../../../shared/contract/people/people.ts'
import { cellFaultReason } from '../../../shared/domain/cells/vocabulary.ts'
import { identities, leaveKinds, sexes, staffStatuses, tracks, type Identity } from '../../../shared/domain/people/codes.ts'
import type { PersonField } from '../../../shared/domain/people/fields.ts'
import { checkPersonCell } from '../../../shared/domain/people/person-cell.ts'
import { identityLabels, identityWords, leaveKindLabels, personFieldNames, sexLabels, statusLabels, trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import type { CellEdit, CellValue, Choice, GridColumn } from '../../grid/types.ts'
import type { ShownModule } from '../../frame/use-modules.ts'
import { blank } from './person-request.ts'
import { columnTitles, peopleWords } from './vocabulary.ts'

export type PersonRow = z.infer<typeof personRow>

function choicesOf<Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>): readonly Choice[] {
  return codes.map((value) => ({ value, label: labels[value] }))
}

/** The words that rosters use for an identity are taken for it too. */
const identityChoices = identities.map((value: Identity) => ({ value, label: identityLabels[value], keys: identityWords[value] }))
const sexChoices = choicesOf(sexes, sexLabels)
const orEmpty: Choice = { value: blank, label: peopleWords.dash }

function editable(field: PersonField) {
  return (row: PersonRow): true | string => (row.editable.includes(field) ? true : peopleWords.notEditable)
}

/** The rule of the field as the host has it, said while one types. */
function check(field: PersonField) {
  return (value: CellValue): string | null => {
    const checked = checkPersonCell(field, value === null ? null : String(value))
    return checked.kind === 'good' ? null : sentenceOf('invalid_input', { field: personFieldNames[field], reason: cellFaultReason(checked.fault) })
  }
}

function textEdit(field: PersonField): CellEdit<PersonRow> {
  return { kind: 'text', read: (row) => row[field], editable: editable(field), check: check(field), ...(field === 'name' ? { required: true } : {}), ...(field === 'remark' ? { multiline: true } : {}) }
}

function choiceEdit(field: PersonField, choices: readonly Choice[]): CellEdit<PersonRow> {
  return { kind: 'choice', read: (row) => row[field], editable: editable(field), choices, required: field !== 'sex' }
}

/** In post, on leave until when, or gone; as of the day the roster shows. */
export function presenceOf(row: Pick<PersonRow, 'leaveKind' | 'leaveTo' | 'leftOn' | 'modules'>, on: string): string {
  if (row.leftOn !== null && row.leftOn <= on) return peopleWords.gone
  if (row.leaveKind !== null) return row.leaveTo === null ? leaveKindLabels[row.leaveKind] : peopleWords.leaveUntil(leaveKindLabels[row.leaveKind], row.leaveTo)
  return row.modules.length === 0 ? peopleWords.unassigned : peopleWords.present
}

/** The columns of the roster; with `modules` also the module of each. */
export function peopleColumns(on: string, modules: readonly ShownModule[] | null): readonly GridColumn<PersonRow>[] {
  const text = (field: PersonField, title: string, width: number, rest: Partial<GridColumn<PersonRow>> = {}): GridColumn<PersonRow> => ({
    field, title, width, text: (row) => row[field] ?? '', filter: { kind: 'text' }, edit: textEdit(field), sortable: true, ...rest,
  })
  const month = { filter: { kind: 'day' }, align: 'center' } as const
  return [
    text('name', columnTitles.name, 92, { pinned: 'left' }),
    { field: 'code', title: columnTitles.code, width: 76, text: ({ code }) => code, sortable: true, filter: { kind: 'text' }, hidden: true },
    { field: 'sex', title: columnTitles.sex, width: 60, align: 'center', text: ({ sex }) => (sex === null ? '' : sexLabels[sex]), sortable: true, filter: { kind: 'choice', choices: [...sexChoices, orEmpty] }, edit: choiceEdit('sex', sexChoices) },
    text('birthMonth', columnTitles.birthMonth, 92, month),
    text('political', columnTitles.political, 100),
    { field: 'identity', title: columnTitles.identity, width: 96, text: ({ identity }) => identityLabels[identity], sortable: true, filter: { kind: 'choice', choices: identityChoices }, edit: choiceEdit('identity', identityChoices) },
    ...(modules === null ? [] : [moduleColumn(modules)]),
    { field: 'post', title: columnTitles.post, width: 128, text: ({ postNames }) => postNames.join('、'), filter: { kind: 'text' } },
    text('rankTitle', columnTitles.rankTitle, 168),
    text('phone', columnTitles.phone, 120, { sortable: false }),
    { field: 'track', title: columnTitles.track, width: 96, text: ({ track }) => trackLabels[track], sortable: true, filter: { kind: 'choice', choices: choicesOf(tracks, trackLabels) }, edit: choiceEdit('track', choicesOf(tracks, trackLabels)) },
    { field: 'leave', title: columnTitles.leave, width: 156, text: (row) => presenceOf(row, on), filter: { kind: 'choice', choices: choicesOf(leaveKinds, leaveKindLabels) } },
    { field: 'status', title: columnTitles.status, width: 84, text: ({ status }) => statusLabels[status], sortable: true, filter: { kind: 'choice', choices: choicesOf(staffStatuses, statusLabels) }, edit: choiceEdit('status', choicesOf(staffStatuses, statusLabels)) },
    text('sendingUnit', columnTitles.sendingUnit, 148),
    text('pool', columnTitles.pool, 96),
    text('workStart', columnTitles.workStart, 92, month),
    { field: 'idNo', title: columnTitles.idNo, width: 168, text: ({ idNoMasked }) => idNoMasked ?? '' },
    { field: 'joinedOn', title: columnTitles.joinedOn, width: 104, align: 'center', text: ({ joinedOn }) => joinedOn ?? '', sortable: true, filter: { kind: 'day' }, hidden: true },
    { field: 'leftOn', title: columnTitles.leftOn, width: 104, align: 'center', text: ({ leftOn }) => leftOn ?? '', filter: { kind: 'day' }, hidden: true },
    text('remark', columnTitles.remark, 220, { sortable: false }),
  ]
}

function moduleColumn(modules: readonly ShownModule[]): GridColumn<PersonRow> {
  return {
    field: 'module',
    title: columnTitles.module,
    width: 96,
    text: (row) => row.modules.map(({ name }) => name).join('、'),
    filter: { kind: 'choice', choices: modules.map(({ id, name }) => ({ value: id, label: name })) },
  }
}
