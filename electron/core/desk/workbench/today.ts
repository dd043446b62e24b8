import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import { unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { waitedSteps } from '../../../../shared/domain/tasks/tasks/waiting.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { moduleTable, period, scoreEntry, scoreSheet, task, taskLog } from '../../../db/schema/index.ts'
import { actorNames } from '../../app/actor-names.ts'
import { viewFor } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { scanned } from '../../app/list-sql.ts'
import { ballotsToCast } from '../../evaluation/sheets/ballots.ts'
import { lightRank } from '../../tasks/tasks/light-sql.ts'
import { tasksInCharge, tasksToDo } from '../../tasks/tasks/visible.ts'
import { waitsFor } from '../../tasks/tasks/waiting-sql.ts'
import { cycleDue, ownPublished, summariesDue } from './cycle-due.ts'
import { groupMeetingsDue } from './group-meetings-due.ts'
import { issuesOfToday } from './issues-of-today.ts'
import { eventsReturned, eventsWaiting } from './events-today.ts'
import { meetingsToday } from './meetings-today.ts'
import { sinceLastLook } from './last-look.ts'
import { pointsWaiting } from './points-waiting.ts'
import { rulingsWaiting } from './rulings-waiting.ts'
import { supervisionWaiting } from './supervision-waiting.ts'
import { briefTasks, countByLight } from './task-brief.ts'
import { tuesdayToday } from './tuesday-today.ts'

/** 工作台: what is the caller's own, what waits for him, and what has happened lately in his view. */
export function today(guard: Guarded) {
  const on = dayInChina(guard.now)
  return { on, own: ownTasks(guard, on), waiting: waiting(guard, on), sheets: ownSheets(guard), ballots: ownBallots(guard), points: pointsWaiting(guard, on), supervision: supervisionWaiting(guard, on), events: eventsWaiting(guard), returned: eventsReturned(guard, on), issues: issuesOfToday(guard, on), rulings: rulingsWaiting(guard, on), groups: groupMeetingsDue(guard), cycle: cycleDue(guard), summaries: summariesDue(guard), published: ownPublished(guard), tuesday: tuesdayToday(guard, on), meetings: meetingsToday(guard, on), changes: lately(guard, on), lastLook: sinceLastLook(guard) }
}

function ownTasks({ read, actor }: Guarded, on: string) {
  const { staffId } = actor.standing
  const isOwn = staffId === null ? sql`0` : and(inArray(task.id, tasksToDo(read, staffId)), inArray(task.state, unfinishedStates))
  const counts = countByLight(read, isOwn, on)
  return { counts, total: counts.red + counts.yellow + counts.green + counts.grey, rows: briefTasks(read, isOwn, on, 20, [asc(lightRank(on))]) }
}

function waiting({ read, actor }: Guarded, on: string) {
  const view = viewFor(actor, 'task.work')
  if (view === null) return []
  return waitedSteps.flatMap((step) => {
    const turn = waitsFor(read, actor, step)
    if (turn === undefined) return []
    const where = and(turn, tasksInCharge(read, view))
    const tasks = read.select({ rows: count() }).from(task).where(where).get()?.rows ?? 0
    return tasks === 0 ? [] : [{ step, count: tasks, rows: briefTasks(read, where, on, 10) }]
  })
}

function ownSheets({ read, actor }: Guarded) {
  const { staffId } = actor.standing
  if (staffId === null) return []
  const unscored = sql<number>`count(CASE WHEN ${scoreEntry.band} IS NULL AND ${scoreEntry.score} IS NULL AND ${scoreEntry.id} IS NOT NULL THEN 1 END)`
  return read
    .select({ id: scoreSheet.id, kind: scoreSheet.kind, periodId: period.id, periodCode: period.code, moduleId: scoreSheet.moduleId, moduleName: moduleTable.name, state: scoreSheet.state, people: count(scoreEntry.id), unscored })
    .from(scoreSheet)
    .innerJoin(period, eq(period.id, scoreSheet.periodId))
    .leftJoin(moduleTable, eq(moduleTable.id, scoreSheet.moduleId))
    .leftJoin(scoreEntry, eq(scoreEntry.sheetId, scoreSheet.id))
    .where(and(eq(scoreSheet.scorerId, staffId), eq(period.stage, 'scoring')))
    .groupBy(scoreSheet.id)
    .orderBy(asc(period.start), asc(scoreSheet.seq))
    .all()
}

function ownBallots({ read, actor }: Guarded) {
  const { staffId } = actor.standing
  return staffId === null || viewFor(actor, 'self.ballot') === null ? [] : ballotsToCast(read, staffId)
}

function lately({ read, actor }: Guarded, on: string) {
  const view = viewFor(actor, 'task.work')
  if (view === null) return []
  const nameOf = actorNames(read)
  return read
    .select({ at: taskLog.at, actor: taskLog.actor, action: taskLog.action, toState: taskLog.toState, taskId: task.id, taskCode: task.code, title: task.title, moduleId: task.moduleId })
    .from(taskLog)
    .innerJoin(task, eq(task.id, taskLog.taskId))
    .where(and(gte(taskLog.at, dayText(dayNumber(on) - 7)), scanned(tasksInCharge(read, view))))
    .orderBy(desc(taskLog.at), desc(taskLog.seq))
    .limit(10)
    .all()
    .map((change) => ({ ...change, actor: nameOf(change.actor) }))
}
