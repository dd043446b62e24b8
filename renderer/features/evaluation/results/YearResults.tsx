import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { BonusLine } from './BonusLine.tsx'
import type { PeriodResultsProps } from './QuarterResults.tsx'
import { yearColumns } from './result-columns.tsx'
import { ResultsPage } from './ResultsPage.tsx'
import { columnNames } from './vocabulary.ts'

type Corrected = readonly { readonly staffId: string; readonly staffName: string }[]

export interface YearResultsProps extends PeriodResultsProps {
  /** What is shown of people whose quarters have been corrected since the year was published. */
  readonly onOlderQuarters: (people: Corrected) => ReactNode
}

/** Annual scores, grades and the bonus suggestion of a year. */
export function YearResults({ period, line, onOlderQuarters }: YearResultsProps): ReactNode {
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
      above={<>{onOlderQuarters(query.data?.onOlderQuarters ?? [])}<BonusLine code={period.code} /></>}
    />
  )
}
