import { desc, eq } from 'drizzle-orm'
import { resultVersion } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { actorNames } from '../app/actor-names.ts'
import { guarded, wholeTownship, type View } from '../app/guard.ts'
import { mainModulesOf } from '../people/assignments.ts'
import { explainResult } from './explain.ts'
import { isPublic, requirePeriod, type PeriodRow } from './periods.ts'
import { listPools, listResults, listYear, ownResult } from './results.ts'

/** Whose results of a period the caller may see: those of the own modules, and from 公示 on everybody's. */
function isVisible(read: Read, view: View, row: PeriodRow, staffId: string): boolean {
  if (view.kind === 'all' || (view.published && isPublic(row))) return true
  return mainModulesOf(read, staffId, row.end).some((id) => view.modules.includes(id))
}

export const resultsRouter = {
  list: guarded.results.list.handler(({ input, context: { guard: { read, view } } }) => {
    const row = requirePeriod(read, input.code)
    const list = listResults(read, row)
    return { ...list, rows: list.rows.filter(({ staffId }) => isVisible(read, view, row, staffId)) }
  }),

  own: guarded.results.own.handler(({ input, context: { guard } }) => ownResult(guard.read, input.code, guard.actor.standing.staffId)),

  year: guarded.results.year.handler(({ input, context: { guard: { read, view } } }) => {
    const row = requirePeriod(read, input.code)
    const list = listYear(read, row)
    return { ...list, rows: list.rows.filter(({ staffId }) => isVisible(read, view, row, staffId)) }
  }),

  versions: guarded.results.versions.handler(({ input, context: { guard: { read } } }) => {
    const row = requirePeriod(read, input.code)
    const nameOf = actorNames(read)
    return read
      .select({ resultVersion: resultVersion.resultVersion, state: resultVersion.state, computedAt: resultVersion.computedAt, computedBy: resultVersion.computedBy })
      .from(resultVersion)
      .where(eq(resultVersion.periodId, row.id))
      .orderBy(desc(resultVersion.resultVersion))
      .all()
      .map((version) => ({ ...version, computedBy: nameOf(version.computedBy) }))
  }),

  pools: guarded.results.pools.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return listPools(guard.read, requirePeriod(guard.read, input.code))
  }),

  explain: guarded.results.explain.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const row = requirePeriod(read, input.code)
    if (!isVisible(read, view, row, input.staffId)) guard.requireScope(wholeTownship())
    return explainResult(read, row, input.staffId, input.resultVersion)
  }),

  explainOwn: guarded.results.explainOwn.handler(({ input, context: { guard } }) => {
    const row = requirePeriod(guard.read, input.code)
    const { staffId } = guard.actor.standing
    if (staffId === null || !isPublic(row)) return null
    return explainResult(guard.read, row, staffId, input.resultVersion)
  }),
}
