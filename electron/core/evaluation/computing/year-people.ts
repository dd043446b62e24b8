import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { assignment, bonusPool, leave, staff, yearStanding } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { PeriodRow } from '../../plans/periods.ts'

/** Everybody in official order, with his leaves and what he held in the year. */
export function yearPeople(read: Read, row: PeriodRow) {
  const held = read
    .select()
    .from(assignment)
    .where(and(lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start))))
    .orderBy(asc(assignment.seq))
    .all()
  const assignments = Map.groupBy(held, ({ staffId }) => staffId)
  const leaves = Map.groupBy(read.select().from(leave).orderBy(asc(leave.seq)).all(), ({ staffId }) => staffId)
  return read
    .select()
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .map((person) => ({ person, leaves: leaves.get(person.id) ?? [], assignments: assignments.get(person.id) ?? [] }))
}

/** Those of them who are evaluated: with a day of assignment in the year, and not 党政正职. */
export function evaluatedIn(read: Read, row: PeriodRow) {
  return yearPeople(read, row).filter(({ person, assignments }) => person.track !== 'excluded' && assignments.length > 0)
}

/** How much of a year has been entered and not been confirmed by 党政正职. */
export function unconfirmedInputs(read: Read, row: PeriodRow): number {
  const standings = read.select().from(yearStanding).where(and(eq(yearStanding.periodId, row.id), isNull(yearStanding.confirmedBy))).all()
  const pools = read.select().from(bonusPool).where(and(eq(bonusPool.periodId, row.id), isNull(bonusPool.confirmedBy))).all()
  return standings.length + pools.length
}
