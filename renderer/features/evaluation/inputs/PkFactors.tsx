import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { CellValue, EditOutcome, GridColumn, RowEdit } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { FactorRow } from '../../plans/api-types.ts'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { InputProps } from './input-props.ts'
import { factorWords, rankWords } from './vocabulary.ts'

const field = 'factor'

/** The PK factor of each module in a quarter. */
export function PkFactors({ period, isOpen }: InputProps): ReactNode {
  const { client, orpc } = useApi()
  const mayEdit = useMe().capabilities.includes('period.run') && isOpen
  const factors = useQuery(orpc.periods.pkFactors.queryOptions({ input: { periodId: period.id } }))
  const columns = useMemo(() => factorColumns(mayEdit), [mayEdit])

  async function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    await client.periods.setPkFactors({ periodId: period.id, factors: edits.map(({ key, changes }) => ({ moduleId: key, factor: factorOf(changes[field]) })) })
    return { applied: edits.map(({ key }) => ({ key, version: 1 })), refused: [] }
  }

  return (
    <Loaded query={factors}>
      {(rows) => {
        const left = rows.filter(({ factor }) => factor === null).length
        return (
          <SheetGrid<FactorRow>
            label={factorWords.list}
            columns={columns}
            source={listSource({ rows, columns, key: ({ moduleId }) => moduleId, version: () => 1, revision: factors.dataUpdatedAt, scope: `${period.id}:${String(mayEdit)}` })}
            {...(mayEdit ? { editing: { apply, refusal: refusalOf } } : {})}
            rowName={({ moduleName }) => moduleName}
            sentence={sentenceOf}
            tools={
              <>
                {left > 0 ? <StateTag tone="accent">{factorWords.left(left)}</StateTag> : <StateTag tone="good">{rankWords.complete}</StateTag>}
                <span className="evaluation-how">{factorWords.how}</span>
              </>
            }
          />
        )
      }}
    </Loaded>
  )
}

/** An empty cell is a factor that is not entered. */
function factorOf(value: CellValue | undefined): string | null {
  return value === null || value === undefined ? null : Number(value).toFixed(2)
}

function factorColumns(mayEdit: boolean): readonly GridColumn<FactorRow>[] {
  return [
    { field: 'module', title: factorWords.module, width: 200, pinned: 'left', text: ({ moduleName }) => moduleName },
    {
      field,
      title: factorWords.factor,
      width: 120,
      align: 'right',
      text: ({ factor }) => (factor === null ? '' : Number(factor).toFixed(2)),
      number: ({ factor }) => (factor === null ? null : Number(factor)),
      ...(mayEdit ? { edit: { kind: 'number', min: 0, max: 2, decimals: 2, read: ({ factor }) => (factor === null ? null : Number(factor)) } as const } : {}),
    },
    {
      field: 'state',
      title: factorWords.state,
      width: 112,
      text: ({ factor }) => (factor === null ? factorWords.missing : factorWords.recorded),
      render: ({ factor }) => (factor === null ? <StateTag tone="warn">{factorWords.missing}</StateTag> : <StateTag tone="good">{factorWords.recorded}</StateTag>),
    },
  ]
}
