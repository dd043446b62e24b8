import { and, asc, count, eq, gte, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { lightOf, underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { daysOverdue, supervisionMonth } from '../../../../shared/domain/tasks/supervision/supervision.ts'
import { supervisionDayStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { milestone, moduleTable, supervision, supervisionDay, supervisionFinding, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, type Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireReason, requireRow } from '../../app/rows.ts'
import { acts, faults, fields, nouns } from '../../app/vocabulary.ts'
import { hasLight } from '../tasks/light-sql.ts'
import { noteOnTask } from '../tasks/task-log.ts'
import { tasksAbout } from './about-tasks.ts'

type DayRow = typeof supervisionDay.$inferSelect

export const supervisionDaysRouter = {
  list: guarded.supervisionDays.list.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const within = and(
      gte(supervisionDay.date, input.from),
      lte(supervisionDay.date, input.to),
      input.moduleId === undefined ? undefined : eq(supervisionDay.moduleId, input.moduleId),
      view.kind === 'all' ? undefined : inArray(supervisionDay.moduleId, [...view.modules, ...guard.actor.standing.memberOf]),
    )
    return read.select().from(supervisionDay).where(within).orderBy(asc(supervisionDay.date), asc(supervisionDay.seq)).all().map((row) => describeDay(read, row))
  }),

  agenda: guarded.supervisionDays.agenda.handler(({ input, context: { guard } }) => {
    const { read } = guard
    const row = requireDay(read, input.id)
    guard.requireScope({ modules: [row.moduleId] })
    return { day: describeDay(read, row), tasks: agendaOf(read, row, input.on) }
  }),

  plan: guarded.supervisionDays.plan.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ modules: [input.moduleId] }),
      write(tx) {
        requireOnlyOne(tx, guard, input, null)
        const id = app.environment.newId()
        tx.insert(supervisionDay).values({ ...input, id, seq: nextSeq(tx, supervisionDay) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  change: guarded.supervisionDays.change.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => ({ modules: [requireDay(read, input.id).moduleId] }),
      write(tx) {
        const row = requirePlanned(tx, input.id, acts.changeDay)
        requireOnlyOne(tx, guard, { moduleId: row.moduleId, date: input.date }, row.id)
        const version = nextVersion(row, input.version)
        tx.update(supervisionDay).set({ date: input.date, inspectors: input.inspectors, version }).where(eq(supervisionDay.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { date: input.date, inspectors: input.inspectors } }),
    }),
  ),

  hold: guarded.supervisionDays.hold.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => ({ modules: [requireDay(read, input.id).moduleId] }),
      write(tx, now) {
        const row = requirePlanned(tx, input.id, acts.holdDay)
        if (row.date > dayInChina(now)) throw new Refusal('invalid_input', { field: fields.supervisionDate, reason: faults.futureDay })
        const version = nextVersion(row, input.version)
        tx.update(supervisionDay).set({ state: 'held', findings: input.findings, version }).where(eq(supervisionDay.id, row.id)).run()
        let seq = nextSeq(tx, supervisionFinding)
        for (const { taskId, finding } of input.tasks) {
          const of = requireRow(tx.select().from(task).where(and(eq(task.id, taskId), eq(task.moduleId, row.moduleId))).get(), nouns.task)
          tx.insert(supervisionFinding).values({ id: app.environment.newId(), seq: seq++, dayId: row.id, taskId, finding }).run()
          noteOnTask(tx, app, guard, now, of, 'inspect', finding)
        }
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { findings: input.findings, tasks: input.tasks } }),
    }),
  ),

  cancel: guarded.supervisionDays.cancel.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => ({ modules: [requireDay(read, input.id).moduleId] }),
      write(tx) {
        requireReason(input.reason, acts.cancelDay)
        const row = requirePlanned(tx, input.id, acts.cancelDay)
        const version = nextVersion(row, input.version)
        tx.update(supervisionDay).set({ state: 'cancelled', findings: input.reason, version }).where(eq(supervisionDay.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { reason: input.reason } }),
    }),
  ),
}

export function requireDay(read: Read, id: string): DayRow {
  return requireRow(read.select().from(supervisionDay).where(eq(supervisionDay.id, id)).get(), nouns.supervisionDay)
}

function requirePlanned(read: Read, id: string, action: string): DayRow {
  const row = requireDay(read, id)
  if (row.state !== 'planned') throw new Refusal('not_in_state', { state: supervisionDayStateNames[row.state], action })
  return row
}

/** 最多督一次、都在同一天: no other day of the module in that month, and none in the past. */
function requireOnlyOne(read: Read, guard: Guarded, { moduleId, date }: { readonly moduleId: string; readonly date: string }, except: string | null): void {
  const { name } = requireRow(read.select({ name: moduleTable.name }).from(moduleTable).where(eq(moduleTable.id, moduleId)).get(), nouns.module)
  if (date < dayInChina(guard.now)) throw new Refusal('invalid_input', { field: fields.supervisionDate, reason: faults.pastDay })
  const month = supervisionMonth(date)
  const other = read
    .select({ date: supervisionDay.date })
    .from(supervisionDay)
    .where(and(eq(supervisionDay.moduleId, moduleId), ne(supervisionDay.state, 'cancelled'), sql`substr(${supervisionDay.date}, 1, 7) = ${month}`, except === null ? undefined : ne(supervisionDay.id, except)))
    .get()
  if (other !== undefined) throw new Refusal('supervision_day_taken', { module: name, month: `${Number(month.slice(5))} 月`, date: other.date })
}

export function describeDay(read: Read, row: DayRow) {
  const moduleName = read.select({ name: moduleTable.name }).from(moduleTable).where(eq(moduleTable.id, row.moduleId)).get()?.name ?? ''
  const found = read.select({ rows: count() }).from(supervisionFinding).where(eq(supervisionFinding.dayId, row.id)).get()?.rows ?? 0
  return { ...row, moduleName, found }
}

const mostTasks = 500

/** What there is to look at on the day, the longest overdue first; of a day that was held, what was found. */
export function agendaOf(read: Read, row: DayRow, on: string) {
  const findings = new Map(read.select().from(supervisionFinding).where(eq(supervisionFinding.dayId, row.id)).all().map(({ taskId, finding }) => [taskId, finding]))
  const unsettled = read.select({ id: supervision.taskId }).from(supervision).where(ne(supervision.state, 'settled'))
  const behind = read.select({ id: milestone.taskId }).from(milestone).where(and(isNull(milestone.doneOn), lt(milestone.due, on)))
  const open = and(eq(task.moduleId, row.moduleId), inArray(task.state, underWay), or(hasLight('red', on), hasLight('yellow', on), inArray(task.id, unsettled), inArray(task.id, behind)))
  const where = row.state === 'held' ? inArray(task.id, [...findings.keys()]) : open
  const tasks = read.select().from(task).where(where).orderBy(asc(task.due), asc(task.seq)).limit(mostTasks).all()
  const ids = tasks.map(({ id }) => id)
  const about = tasksAbout(read, ids)
  const late = Map.groupBy(read.select().from(milestone).where(and(inArray(milestone.taskId, ids), isNull(milestone.doneOn), lt(milestone.due, on))).orderBy(asc(milestone.due)).all(), ({ taskId }) => taskId)
  const papers = Map.groupBy(read.select().from(supervision).where(and(inArray(supervision.taskId, ids), ne(supervision.state, 'settled'))).all(), ({ taskId }) => taskId)
  return tasks.flatMap((each) => {
    const of = about.get(each.id)
    if (of === undefined) return []
    return [{ ...of.line, light: lightOf(each, on), daysOverdue: daysOverdue(each, on), openSupervisions: papers.get(each.id)?.length ?? 0, overdueMilestones: (late.get(each.id) ?? []).map(({ name }) => name), finding: findings.get(each.id) ?? '' }]
  })
}
