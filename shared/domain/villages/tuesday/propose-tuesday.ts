import { dayNumber } from '../../../lib/calendar-day.ts'
import { groupBy } from '../../../lib/group-by.ts'

export interface TeamPlace {
  readonly staff: string
  readonly village: string
}

/**
 * Who goes where on a Tuesday by the 组团: each person to his village, whoever serves several to one after the other, week by week.
 * `members` in official order; `taken` are those who have a plan for the day already.
 */
export function proposeTuesday(date: string, members: readonly TeamPlace[], taken: ReadonlySet<string>): readonly TeamPlace[] {
  const week = Math.floor(dayNumber(date) / 7)
  return [...groupBy(members, ({ staff }) => staff)].flatMap(([staff, places]) => {
    const villages = [...new Set(places.map(({ village }) => village))]
    const village = villages[((week % villages.length) + villages.length) % villages.length]
    return taken.has(staff) || village === undefined ? [] : [{ staff, village }]
  })
}
