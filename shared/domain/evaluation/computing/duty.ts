import type { DayRange } from '../../../lib/calendar-day.ts'
import { lengthInDays } from '../../../lib/calendar-day.ts'
import { compare, multiply, whole } from '../../../lib/rational.ts'
import type { DutyOutcome } from './outcome.ts'
import { daysNotOnLeave } from './presence.ts'
import type { ScoredPerson } from './scored-person.ts'

/** Whether the period is valid for a person: enough days covered and not on a leave that counts against it (有效周期). */
export function dutyOf({ staff, presence, plan }: ScoredPerson, period: DayRange): DutyOutcome {
  const dutyDays = daysNotOnLeave(staff, presence.covered, period, plan.validityLeaves)
  const needed = multiply(plan.validityShare, whole(lengthInDays(period)))
  return { coveredDays: presence.coveredDays, dutyDays, needed, valid: compare(whole(dutyDays), needed) >= 0 }
}
