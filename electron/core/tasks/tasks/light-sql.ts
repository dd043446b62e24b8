import { and, eq, gte, inArray, isNotNull, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { underWay, type Light } from '../../../../shared/domain/tasks/tasks/light.ts'
import { task, taskParty } from '../../../db/schema/index.ts'

/** The rules of shared/domain/tasks/tasks/light.ts as conditions on `task`; a test holds the two against each other. */

const busy = ['issued', 'active'] as const
const handedIn = ['submitted', 'reviewed'] as const

const julian = (day: SQL | typeof task.due | typeof task.issuedOn) => sql`CAST(julianday(${day}) AS INTEGER)`

/** Days from issue to due, at least one, and days left. */
const whole = sql`MAX(1, ${julian(task.due)} - ${julian(task.issuedOn)})`
const left = (today: string) => sql`(${julian(task.due)} - ${julian(sql`${today}`)})`

/** At most 3 days or a fifth of the time left, or 15 points behind the elapsed time; for tasks that are not late. */
function isPressing(today: string): SQL | undefined {
  const soon = dayText(dayNumber(today) + 4)
  return or(lt(task.due, soon), sql`${left(today)} * 5 <= ${whole}`, sql`(${whole} - ${left(today)}) * 100 >= (${task.progress} + 15) * ${whole}`)
}

/** Tasks that show a light on a day. */
export function hasLight(light: Light, today: string): SQL | undefined {
  const isIssued = isNotNull(task.issuedOn)
  const isBusy = and(inArray(task.state, busy), isIssued)
  switch (light) {
    case 'grey':
      return or(not(inArray(task.state, underWay)), isNull(task.issuedOn))
    case 'red':
      return and(isBusy, lt(task.due, today))
    case 'yellow':
      return and(isBusy, gte(task.due, today), isPressing(today))
    case 'green':
      return or(and(inArray(task.state, handedIn), isIssued), and(isBusy, gte(task.due, today), sql`NOT (${isPressing(today)})`))
    default:
      return assertNever(light)
  }
}

/** 0 red, 1 yellow, 2 green, 3 grey: what needs attention first. */
export function lightRank(today: string): SQL<number> {
  return sql<number>`CASE WHEN ${hasLight('grey', today)} THEN 3 WHEN ${inArray(task.state, handedIn)} THEN 2 WHEN ${lt(task.due, today)} THEN 0 WHEN ${isPressing(today)} THEN 1 ELSE 2 END`
}

/** The last day on which a party of `task` handed in; null before. */
export const lastHandedIn = sql<string | null>`(SELECT MAX(${taskParty.submittedOn}) FROM ${taskParty} WHERE ${eq(taskParty.taskId, task.id)})`

/** 超期 on a day. */
export function isOverdueOn(today: string): SQL | undefined {
  return and(inArray(task.state, underWay), isNotNull(task.issuedOn), or(and(inArray(task.state, busy), lt(task.due, today)), and(inArray(task.state, handedIn), sql`${task.due} < ${lastHandedIn}`)))
}
