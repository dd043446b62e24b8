import { createContext, useContext } from 'react'

/** The period that the window works in, chosen in the title bar. */
export interface ChosenPeriod {
  readonly id: string
  /** `2026Q2` or `2026` */
  readonly code: string
  readonly kind: 'quarter' | 'year'
  readonly start: string
  readonly end: string
}

export const PeriodContext = createContext<ChosenPeriod | null>(null)

/** The chosen period; null while the township has none, or one may not see any. */
export function usePeriod(): ChosenPeriod | null {
  return useContext(PeriodContext)
}
