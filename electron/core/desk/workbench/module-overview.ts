import { and, asc, count, desc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm'
import { identities } from '../../../../shared/domain/people/codes.ts'
import { partyToDoStates, taskStates, unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { daysLate, underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { assignment, establishment, leave, moduleTable, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { viewFor } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { scanned } from '../../app/list-sql.ts'
import { requireRow } from '../../app/rows.ts'
import { coversDay } from '../../app/standing.ts'
import { nouns } from '../../app/vocabulary.ts'
import { hasLight, isOverdueOn } from '../../tasks/tasks/light-sql.ts'
import { visibleTasks } from '../../tasks/tasks/visible.ts'
import { briefTasks, countByLight } from './task-brief.ts'
import { villageRanks } from './village-ranks.ts'

/** 模块概览: tasks by state, light, month and person, and how the module is staffed, as of today. */
export function moduleOverview(guard: Guarded, moduleId: string) {
  const { read, actor } = guard
  const { sections } = requireRow(read.select({ sections: moduleTable.sections }).from(moduleTable).where(eq(moduleTable.id, moduleId)).get(), nouns.module)
  guard.requireScope({ modules: [moduleId] })
  const on = dayInChina(guard.now)
  const view = viewFor(actor, 'task.work')
  const isWhole = view !== null && (view.kind === 'all' || view.modules.includes(moduleId))
  const within = isWhole ? undefined : view === null ? sql`0` : visibleTasks(read, view, on)
  const inModule = and(eq(task.moduleId, moduleId), within)
  const isOverdue = and(inModule, isOverdueOn(on))
  const people = read.selectDistinct({ id: assignment.staffId }).from(assignment).where(and(eq(assignment.moduleId, moduleId), coversDay(assignment.from, assignment.to, on)))
  return {
    on,
    byState: countByState(read, inModule),
    byLight: countByLight(read, and(inModule, inArray(task.state, unfinishedStates)), on),
    overdue: read.select({ rows: count() }).from(task).where(isOverdue).get()?.rows ?? 0,
    onTime: onTimeByMonth(read, inModule, on),
    longestOverdue: briefTasks(read, isOverdue, on, 10).map((row) => ({ ...row, daysOverdue: daysLate(row, on) })),
    workload: workload(read, or(inModule, and(inArray(taskParty.staffId, people), within)), on),
    people: people.all().length,
    onLeave: read.selectDistinct({ id: leave.staffId }).from(leave).where(and(coversDay(leave.from, leave.to, on), inArray(leave.staffId, people))).all().length,
    establishment: staffing(read, moduleId, on),
    villageRanks: sections.split(',').includes('teams') ? villageRanks(read) : null,
  }
}

function countByState(read: Read, where: SQL | undefined) {
  const rows = new Map(read.select({ state: task.state, tasks: count() }).from(task).where(scanned(where)).groupBy(task.state).all().map(({ state, tasks }) => [state, tasks]))
  return taskStates.map((state) => ({ state, count: rows.get(state) ?? 0 }))
}

/** 按期办结: 尽责豁免 takes a task out of the count, as in the evaluation. */
function onTimeByMonth(read: Read, where: SQL | undefined, on: string) {
  const months = lastMonths(on, 12)
  const month = sql<string>`substr(${task.completedOn}, 1, 7)`
  const rows = read
    .select({ month, finished: count(), onTime: sql<number>`count(CASE WHEN ${task.completedOn} <= ${task.due} THEN 1 END)` })
    .from(task)
    .where(scanned(and(where, inArray(task.state, ['completed', 'closed']), eq(task.exempt, false), gte(task.completedOn, `${months[0] ?? on}-01`))))
    .groupBy(month)
    .all()
  const byMonth = new Map(rows.map((row) => [row.month, row]))
  return months.map((each) => byMonth.get(each) ?? { month: each, finished: 0, onTime: 0 })
}

/** The months up to and with that of the day, oldest first, `YYYY-MM`. */
function lastMonths(on: string, howMany: number): readonly string[] {
  const last = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
  return Array.from({ length: howMany }, (_, place) => {
    const month = last - howMany + 1 + place
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** 每人未办结任务, by the parts still to do: of the module's tasks whoever does them, and of its own people's elsewhere. */
function workload(read: Read, where: SQL | undefined, on: string) {
  const having = (condition: SQL | undefined) => sql<number>`count(CASE WHEN ${condition} THEN 1 END)`
  return read
    .select({ staffId: staff.id, staffName: staff.name, open: count(), red: having(hasLight('red', on)), yellow: having(hasLight('yellow', on)) })
    .from(taskParty)
    .innerJoin(task, eq(task.id, taskParty.taskId))
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
    .where(and(where, inArray(task.state, underWay), inArray(taskParty.state, partyToDoStates)))
    .groupBy(staff.id)
    .orderBy(desc(count()), asc(staff.seq))
    .all()
}

function staffing(read: Read, moduleId: string, on: string) {
  const inPost = new Map(
    read
      .select({ identity: staff.identity, people: count() })
      .from(assignment)
      .innerJoin(staff, eq(staff.id, assignment.staffId))
      .where(and(eq(assignment.moduleId, moduleId), coversDay(assignment.from, assignment.to, on)))
      .groupBy(staff.identity)
      .all()
      .map(({ identity, people }) => [identity, people]),
  )
  const approved = new Map(read.select().from(establishment).where(eq(establishment.moduleId, moduleId)).all().map((row) => [row.identity, row.approved]))
  return identities
    .filter((identity) => inPost.has(identity) || approved.has(identity))
    .map((identity) => {
      const places = approved.get(identity) ?? 0
      const people = inPost.get(identity) ?? 0
      return { identity, approved: places, inPost: people, vacant: places - people }
    })
}
