import { and, asc, between, count, eq } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import type { tuesdayActions } from '../../../../shared/contract/villages/tuesday.ts'
import { checkInOn, tuesdaysOfMonth } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { staff, tuesdayPlan, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { subjectsOfPlans, type PlanRow } from './subject.ts'

type TuesdayAction = (typeof tuesdayActions)[number]

/** Each Tuesday of a month `2026-06`, with how many are planned and how many have checked in. */
export function tuesdayMonth(read: Read, month: string) {
  const counted = read
    .select({ date: tuesdayPlan.date, planned: count(), checkedIn: count(tuesdayPlan.checkedInAt) })
    .from(tuesdayPlan)
    .where(between(tuesdayPlan.date, `${month}-01`, `${month}-31`))
    .groupBy(tuesdayPlan.date)
    .all()
  return tuesdaysOfMonth(month).map((date) => counted.find((row) => row.date === date) ?? { date, planned: 0, checkedIn: 0 })
}

/** Who goes where on a Tuesday, village by village. */
export function listTuesday(guard: Guarded, date: string) {
  const actionsOf = allowedActions(guard)
  return guard.read
    .select({ plan: tuesdayPlan, names: { staffCode: staff.code, staffName: staff.name, villageName: village.name } })
    .from(tuesdayPlan)
    .innerJoin(staff, eq(staff.id, tuesdayPlan.staffId))
    .innerJoin(village, eq(village.id, tuesdayPlan.villageId))
    .where(and(eq(tuesdayPlan.date, date)))
    .orderBy(asc(village.seq), asc(tuesdayPlan.seq))
    .all()
    .map(({ plan, names }) => ({ ...plan, ...names, allowed: actionsOf(plan) }))
}

/** What the caller may do with a line: plan it anew until somebody has checked in, check in while it is time. */
function allowedActions(guard: Guarded): (row: PlanRow) => TuesdayAction[] {
  const subjectOf = subjectsOfPlans(guard.read, guard)
  const today = dayInChina(guard.now)
  return (row) => {
    if (row.checkedInAt !== null) return []
    if (accessFault(guard.actor, contract.tuesday.checkIn['~orpc'].meta, subjectOf(row)) !== null) return []
    const standing = checkInOn(row.date, today)
    return standing === 'on_time' || standing === 'late' ? ['edit', 'checkIn'] : ['edit']
  }
}
