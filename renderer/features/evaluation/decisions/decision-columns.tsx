import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import { decisionPlaces } from '../../../../shared/contract/evaluation/decisions.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { bestGrades, decidableGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { poolName } from '../results/result-columns.tsx'
import type { DecisionRow, Place } from './api-types.ts'
import { decisionWords as words } from './vocabulary.ts'

const tones: Readonly<Record<Place, Tone>> = { withinQuota: 'good', tiedAtLine: 'warn', beyondQuota: 'plain', belowGood: 'plain', barred: 'bad', none: 'quiet' }
const places = decisionPlaces.map((value) => ({ value, label: words.places[value] }))

function score(field: 'module' | 'team' | 'special' | 'deduct' | 'total', title: string, width = 76): GridColumn<DecisionRow> {
  return { field: field === 'module' ? 'moduleScore' : field, title, width, align: 'right', text: (row) => row[field] ?? words.nothing, number: (row) => (row[field] === null ? null : Number(row[field])), sortable: true }
}

/** 审定 as a table: where somebody stands, what is suggested, what is decided and why. */
export function decisionColumns(kind: PeriodKind, mayEdit: boolean): readonly GridColumn<DecisionRow>[] {
  const suggested = (row: DecisionRow) => gradeName(kind, row.suggested, row.identity)
  const decided = (row: DecisionRow) => (row.decided === null ? '' : gradeName(kind, row.decided, row.identity))
  const editable = ({ clause }: DecisionRow) => (clause === null ? true : words.byRuling)
  const choicesOf = (row: DecisionRow) => decidableGrades[kind].map((value) => ({ value, label: gradeName(kind, value, row.identity) }))
  return [
    { field: 'order', title: words.order, width: 56, align: 'right', text: ({ order }) => (order === null ? '' : String(order)), number: ({ order }) => order, pinned: 'left', sortable: true },
    { field: 'name', title: words.name, width: 80, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'module', title: words.module, width: 84, text: ({ moduleName }) => moduleName, sortable: true },
    { field: 'postName', title: words.postName, width: 120, text: ({ postName }) => postName, hidden: true },
    { field: 'pool', title: words.pool, width: 112, text: ({ pool }) => poolName(pool), sortable: true },
    score('total', kind === 'year' ? words.annual : words.total, 80),
    score('module', words.moduleScore),
    score('team', words.team),
    score('special', words.special),
    score('deduct', words.deduct, 60),
    { field: 'place', title: words.place, width: 144, text: ({ place }) => words.places[place], render: ({ place }) => <StateTag tone={tones[place]}>{words.places[place]}</StateTag>, sortable: true, filter: { kind: 'choice', choices: places } },
    { field: 'suggested', title: words.suggested, width: 80, text: suggested, sortable: true },
    {
      field: 'decided',
      title: words.decided,
      width: 84,
      text: decided,
      render: (row) => (row.decided === null ? null : <StateTag tone={row.decided === row.suggested ? (row.decided === bestGrades[kind] ? 'accent' : 'good') : 'warn'}>{decided(row)}</StateTag>),
      sortable: true,
      ...(mayEdit ? { edit: { kind: 'choice', choices: choicesOf, editable, read: (row) => row.decided } as const } : {}),
    },
    { field: 'reason', title: words.reason, width: 120, grow: true, text: ({ reason }) => reason ?? '', ...(mayEdit ? { edit: { kind: 'text', maxLength: 200, editable, read: (row: DecisionRow) => row.reason } as const } : {}) },
    { field: 'barred', title: words.barred, width: 120, text: ({ barred }) => barred },
    { field: 'clause', title: words.clause, width: 130, text: ({ clause }) => clause ?? '', hidden: true },
  ]
}
