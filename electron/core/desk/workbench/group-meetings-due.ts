import { asc } from 'drizzle-orm'
import { specialGroup } from '../../../db/schema/index.ts'
import type { Guarded } from '../../app/guard.ts'
import { describeGroups } from '../../tasks/groups/describe.ts'

/** 专班例会提醒: the groups of which a meeting is due, for 组长 and 牵头领导 their own, for 督考 all. */
export function groupMeetingsDue(guard: Guarded) {
  const { staffId, groups, roles } = guard.actor.standing
  const isInspector = roles.includes('inspector') && guard.actor.kind === 'account'
  if (!isInspector && staffId === null) return []
  const rows = guard.read.select().from(specialGroup).orderBy(asc(specialGroup.seq)).all().filter((row) => isInspector || groups.includes(row.id) || row.leadStaffId === staffId)
  return rows.length === 0
    ? []
    : describeGroups(guard, rows)
        .filter(({ due }) => due.length > 0)
        .map(({ id, name, due, lastWeekly, lastMonthly }) => ({ groupId: id, name, due, lastWeekly, lastMonthly }))
}
