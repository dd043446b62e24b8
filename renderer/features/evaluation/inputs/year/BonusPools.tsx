import { useMemo, type ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../../api/failure.ts'
import { SheetGrid } from '../../../../grid/SheetGrid.tsx'
import type { CellValue, EditOutcome, GridColumn, RowEdit } from '../../../../grid/types.ts'
import { listSource } from '../../../../frame/list-source.ts'
import type { BonusPoolRow } from '../../../plans/api-types.ts'
import { yuanText } from '../../money.ts'
import { poolName } from '../../results/result-columns.tsx'
import { confirmedText } from './confirmed-text.ts'
import { ConfirmedTag } from './ConfirmedTag.tsx'
import { bonusWords } from '../../results/year-vocabulary.ts'

export interface BonusPoolsProps {
  readonly periodId: string
  readonly rows: readonly BonusPoolRow[]
  readonly revision: number
  readonly mayEdit: boolean
}

/** 奖金总额 of each pool, in yuan. */
export function BonusPools({ periodId, rows, revision, mayEdit }: BonusPoolsProps): ReactNode {
  const { client } = useApi()
  const columns = useMemo(() => poolColumns(mayEdit), [mayEdit])
  const total = rows.reduce((sum, { fen }) => sum + (fen ?? 0), 0)

  async function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    await client.yearInputs.setPools({ periodId, pools: edits.map(({ key, version, changes }) => ({ pool: key, amount: amountOf(changes['amount']), version })) })
    return { applied: edits.map(({ key, version }) => ({ key, version: version + 1 })), refused: [] }
  }

  return (
    <SheetGrid<BonusPoolRow>
      label={bonusWords.list}
      columns={columns}
      source={listSource({ rows, columns, key: ({ pool }) => pool, version: ({ version }) => version, revision, scope: `${periodId}:${String(mayEdit)}` })}
      {...(mayEdit ? { editing: { apply, refusal: refusalOf } } : {})}
      rowName={({ pool }) => poolName(pool)}
      sentence={sentenceOf}
      tools={
        <>
          <strong>{bonusWords.total(yuanText(total))}</strong>
          <span className="evaluation-how">{bonusWords.how}</span>
        </>
      }
    />
  )
}

/** An empty cell is an amount that is not entered. */
function amountOf(value: CellValue | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : Number(value).toFixed(2)
}

function poolColumns(mayEdit: boolean): readonly GridColumn<BonusPoolRow>[] {
  const yuan = ({ fen }: BonusPoolRow) => (fen === null ? null : fen / 100)
  const entered = ({ fen, confirmedBy }: BonusPoolRow) => ({ isEntered: fen !== null, confirmedBy })
  return [
    { field: 'pool', title: bonusWords.pool, width: 220, pinned: 'left', text: ({ pool }) => poolName(pool) },
    { field: 'people', title: bonusWords.people, width: 96, align: 'right', text: ({ people }) => String(people), number: ({ people }) => people },
    {
      field: 'amount',
      title: bonusWords.amount,
      width: 200,
      align: 'right',
      text: ({ fen }) => (fen === null ? '' : yuanText(fen)),
      number: yuan,
      ...(mayEdit ? { edit: { kind: 'number', min: 0, max: 9_999_999_999, decimals: 2, read: yuan } as const } : {}),
    },
    { field: 'state', title: bonusWords.state, width: 112, text: (row) => confirmedText(entered(row)), render: (row) => <ConfirmedTag {...entered(row)} /> },
  ]
}
