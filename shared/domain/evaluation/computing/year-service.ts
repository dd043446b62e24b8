import { dayNumber, daysIn } from '../../../lib/calendar-day.ts'
import type { StaffStatus } from '../../people/codes.ts'
import type { Dated, Leave } from '../../plans/case.ts'
import { rangesInPeriod } from './presence.ts'
import type { YearStatus } from '../../plans/vocabulary.ts'

/** First and last day of a year, `YYYY-MM-DD`. */
export interface YearDays {
  readonly start: string
  readonly end: string
}

/** Days of the year on sick or personal leave (病假、事假); overlapping leaves count once. */
export function daysOfLongLeave(leaves: readonly Leave[], { start, end }: YearDays): number {
  const year = { from: dayNumber(start), to: dayNumber(end) }
  return daysIn(rangesInPeriod(leaves.filter(({ kind }) => kind === 'sick' || kind === 'personal'), year))
}

/** What a person is in the year's grades: who is on probation or under 立案 stays that; of the others who was away for more than half of it is `long_leave`. */
export function yearStatusOf(status: StaffStatus, leaves: readonly Leave[], year: YearDays): YearStatus {
  const days = dayNumber(year.end) - dayNumber(year.start) + 1
  return status === 'active' && daysOfLongLeave(leaves, year) * 2 > days ? 'long_leave' : status
}

/** Months of the year with at least one day of assignment, 0–12: what the bonus counts unless other months are entered. */
export function monthsServed(assignments: readonly Dated[], { start }: YearDays): number {
  const months = Array.from({ length: 12 }, (_, index) => `${start.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`)
  return months.filter((month) => assignments.some(({ from, to }) => from.slice(0, 7) <= month && (to === null || to.slice(0, 7) >= month))).length
}
