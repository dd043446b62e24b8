import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { BonusLine } from '../year/BonusLine.tsx'
import { gradeName } from './grade-names.ts'
import { yearNotice } from './notice-rows.ts'
import { OlderQuarters } from './OlderQuarters.tsx'
import { PublicityPaper } from './PublicityPaper.tsx'
import type { PeriodResultsProps } from './QuarterResults.tsx'
import { poolName, yearColumns } from './result-columns.tsx'
import { ResultsPage } from './ResultsPage.tsx'
import { columnNames } from './vocabulary.ts'

/** Annual scores, grades and the bonus suggestion of a year. */
export function YearResults({ period, line }: PeriodResultsProps): ReactNode {
  const { orpc } = useApi()
  const query = useQuery(orpc.results.year.queryOptions({ input: { code: period.code } }))
  return (
    <ResultsPage
      kind="year"
      period={period}
      line={line}
      query={query}
      columnsOf={yearColumns}
      totalOf={({ annual }) => annual ?? columnNames.nothing}
      sort={{ field: 'annual', descending: true }}
      noticeOf={yearNotice}
      above={<><OlderQuarters period={period} people={query.data?.onOlderQuarters ?? []} /><BonusLine code={period.code} /></>}
      paper={(rows) => (
        <PublicityPaper
          period={period}
          columns={[{ title: columnNames.pool, isNumber: false }, { title: columnNames.quarters, isNumber: true }, { title: columnNames.annual, isNumber: true }]}
          rows={[...rows]
            .sort((a, b) => Number(b.annual ?? -1) - Number(a.annual ?? -1))
            .map((row) => ({ staffId: row.staffId, name: row.staffName, module: row.moduleName, post: row.postName, cells: [poolName(row.pool), String(row.validQuarters), row.annual ?? columnNames.nothing], grade: gradeName('year', row.decidedGrade ?? row.grade, row.identity) }))}
        />
      )}
    />
  )
}
