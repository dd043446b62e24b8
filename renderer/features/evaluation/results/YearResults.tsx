import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { BonusLine } from './BonusLine.tsx'
import { OlderQuarters } from '../rulings/OlderQuarters.tsx'
import type { PeriodResultsProps } from './QuarterResults.tsx'
import { yearColumns } from './result-columns.tsx'
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
      above={<><OlderQuarters period={period} people={query.data?.onOlderQuarters ?? []} /><BonusLine code={period.code} /></>}
    />
  )
}
