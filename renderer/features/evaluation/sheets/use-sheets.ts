import { useQueries, useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import type { PeriodRow, SheetRow } from '../../plans/api-types.ts'

export interface SheetsOfPeriod {
  readonly period: PeriodRow
  readonly sheets: readonly SheetRow[]
}

export interface SheetsAnswer {
  readonly data: readonly SheetsOfPeriod[] | undefined
  readonly error: unknown
  readonly refetch: () => void
  /** When the newest part of the answer came, in ms. */
  readonly updatedAt: number
}

/** The sheets of the chosen period, in front, and of every other quarter that is being scored: a link may lead to one of those. */
export function useSheets(): SheetsAnswer {
  const { orpc } = useApi()
  const chosen = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  const rows = periods.data ?? []
  const wanted = [...rows.filter(({ id }) => id === chosen?.id), ...rows.filter(({ id, kind, stage }) => id !== chosen?.id && kind === 'quarter' && stage === 'scoring')]
  const answers = useQueries({ queries: wanted.map((period) => orpc.scores.sheets.queryOptions({ input: { periodId: period.id } })) })
  const all = wanted.flatMap((period, place) => {
    const sheets = answers[place]?.data
    return sheets === undefined ? [] : [{ period, sheets }]
  })
  return {
    data: periods.data === undefined || all.length < wanted.length ? undefined : all,
    error: periods.error ?? answers.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      void periods.refetch()
      answers.forEach((answer) => void answer.refetch())
    },
    updatedAt: Math.max(0, ...answers.map(({ dataUpdatedAt }) => dataUpdatedAt)),
  }
}
