import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { lights, lightOf, type Light } from '../../../../shared/domain/tasks/tasks/light.ts'
import { moduleTable, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { lastDay, partiesOf } from '../../tasks/tasks/describe.ts'
import { lightRank } from '../../tasks/tasks/light-sql.ts'

/** The first tasks that meet a condition: by `order`, then due first. `handedInOn` is the last day a party handed in. */
export function briefTasks(read: Read, where: SQL | undefined, today: string, limit: number, order: readonly SQL[] = []) {
  const ids = read.select({ id: task.id }).from(task).where(where).orderBy(...order, asc(task.due), asc(task.seq)).limit(limit).all().map(({ id }) => id)
  const rows = new Map(
    read
      .select({ row: task, moduleName: moduleTable.name })
      .from(task)
      .innerJoin(moduleTable, eq(moduleTable.id, task.moduleId))
      .where(inArray(task.id, ids))
      .all()
      .map((found) => [found.row.id, found]),
  )
  const parties = partiesOf(read, ids)
  return ids.flatMap((each) => rows.get(each) ?? []).map(({ row, moduleName }) => {
    const own = parties.get(row.id) ?? []
    const { id, code, title, moduleId, state, issuedOn, due } = row
    const hosts = own.filter(({ role }) => role === 'host').map(({ staffName }) => staffName)
    const handedInOn = lastDay(own)
    return { id, code, title, moduleId, moduleName, state, light: lightOf(row, today), issuedOn, due, hosts, handedInOn }
  })
}

/** How many tasks show each light. */
export function countByLight(read: Read, where: SQL | undefined, today: string): Record<Light, number> {
  const counts: Record<Light, number> = { red: 0, yellow: 0, green: 0, grey: 0 }
  const rank = lightRank(today)
  const rows = read.select({ rank, tasks: sql<number>`count(*)` }).from(task).where(where).groupBy(rank).all()
  for (const { rank: place, tasks } of rows) {
    const light = lights[place]
    if (light !== undefined) counts[light] = tasks
  }
  return counts
}
