import { lengthInDays } from '../../../lib/calendar-day.ts'
import type { DayRange } from '../../../lib/calendar-day.ts'
import { addHundredths, hundredths, noHundredths, round2, smaller } from '../../../lib/hundredths.ts'
import { compare, multiply, ratio, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { GroupMember, Honour, SpecialGroup } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { GroupItem, HonourItem, SpecialOutcome } from './outcome.ts'
import { cutToPeriod } from './presence.ts'

/** One row of a group's members. */
export interface GroupMembership {
  readonly group: SpecialGroup
  readonly member: GroupMember
}

type UncountedGroup = Omit<GroupItem, 'counted'>

function groupItem({ group, member }: GroupMembership, period: DayRange, plan: ExactPlan): UncountedGroup | null {
  const range = cutToPeriod(member, period)
  if (range === null) return null
  const days = lengthInDays(range)
  const roleFactor = plan.groupRoles.get(member.role) ?? zero
  const gradeFactor = plan.groupGrades.get(group.grade) ?? zero
  const exact = multiply(multiply(roleFactor, gradeFactor), ratio(BigInt(days), BigInt(lengthInDays(period))))
  const { role, from, to } = member
  return { group: group.id, name: group.name, role, grade: group.grade, roleFactor, gradeFactor, from, to, days, exact, score: round2(exact) }
}

/** Every membership is an item of its own; the `maxGroups` highest count, the earlier of equal ones. */
function groupItems(memberships: readonly GroupMembership[], period: DayRange, plan: ExactPlan): readonly GroupItem[] {
  const items = memberships.flatMap((membership) => groupItem(membership, period, plan) ?? [])
  const counted = new Set([...items].sort((a, b) => b.score - a.score).slice(0, plan.maxGroups))
  return items.map((item) => ({ ...item, counted: counted.has(item) }))
}

/** One matter counts only at its highest level, once. */
function honourItems(honours: readonly Honour[], plan: ExactPlan): readonly HonourItem[] {
  const points = (honour: Honour): Rational => plan.levels.get(honour.level) ?? zero
  const best = new Map<string, Honour>()
  for (const honour of honours) {
    const standing = best.get(honour.matter)
    if (standing === undefined || compare(points(honour), points(standing)) > 0) best.set(honour.matter, honour)
  }
  return honours.map((honour) => ({
    matter: honour.matter,
    level: honour.level,
    score: round2(points(honour)),
    counted: best.get(honour.matter) === honour,
  }))
}

/** X (专项加分) of one person. */
export function scoreSpecial(
  memberships: readonly GroupMembership[],
  honours: readonly Honour[],
  positiveCirculars: number,
  period: DayRange,
  plan: ExactPlan,
): SpecialOutcome {
  const groups = groupItems(memberships, period, plan)
  const honoursOnce = honourItems(honours, plan)
  const circulars = {
    count: positiveCirculars,
    each: plan.positiveCircular,
    score: hundredths(plan.positiveCircular * positiveCirculars),
  }
  const counted = [...groups, ...honoursOnce].map((item) => (item.counted ? item.score : noHundredths))
  const sum = addHundredths(...counted, circulars.score)
  const score = plan.specialCap === 0 ? null : smaller(plan.specialCap, sum)
  return { groups, maxGroups: plan.maxGroups, honours: honoursOnce, circulars, sum, cap: plan.specialCap, score }
}
