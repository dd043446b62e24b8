import { quarterOf, type Quarter } from './quarter-of.ts'

/**
 * Why a service record may not be of a day: it has not come yet, or its quarter is closed. A day of the present quarter is always
 * good; an earlier one as long as the period it falls in is open for input. null is no fault.
 */
export function entryDayFault(date: string, today: string, open: readonly Quarter[]): 'future' | 'closed' | null {
  if (date > today) return 'future'
  if (date >= quarterOf(today).start) return null
  return open.some(({ start, end }) => start <= date && date <= end) ? null : 'closed'
}
