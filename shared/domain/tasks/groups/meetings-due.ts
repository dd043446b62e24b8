import { dayNumber, dayText } from '../../../lib/calendar-day.ts'
import { groupMeetingKinds, type GroupMeetingKind } from './codes.ts'
import { groupStateOf, type GroupFacts } from './state.ts'

export interface MeetingFacts extends GroupFacts {
  readonly from: string | null
  /** The days of the newest of each; null where there has been none. */
  readonly lastWeekly: string | null
  readonly lastMonthly: string | null
}

/** So many days may lie between two 周例会. */
export const daysBetweenWeekly = 7

/** After this day of the month the 月评估 is looked for. */
export const monthlyDay = 25

/**
 * 专班例会提醒 (article 13: weekly meeting, monthly review): a group at work that has had no 周例会 for more than 7 days, or no 月评估 in
 * this month after the 25th. A month without 月评估 is due on until one is held. A group counts from the day it begins.
 */
export function meetingsDue({ from, lastWeekly, lastMonthly, ...group }: MeetingFacts, today: string): readonly GroupMeetingKind[] {
  if (groupStateOf(group, today) !== 'active' || from === null || from > today) return []
  const since = lastWeekly !== null && lastWeekly > from ? lastWeekly : from
  const month = today.slice(0, 7)
  const reviewed = Number(today.slice(8)) > monthlyDay ? month : monthBefore(month)
  const isDue: Readonly<Record<GroupMeetingKind, boolean>> = {
    weekly: dayNumber(today) - dayNumber(since) > daysBetweenWeekly,
    monthly: from.slice(0, 7) <= reviewed && (lastMonthly === null || lastMonthly.slice(0, 7) < reviewed),
  }
  return groupMeetingKinds.filter((kind) => isDue[kind])
}

/** `2026-01` → `2025-12` */
function monthBefore(month: string): string {
  return dayText(dayNumber(`${month}-01`) - 1).slice(0, 7)
}
