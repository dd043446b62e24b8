import { dayNumber } from '../../../lib/calendar-day.ts'
import type { DayRange } from '../../../lib/calendar-day.ts'
import type { CaseStaff, Period, QuarterInput } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { Unscored } from './outcome.ts'
import { exactPlans } from '../../plans/plan-of-track.ts'
import { presenceOf } from './presence.ts'
import type { Presence } from './presence.ts'
import { gatherFacts } from './staff-facts.ts'
import type { StaffFacts } from './staff-facts.ts'

/** Someone who appears in the result, with the plan of his track and all that is known about him. */
export interface ScoredPerson {
  readonly staff: CaseStaff
  readonly plan: ExactPlan
  readonly presence: Presence
  readonly facts: StaffFacts
}

export function periodRange(period: Period): DayRange {
  return { from: dayNumber(period.start), to: dayNumber(period.end) }
}

/** Sorts the staff into those scored, in input order, and those left out: 党政正职 and people without an assignment day. */
export function whoIsScored(input: QuarterInput): { readonly scored: readonly ScoredPerson[]; readonly unscored: readonly Unscored[] } {
  const period = periodRange(input.period)
  const planOf = exactPlans(input.plan, input.staff.map((staff) => staff.track))
  const factsOf = gatherFacts(input)
  const scored: ScoredPerson[] = []
  const unscored: Unscored[] = []
  for (const staff of input.staff) {
    const presence = staff.track === 'excluded' ? null : presenceOf(staff, period)
    if (presence !== null) scored.push({ staff, plan: planOf(staff.track), presence, facts: factsOf(staff.id) })
    else unscored.push({ staff: staff.id, why: staff.track === 'excluded' ? 'excluded' : 'noAssignmentDay' })
  }
  return { scored, unscored }
}
