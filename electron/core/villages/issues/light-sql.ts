import { and, eq, gte, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { daysToDispatch, pressingDays, timedStates } from '../../../../shared/domain/villages/issues/light.ts'
import type { Light } from '../../../../shared/domain/tasks/tasks/light.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { publicIssue } from '../../../db/schema/index.ts'

/** The rule of shared/domain/villages/issues/light.ts as conditions on `public_issue`; a test holds the two against each other. */

const julian = (day: SQL | typeof publicIssue.due | typeof publicIssue.reportedOn) => sql`CAST(julianday(${day}) AS INTEGER)`

const isTimed = and(inArray(publicIssue.state, timedStates), isNotNull(publicIssue.due))

function isPressing(today: string): SQL | undefined {
  const whole = sql`MAX(1, ${julian(publicIssue.due)} - ${julian(publicIssue.reportedOn)})`
  return or(lt(publicIssue.due, dayText(dayNumber(today) + pressingDays + 1)), sql`(${julian(publicIssue.due)} - ${julian(sql`${today}`)}) * 5 <= ${whole}`)
}

function isLeftLying(today: string): SQL | undefined {
  return and(eq(publicIssue.state, 'recorded'), lt(publicIssue.reportedOn, dayText(dayNumber(today) - daysToDispatch)))
}

/** Issues that show a light on a day. */
export function hasIssueLight(light: Light, today: string): SQL | undefined {
  switch (light) {
    case 'red':
      return and(isTimed, lt(publicIssue.due, today))
    case 'yellow':
      return or(isLeftLying(today), and(isTimed, gte(publicIssue.due, today), isPressing(today)))
    case 'green':
      return or(eq(publicIssue.state, 'resolved'), and(inArray(publicIssue.state, timedStates), isNull(publicIssue.due)), and(isTimed, gte(publicIssue.due, today), sql`NOT (${isPressing(today)})`))
    case 'grey':
      return or(inArray(publicIssue.state, ['closed', 'declined']), and(eq(publicIssue.state, 'recorded'), gte(publicIssue.reportedOn, dayText(dayNumber(today) - daysToDispatch))))
    default:
      return assertNever(light)
  }
}

/** 0 red, 1 yellow, 2 green, 3 grey: what needs attention first. */
export function issueLightRank(today: string): SQL<number> {
  return sql<number>`CASE WHEN ${hasIssueLight('red', today)} THEN 0 WHEN ${hasIssueLight('yellow', today)} THEN 1 WHEN ${hasIssueLight('grey', today)} THEN 3 ELSE 2 END`
}
