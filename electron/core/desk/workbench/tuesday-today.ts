import { and, asc, between, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { lateCheckInDays, tuesdayOfWeek } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { staff, tuesdayPlan, village } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'

/** Lines of the Tuesday that the workbench shows. */
const most = 20

/** 本周二: who goes where, the caller first; and the plans he may still check in for. */
export function tuesdayToday({ read, actor }: Guarded, on: string) {
  const date = tuesdayOfWeek(on)
  const { staffId } = actor.standing
  if (viewFor(actor, 'register.enter') === null) return { date, planned: 0, checkedIn: 0, rows: [], toCheckIn: [] }
  const { planned, checkedIn } = read.select({ planned: count(), checkedIn: count(tuesdayPlan.checkedInAt) }).from(tuesdayPlan).where(eq(tuesdayPlan.date, date)).get() ?? { planned: 0, checkedIn: 0 }
  const lines = read
    .select({ id: tuesdayPlan.id, date: tuesdayPlan.date, staffId: tuesdayPlan.staffId, staffName: staff.name, villageName: village.name, theme: tuesdayPlan.theme, checkedIn: sql<boolean>`${tuesdayPlan.checkedInAt} IS NOT NULL`.mapWith(Boolean), version: tuesdayPlan.version })
    .from(tuesdayPlan)
    .innerJoin(staff, eq(staff.id, tuesdayPlan.staffId))
    .innerJoin(village, eq(village.id, tuesdayPlan.villageId))
  const rows = lines.where(eq(tuesdayPlan.date, date)).orderBy(desc(sql`${tuesdayPlan.staffId} IS ${staffId}`), asc(village.seq), asc(tuesdayPlan.seq)).limit(most).all()
  return { date, planned, checkedIn, rows, toCheckIn: staffId === null ? [] : toCheckIn({ read }, staffId, on) }
}

function toCheckIn({ read }: Pick<Guarded, 'read'>, staffId: string, on: string) {
  return read
    .select({ id: tuesdayPlan.id, date: tuesdayPlan.date, villageName: village.name, theme: tuesdayPlan.theme, version: tuesdayPlan.version })
    .from(tuesdayPlan)
    .innerJoin(village, eq(village.id, tuesdayPlan.villageId))
    .where(and(eq(tuesdayPlan.staffId, staffId), isNull(tuesdayPlan.checkedInAt), between(tuesdayPlan.date, dayText(dayNumber(on) - lateCheckInDays), on)))
    .orderBy(asc(tuesdayPlan.date), asc(village.seq))
    .all()
}
