import { lengthInDays, unite } from '../../../lib/calendar-day.ts'
import type { DayRange } from '../../../lib/calendar-day.ts'
import { addHundredths, exactly, noHundredths, round2 } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { divide, isZero, multiply, sum, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { CaseStaff, Period, TeamMember } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { ModuleOutcome } from './module-outcome.ts'
import { cutToPeriod, daysNotOnLeave } from './presence.ts'
import { scoreService } from '../../plans/service-points.ts'
import type { OwnEvents } from '../../plans/service-points.ts'
import type { MembershipRow, TeamHow, TeamOutcome, TeamResultOutcome } from '../../plans/team-outcome.ts'
import type { VillagePoints } from './village-points.ts'

/** What the team dimension of one person is made of; events in input order. */
export interface TeamFacts {
  readonly staff: CaseStaff
  readonly memberships: readonly TeamMember[]
  readonly events: OwnEvents
  readonly villages: ReadonlyMap<string, VillagePoints>
  readonly module: ModuleOutcome
}

interface Membership {
  readonly row: MembershipRow
  readonly range: DayRange
}

function membershipsInPeriod({ memberships, villages }: TeamFacts, period: DayRange): readonly Membership[] {
  return memberships.flatMap(({ village, from, to }) => {
    const range = cutToPeriod({ from, to }, period)
    const points = villages.get(village)
    return range === null || points === undefined ? [] : [{ range, row: { village, from, to, days: lengthInDays(range), ...points } }]
  })
}

function scoreResult(rows: readonly MembershipRow[], rankedVillages: number, plan: ExactPlan): TeamResultOutcome {
  const days = rows.reduce((total, row) => total + row.days, 0)
  const exact = divide(sum(rows.map((row) => multiply(row.points, whole(row.days)))), whole(days))
  return { max: plan.result, rankedVillages, rows, days, exact, score: round2(exact) }
}

/** `score × to / from`, 0 when `from` is a dimension without any points. */
function carryOver(score: Hundredths, from: Rational, to: Rational): Rational {
  return isZero(from) ? zero : divide(multiply(exactly(score), to), from)
}

function noTeam(module: ModuleOutcome, plan: ExactPlan): TeamOutcome {
  const exact = carryOver(module.score, module.max, plan.teamMax)
  const how: TeamHow = { kind: 'noTeam', module: module.score, moduleMax: module.max, exact }
  return { max: plan.teamMax, result: null, service: null, unrankedVillage: false, how, score: round2(exact) }
}

function noServiceDays(module: ModuleOutcome, result: TeamResultOutcome | null, plan: ExactPlan): TeamHow & { readonly kind: 'noServiceDays' } {
  const [from, score, max] = result === null ? (['module', module.score, module.max] as const) : (['result', result.score, result.max] as const)
  return { kind: 'noServiceDays', from, score, max, exact: carryOver(score, max, plan.teamMax) }
}

/** T (组团积分): T1 + T2; from T1 alone without a day of service, from the module dimension without a team. */
export function scoreTeam(facts: TeamFacts, rankedVillages: number, period: Period, periodDays: DayRange, plan: ExactPlan): TeamOutcome {
  const memberships = membershipsInPeriod(facts, periodDays)
  if (memberships.length === 0) return noTeam(facts.module, plan)
  const rows = memberships.map((membership) => membership.row)
  const result = isZero(plan.result) ? null : scoreResult(rows, rankedVillages, plan)
  const teamDays = unite(memberships.map((membership) => membership.range))
  const coverage = daysNotOnLeave(facts.staff, teamDays, periodDays, null)
  const service = isZero(plan.serviceMax) ? null : scoreService(facts.events, coverage, lengthInDays(periodDays), period, plan)
  const common = { max: plan.teamMax, result, service, unrankedVillage: result !== null && rows.some((row) => row.place === null) }
  if (service !== null && service.score === null) {
    const how = noServiceDays(facts.module, result, plan)
    return { ...common, how, score: round2(how.exact) }
  }
  return { ...common, how: { kind: 'sum' }, score: addHundredths(result?.score ?? noHundredths, service?.score ?? noHundredths) }
}
