import { periodTitle } from '../../frame/dates.ts'
import type { PeriodRow } from '../plans/api-types.ts'
import { exportWords, type Workbook } from './vocabulary.ts'

/** How a workbook depends on a period: not at all, on any, or on one with a result. */
export const periodNeeds: Readonly<Record<Workbook, 'none' | 'any' | 'computed'>> = { evaluation: 'computed', performance: 'computed', tasks: 'any', teams: 'any', registers: 'any', roster: 'none' }

type Period = Pick<PeriodRow, 'code' | 'start' | 'kind' | 'result'>

export interface PeriodOption {
  readonly value: string
  readonly label: string
  readonly disabled: boolean
}

/** The periods a workbook can be of, the newest first; those without a result say so. */
export function periodOptions(workbook: Workbook, periods: readonly Period[]): readonly PeriodOption[] {
  const isComputed = periodNeeds[workbook] === 'computed'
  return [...periods]
    .sort((a, b) => b.start.localeCompare(a.start) || a.kind.localeCompare(b.kind))
    .map(({ code, result }) => {
      const disabled = isComputed && result === null
      return { value: code, label: disabled ? exportWords.notComputed(periodTitle(code)) : periodTitle(code), disabled }
    })
}

/** The period an export is of: the wished one when the workbook can be of it, else the newest that it can; null when there is none. */
export function periodFor(workbook: Workbook, periods: readonly Period[], wished: string | null): string | null {
  const open = periodOptions(workbook, periods).filter(({ disabled }) => !disabled)
  return open.find(({ value }) => value === wished)?.value ?? open[0]?.value ?? null
}
