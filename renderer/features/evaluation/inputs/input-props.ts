import type { PeriodRow } from '../../plans/api-types.ts'

export interface InputProps {
  readonly period: PeriodRow
  /** Before the freeze. */
  readonly isOpen: boolean
}
