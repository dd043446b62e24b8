import { useMemo, type ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../../api/failure.ts'
import { SheetGrid } from '../../../../grid/SheetGrid.tsx'
import type { EditOutcome, GridColumn, RowEdit } from '../../../../grid/types.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { StateTag } from '../../../../ui/StateTag.tsx'
import { listSource } from '../../../../frame/list-source.ts'
import type { StandingRow } from '../../../plans/api-types.ts'
import { poolName } from '../../results/result-columns.tsx'
import { confirmedText } from './confirmed-text.ts'
import { ConfirmedTag } from './ConfirmedTag.tsx'
import { standingsOf } from './standing-edits.ts'
import { yearStatusNames } from '../../../../../shared/domain/evaluation/rulings/amendment-vocabulary.ts'
import { standingWords } from '../../results/year-vocabulary.ts'

export interface YearStandingsProps {
  readonly periodId: string
  readonly rows: readonly StandingRow[]
  readonly revision: number
  readonly mayEdit: boolean
}

/** 年度人员情况: who was warned, and months that are not those of the assignments. */
export function YearStandings({ periodId, rows, revision, mayEdit }: YearStandingsProps): ReactNode {
  const { client } = useApi()
  const columns = useMemo(() => standingColumns(mayEdit), [mayEdit])

  async function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    const written = await client.yearInputs.setStandings({ periodId, standings: [...standingsOf(rows, edits)] })
    return { applied: written.map(({ staffId, version }) => ({ key: staffId, version })), refused: [] }
  }

  return (
    <SheetGrid<StandingRow>
      label={standingWords.list}
      columns={columns}
      source={listSource({ rows, columns, key: ({ staffId }) => staffId, version: ({ version }) => version, revision, scope: `${periodId}:${String(mayEdit)}`, name: ({ staffName }) => staffName })}
      search={standingWords.search}
      {...(mayEdit ? { editing: { apply, refusal: refusalOf } } : {})}
      rowName={({ staffName }) => staffName}
      sentence={sentenceOf}
      empty={<Empty title={standingWords.empty} hint={standingWords.emptyHint} />}
      tools={<span className="evaluation-how">{standingWords.how}</span>}
    />
  )
}

function standingColumns(mayEdit: boolean): readonly GridColumn<StandingRow>[] {
  const warned = (row: StandingRow) => (row.warned ? standingWords.yes : standingWords.no)
  const choices = [standingWords.yes, standingWords.no].map((value) => ({ value, label: value }))
  const months = ({ months: entered }: StandingRow) => entered
  return [
    { field: 'name', title: standingWords.name, width: 92, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'module', title: standingWords.module, width: 108, text: ({ moduleName }) => moduleName, sortable: true },
    { field: 'post', title: standingWords.post, width: 152, text: ({ postName }) => postName, sortable: true },
    { field: 'pool', title: standingWords.pool, width: 136, text: ({ pool }) => poolName(pool), sortable: true },
    {
      field: 'status',
      title: standingWords.status,
      width: 128,
      text: ({ status }) => yearStatusNames[status],
      render: ({ status }) => (status === 'active' ? yearStatusNames[status] : <StateTag tone="warn">{yearStatusNames[status]}</StateTag>),
      sortable: true,
    },
    { field: 'leaveDays', title: standingWords.leaveDays, width: 104, align: 'right', text: ({ leaveDays }) => String(leaveDays), number: ({ leaveDays }) => leaveDays, sortable: true },
    {
      field: 'warned',
      title: standingWords.warned,
      width: 120,
      text: warned,
      render: (row) => (row.warned ? <StateTag tone="bad">{standingWords.yes}</StateTag> : standingWords.no),
      sortable: true,
      ...(mayEdit ? { edit: { kind: 'choice', choices, required: true, read: warned } as const } : {}),
    },
    { field: 'served', title: standingWords.served, width: 136, align: 'right', text: ({ monthsServed }) => String(monthsServed), number: ({ monthsServed }) => monthsServed, sortable: true },
    {
      field: 'months',
      title: standingWords.months,
      width: 136,
      align: 'right',
      text: (row) => String(months(row) ?? ''),
      number: months,
      sortable: true,
      ...(mayEdit ? { edit: { kind: 'number', min: 0, max: 12, read: months } as const } : {}),
    },
    { field: 'state', title: standingWords.state, width: 96, text: confirmedText, render: (row) => <ConfirmedTag isEntered={row.isEntered} confirmedBy={row.confirmedBy} /> },
  ]
}
