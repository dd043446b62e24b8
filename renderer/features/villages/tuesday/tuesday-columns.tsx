import { tuesdayThemes } from '../../../../shared/domain/villages/villages/codes.ts'
import { tuesdayContentLimit } from '../../../../shared/domain/villages/tuesday/tuesday-cell.ts'
import { tuesdayThemeNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import type { Choice, GridColumn } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { chinaTime } from '../../../frame/china-time.ts'
import type { PlanLine, ProposedLine } from './api-types.ts'
import { tuesdayColumns, tuesdayWords } from './vocabulary.ts'

export interface VillageChoice {
  readonly name: string
  readonly keys: readonly string[]
}

const themeChoices: readonly Choice[] = tuesdayThemes.map((value) => ({ value, label: tuesdayThemeNames[value] }))

function villageChoices(villages: readonly VillageChoice[]): readonly Choice[] {
  return villages.map(({ name, keys }) => ({ value: name, label: name, keys }))
}

function stateText({ checkedInAt, date }: PlanLine, today: string): string {
  if (checkedInAt !== null) return tuesdayWords.checkedIn(chinaTime(checkedInAt).slice(5))
  return date > today ? tuesdayWords.coming : tuesdayWords.notCheckedIn
}

/** The columns of who goes where on a Tuesday. */
export function planColumns(villages: readonly VillageChoice[], today: string): readonly GridColumn<PlanLine>[] {
  const editable = (row: PlanLine) => (row.allowed.includes('edit') ? true : row.checkedInAt === null ? tuesdayWords.notYours : tuesdayWords.locked)
  return [
    { field: 'village', title: tuesdayColumns.village, width: 128, pinned: 'left', text: ({ villageName }) => villageName, sortable: true, filter: { kind: 'text' }, edit: { kind: 'choice', read: ({ villageName }) => villageName, choices: villageChoices(villages), editable, required: true } },
    { field: 'staff', title: tuesdayColumns.staff, width: 96, pinned: 'left', text: ({ staffName }) => staffName, sortable: true, filter: { kind: 'text' } },
    { field: 'theme', title: tuesdayColumns.theme, width: 164, text: ({ theme }) => tuesdayThemeNames[theme], sortable: true, filter: { kind: 'choice', choices: themeChoices }, edit: { kind: 'choice', read: ({ theme }) => theme, choices: themeChoices, editable, required: true } },
    { field: 'content', title: tuesdayColumns.content, width: 260, grow: true, text: ({ content }) => content ?? '', filter: { kind: 'text' }, edit: { kind: 'text', read: ({ content }) => content, editable, maxLength: tuesdayContentLimit } },
    {
      field: 'state', title: tuesdayColumns.state, width: 148, text: (row) => stateText(row, today), sortable: true,
      render: (row) => <StateTag tone={row.checkedInAt !== null ? 'good' : row.date > today ? 'plain' : 'warn'}>{stateText(row, today)}</StateTag>,
    },
    { field: 'result', title: tuesdayColumns.result, width: 260, text: ({ result }) => result ?? '' },
  ]
}

/** The columns of what is proposed by 组团, before it is saved. */
export function proposalColumns(villages: readonly VillageChoice[]): readonly GridColumn<ProposedRow>[] {
  return [
    { field: 'staff', title: tuesdayColumns.staff, width: 96, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'village', title: tuesdayColumns.village, width: 136, text: ({ villageName }) => villageName, sortable: true, edit: { kind: 'choice', read: ({ villageName }) => villageName, choices: villageChoices(villages), required: true } },
    { field: 'theme', title: tuesdayColumns.theme, width: 176, text: ({ theme }) => tuesdayThemeNames[theme], sortable: true, edit: { kind: 'choice', read: ({ theme }) => theme, choices: themeChoices, required: true } },
    { field: 'content', title: tuesdayColumns.content, width: 280, grow: true, text: ({ content }) => content ?? '', edit: { kind: 'text', read: ({ content }) => content, maxLength: tuesdayContentLimit } },
  ]
}

/** A proposed line as it is edited before it is saved. */
export interface ProposedRow extends ProposedLine {
  readonly content: string | null
  readonly version: number
}
