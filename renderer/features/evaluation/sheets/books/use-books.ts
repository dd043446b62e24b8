import { useQuery } from '@tanstack/react-query'
import { useApi, useMe } from '../../../../api/api.ts'
import type { BookScorer, PeriodRow } from '../../../plans/api-types.ts'

/** The scorers of a quarter that is being scored and how their books stand; null for who has nothing to do with books. */
export function useBooks(period: PeriodRow | undefined): readonly BookScorer[] | null {
  const { orpc } = useApi()
  const isFor = useMe().capabilities.includes('score.proxy') && period?.stage === 'scoring'
  const scorers = useQuery(orpc.scoreBooks.list.queryOptions({ input: { periodId: period?.id ?? '' }, enabled: isFor }))
  return isFor ? (scorers.data ?? []) : null
}
