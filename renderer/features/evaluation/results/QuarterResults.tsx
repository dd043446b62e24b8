import { useQuery } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { dimensionLabels } from '../../../../shared/domain/evaluation/plan-vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import type { QuarterRow } from '../api-types.ts'
import { columnNames } from './vocabulary.ts'
import { gradeName } from './grade-names.ts'
import { quarterNotice } from './notice-rows.ts'
import { PublicityPaper } from './PublicityPaper.tsx'
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
      noticeOf={(row) => quarterNotice(dimensions, row)}
      paper={(rows) => (
        <PublicityPaper
          period={period}
          columns={[
            { title: dimensions.post, isNumber: true },
            { title: dimensions.module, isNumber: true },
            { title: dimensions.team, isNumber: true },
            { title: dimensions.special, isNumber: true },
            { title: dimensions.deduct, isNumber: true },
            { title: columnNames.total, isNumber: true },
          ]}
          rows={[...rows]
            .sort((a, b) => a.rankTown - b.rankTown)
            .map((row) => ({ staffId: row.staffId, name: row.staffName, module: row.moduleName, post: row.postName, cells: [row.post, row.module, row.team, row.special, row.deduct, row.total], rank: String(row.rankTown), grade: gradeName('quarter', row.decidedGrade ?? row.grade) }))}
        />
      )}
    />
  )
}
