import { useQuery } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { dimensionLabels } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import type { QuarterRow } from '../../plans/api-types.ts'
import { quarterColumns } from './result-columns.tsx'
import { ResultsPage } from './ResultsPage.tsx'

export interface PeriodResultsProps {
  readonly period: ChosenPeriod
  readonly line: ReactNode
}

/** The four dimensions, totals, ranks and grades of a quarter. */
export function QuarterResults({ period, line }: PeriodResultsProps): ReactNode {
  const { orpc } = useApi()
  const query = useQuery(orpc.results.list.queryOptions({ input: { code: period.code } }))
  const dimensions = query.data?.dimensions ?? dimensionLabels
  const columnsOf = useCallback((rows: readonly QuarterRow[], onWhy: (row: QuarterRow) => void) => quarterColumns(dimensions, rows, onWhy), [dimensions])
  return (
    <ResultsPage
      kind="quarter"
      period={period}
      line={line}
      query={query}
      columnsOf={columnsOf}
      totalOf={({ total }) => total}
      sort={{ field: 'rankTown', descending: false }}
    />
  )
}
