import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import type { IssueState } from '../../../../shared/domain/villages/issues/codes.ts'
import { issueLightWords } from './vocabulary.ts'

/** The word beside the light of an issue: why it is red, yellow, green or grey. `on` is the day looked at. */
export function issueLightWord({ state, reportedOn, due }: { readonly state: IssueState; readonly reportedOn: string; readonly due: string | null }, on: string): string {
  switch (state) {
    case 'recorded': {
      const days = dayNumber(on) - dayNumber(reportedOn)
      return days <= 0 ? issueLightWords.fresh : issueLightWords.lying(days)
    }
    case 'dispatched':
    case 'handling': {
      if (due === null) return issueLightWords.noDay
      const left = dayNumber(due) - dayNumber(on)
      return left < 0 ? issueLightWords.overdueBy(-left) : issueLightWords.daysLeft(left)
    }
    case 'resolved':
      return issueLightWords.resolved
    case 'closed':
      return issueLightWords.closed
    case 'declined':
      return issueLightWords.declined
    default:
      return assertNever(state)
  }
}
