import { and, asc, eq, inArray, lte, ne } from 'drizzle-orm'
import { addWorkingDays } from '../../../../shared/domain/township/calendar/working-days.ts'
import { period, periodStep, personResult } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { publicityOf } from '../../evaluation/appeals/publicity.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { stepsOfPeriods } from '../../evaluation/computing/period-steps.ts'
import { newestPublished } from '../../evaluation/computing/result-versions.ts'
import { evaluatedPeople, ownSummary, stateOf, summaryDue, writingStages } from '../../evaluation/summaries/self-summaries.ts'

/** A stage is reminded of when no more than so many working days are left of it. */
const noticeDays = 2

/** 周期提醒: the stage at hand of each period that is late or nearly so, for its owner and for 督考. */
export function cycleDue({ read, actor, now }: Guarded) {
  const { staffId, roles } = actor.standing
  const isInspector = actor.kind === 'account' && roles.includes('inspector')
  if (!isInspector && staffId === null) return []
  const soon = addWorkingDays(dayInChina(now), noticeDays, holidaysOf(read)).day
  const stepsOf = stepsOfPeriods(read, now)
  return read
    .select()
    .from(period)
    .where(and(ne(period.stage, 'reported'), inArray(period.id, read.select({ id: periodStep.periodId }).from(periodStep).where(lte(periodStep.plannedTo, soon)))))
    .orderBy(asc(period.start), asc(period.kind))
    .all()
    .flatMap((row) => {
      const step = stepsOf(row).steps.find(({ state }) => state === 'current')
      if (step === undefined || step.plannedTo === null || step.plannedTo > soon) return []
      const isOwner = staffId !== null && step.ownerStaffId === staffId
      if (!isOwner && !isInspector) return []
      return [{ periodId: row.id, periodCode: row.code, stage: step.stage, plannedTo: step.plannedTo, daysLate: step.daysLate, ownerName: step.ownerName, isOwner }]
    })
}

/** The caller's own 个人小结 that are to be written now and are not handed in. */
export function summariesDue({ read, actor }: Guarded) {
  const { staffId } = actor.standing
  if (staffId === null) return []
  return read
    .select()
    .from(period)
    .where(inArray(period.stage, writingStages))
    .orderBy(asc(period.start))
    .all()
    .filter((row) => stateOf(ownSummary(read, row, staffId)) !== 'submitted' && evaluatedPeople(read, row).some((person) => person.staffId === staffId))
    .map((row) => ({ periodId: row.id, periodCode: row.code, due: summaryDue(read, row) }))
}

/** The results in 公示 that the caller stands in and may still appeal against. */
export function ownPublished({ read, actor, now }: Guarded) {
  const { staffId } = actor.standing
  if (staffId === null) return []
  return read
    .select()
    .from(period)
    .where(eq(period.stage, 'publicity'))
    .orderBy(asc(period.start), asc(period.kind))
    .all()
    .flatMap((row) => {
      const [version, publicity] = [newestPublished(read, row.id), publicityOf(read, row)]
      if (version === null || publicity === null || publicity.to < dayInChina(now)) return []
      const own = read.select({ id: personResult.staffId }).from(personResult).where(and(eq(personResult.versionId, version.id), eq(personResult.staffId, staffId))).get()
      return own === undefined ? [] : [{ periodId: row.id, periodCode: row.code, until: publicity.to }]
    })
}
