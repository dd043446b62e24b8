import { and, asc, count, eq, gte, inArray, isNull, lte, type SQL } from 'drizzle-orm'
import { lightOf, underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { milestone, moduleTable, task } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { partiesOf } from './describe.ts'
import { hasLight } from './light-sql.ts'
import { visibleTasks } from './visible.ts'

export interface WeekInput {
  readonly from: string
  readonly to: string
  readonly on: string
  readonly moduleId?: string | undefined
}

/** What one sheet of paper can hold of each part. */
const mostRows = 200

/** 周清单: what is due from `from` to `to`, the 节点 of those days, what is late on `on`, and what was finished in those days; in the caller's view. */
export function weeklyList({ read, view, now }: Guarded, { from, to, on, moduleId }: WeekInput) {
  const within = and(visibleTasks(read, view, dayInChina(now)), moduleId === undefined ? undefined : eq(task.moduleId, moduleId))
  const part = (where: SQL | undefined) => ({
    total: read.select({ rows: count() }).from(task).where(where).get()?.rows ?? 0,
    rows: lines(read.select({ row: task, moduleName: moduleTable.name }).from(task).innerJoin(moduleTable, eq(moduleTable.id, task.moduleId)).where(where).orderBy(asc(task.due), asc(task.seq)).limit(mostRows).all()),
  })

  function lines(found: readonly { readonly row: typeof task.$inferSelect; readonly moduleName: string }[]) {
    const parties = partiesOf(read, found.map(({ row }) => row.id))
    return found.map(({ row, moduleName }) => {
      const { id, code, docNo, title, due, state, progress, completedOn } = row
      const hosts = (parties.get(id) ?? []).filter(({ role }) => role === 'host').map(({ staffName }) => staffName)
      return { id, code, docNo, title, moduleName, hosts, due, state, light: lightOf(row, on), progress, completedOn }
    })
  }

  function milestones() {
    const where = and(within, inArray(task.state, underWay), isNull(milestone.doneOn), gte(milestone.due, from), lte(milestone.due, to))
    const found = read.select({ row: task, moduleName: moduleTable.name, name: milestone.name, day: milestone.due }).from(milestone).innerJoin(task, eq(task.id, milestone.taskId)).innerJoin(moduleTable, eq(moduleTable.id, task.moduleId)).where(where).orderBy(asc(milestone.due), asc(milestone.seq)).limit(mostRows).all()
    const described = lines(found)
    return {
      total: read.select({ rows: count() }).from(milestone).innerJoin(task, eq(task.id, milestone.taskId)).where(where).get()?.rows ?? 0,
      rows: described.map((line, place) => ({ ...line, milestone: found[place]?.name ?? '', milestoneDue: found[place]?.day ?? line.due })),
    }
  }

  return {
    due: part(and(within, inArray(task.state, underWay), gte(task.due, from), lte(task.due, to))),
    milestones: milestones(),
    late: part(and(within, hasLight('red', on))),
    finished: part(and(within, inArray(task.state, ['completed', 'closed']), gte(task.completedOn, from), lte(task.completedOn, to))),
  }
}
