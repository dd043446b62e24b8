import { dayNumber } from '../../../lib/calendar-day.ts'
import type { Light } from '../../tasks/tasks/light.ts'
import type { IssueState } from './codes.ts'

export interface IssueLightFacts {
  readonly state: IssueState
  readonly reportedOn: string
  readonly due: string | null
}

/** Dispatched and not yet resolved: the states whose day counts. */
export const timedStates = ['dispatched', 'handling'] as const satisfies readonly IssueState[]

/** So many whole days may pass before an issue that was reported is to be dispatched. */
export const daysToDispatch = 2

/** The last days before the due day are pressing. */
export const pressingDays = 3

/**
 * 红黄绿灰, as for tasks: red past its due day; yellow with at most 3 days or 20 % of the time left, or still not dispatched after
 * 2 days; green under way or waiting for the 回访; grey when just recorded, closed or declined.
 */
export function issueLightOf({ state, reportedOn, due }: IssueLightFacts, today: string): Light {
  if (state === 'recorded') return dayNumber(today) - dayNumber(reportedOn) > daysToDispatch ? 'yellow' : 'grey'
  if (state === 'resolved') return 'green'
  if (state === 'closed' || state === 'declined') return 'grey'
  if (due === null) return 'green'
  const left = dayNumber(due) - dayNumber(today)
  if (left < 0) return 'red'
  const whole = Math.max(1, dayNumber(due) - dayNumber(reportedOn))
  return left <= pressingDays || left * 5 <= whole ? 'yellow' : 'green'
}
