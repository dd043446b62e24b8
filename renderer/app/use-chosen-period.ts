import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Me } from '../../shared/contract/township/session.ts'
import { useApi } from '../api/api.ts'
import type { ChosenPeriod } from '../api/period.ts'
import { today } from '../api/today.ts'
import { firstPeriod } from './choose-period.ts'

export interface PeriodChoice {
  readonly periods: readonly ChosenPeriod[]
  readonly chosen: ChosenPeriod | null
  readonly choose: (code: string) => void
}

/** The periods of the township and the chosen one, kept while the window is open. */
export function useChosenPeriod(me: Me): PeriodChoice {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.periods.list.queryOptions({ enabled: me.capabilities.includes('result.read') }))
  const [code, setCode] = useState(() => sessionStorage.getItem('period'))
  const periods = data ?? []
  return {
    periods,
    chosen: periods.find((period) => period.code === code) ?? firstPeriod(periods, today()),
    choose(next) {
      sessionStorage.setItem('period', next)
      setCode(next)
    },
  }
}
