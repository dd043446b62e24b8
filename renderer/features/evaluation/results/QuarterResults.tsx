import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
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
  return (
    <ResultsPage
      kind="quarter"
      period={period}
      line={line}
      query={query}
      columnsOf={quarterColumns}
      totalOf={({ total }) => total}
      sort={{ field: 'rankTown', descending: false }}
      noticeOf={quarterNotice}
      paper={(rows) => (
        <PublicityPaper
          period={period}
          columns={[
            { title: columnNames.post, isNumber: true },
            { title: columnNames.moduleScore, isNumber: true },
            { title: columnNames.team, isNumber: true },
            { title: columnNames.special, isNumber: true },
            { title: columnNames.deduct, isNumber: true },
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
