import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkbookBook } from '../../../../shared/domain/papers/codes.ts'
import { useApi } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import { periodFor, periodNeeds, periodOptions, type PeriodOption } from '../../papers/export-choice.ts'

export interface FillPeriod {
  readonly needsPeriod: boolean
  readonly period: string | null
  readonly options: readonly PeriodOption[]
  readonly choose: (code: string) => void
}

/** The period a template is filled with: the one of the window where the workbook can be of it, else the newest that it can. */
export function useFillPeriod(book: WorkbookBook): FillPeriod {
  const { orpc } = useApi()
  const present = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  const [wished, setWished] = useState<string | null>(null)
  const workbook = book === 'evaluation-year' ? 'evaluation' : book
  const needsPeriod = periodNeeds[workbook] !== 'none'
  const fitting = (periods.data ?? []).filter(({ kind }) => (book === 'evaluation' ? kind !== 'year' : book === 'evaluation-year' ? kind === 'year' : true))
  return { needsPeriod, period: needsPeriod ? periodFor(workbook, fitting, wished ?? present?.code ?? null) : null, options: periodOptions(workbook, fitting), choose: setWished }
}
