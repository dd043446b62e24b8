import { and, desc, eq } from 'drizzle-orm'
import { dimensionLabelsOf } from '../../../../shared/domain/plans/plan-document.ts'
import { resultVersion, ruling, snapshot } from '../../../db/schema/index.ts'
import { actorNames } from '../../app/actor-names.ts'
import { guarded, wholeTownship, type Guarded, type View } from '../../app/guard.ts'
import { isSeen } from '../computing/open-rulings.ts'
import { differencesBetween } from './differences.ts'
import { explainResult, requirePublished, requireVersion } from './explain.ts'
import { forEverybody, ofOffice, ofOneself } from './explain-reach.ts'
import { personHistory } from './history.ts'
import { onOlderQuarters } from './older-quarters.ts'
import { isPublic, planDocumentOf, requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import { newestPublished, newestVersion, type VersionRow } from '../computing/result-versions.ts'
import { isConcerned, versionFor } from './result-view.ts'
import { listBonus, listPools, listResults, listYear, ownResult } from './results.ts'

/** From 公示 on results are for everybody, those of a published version. */
function isForEveryone(view: View, row: PeriodRow): boolean {
  return view.kind === 'some' && view.published && isPublic(row)
}

/** Those of the rows that the caller may see. */
function visibleRows<Row extends { readonly staffId: string }>({ read, view }: Guarded, row: PeriodRow, version: VersionRow, rows: readonly Row[]): Row[] {
  const everyone = isForEveryone(view, row) && version.state === 'published'
  return rows.filter(({ staffId }) => everyone || isConcerned(read, view, row, staffId))
}

export const resultsRouter = {
  list: guarded.results.list.handler(({ input, context: { guard } }) => {
    const row = requirePeriod(guard.read, input.code)
    const version = versionFor(guard.read, guard.view, row)
    const list = listResults(guard.read, row, version)
    return { ...list, dimensions: dimensionLabelsOf(planDocumentOf(guard.read, row)), rows: visibleRows(guard, row, version, list.rows) }
  }),

  own: guarded.results.own.handler(({ input, context: { guard } }) => ownResult(guard.read, input.code, guard.actor.standing.staffId)),

  year: guarded.results.year.handler(({ input, context: { guard } }) => {
    const { read, view, actor } = guard
    const row = requirePeriod(read, input.code)
    const version = versionFor(read, view, row)
    const list = listYear(read, row, version)
    const seesBonus = (staffId: string) => view.kind === 'all' || staffId === actor.standing.staffId
    return { ...list, onOlderQuarters: view.kind === 'all' ? onOlderQuarters(read, row) : [], rows: visibleRows(guard, row, version, list.rows).map((person) => (seesBonus(person.staffId) ? person : { ...person, bonusFen: null })) }
  }),

  history: guarded.results.history.handler(({ input, context: { guard: { read, view } } }) =>
    personHistory(read, input.staffId, (row) => {
      const version = view.kind === 'all' ? newestVersion(read, row.id) : (newestPublished(read, row.id) ?? newestVersion(read, row.id))
      if (version === null || isConcerned(read, view, row, input.staffId)) return version
      return isForEveryone(view, row) && version.state === 'published' ? version : null
    }),
  ),

  historyOwn: guarded.results.historyOwn.handler(({ context: { guard: { read, actor } } }) => {
    const { staffId } = actor.standing
    return staffId === null ? null : personHistory(read, staffId, (row) => (isPublic(row) ? newestPublished(read, row.id) : null))
  }),

  bonus: guarded.results.bonus.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return listBonus(guard.read, requirePeriod(guard.read, input.code))
  }),

  versions: guarded.results.versions.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const row = requirePeriod(read, input.code)
    const nameOf = actorNames(read)
    return read
      .select({ resultVersion: resultVersion.resultVersion, state: resultVersion.state, computedAt: resultVersion.computedAt, computedBy: resultVersion.computedBy, by: ruling })
      .from(resultVersion)
      .innerJoin(snapshot, eq(snapshot.id, resultVersion.snapshotId))
      .leftJoin(ruling, eq(ruling.id, snapshot.rulingId))
      .where(and(eq(resultVersion.periodId, row.id), view.kind === 'all' || view.modules.length > 0 ? undefined : eq(resultVersion.state, 'published')))
      .orderBy(desc(resultVersion.resultVersion))
      .all()
      .map(({ by, ...version }) => ({ ...version, computedBy: nameOf(version.computedBy), ruling: by === null ? null : { code: by.code, reason: isSeen(guard, row, by) ? by.reason : null } }))
  }),

  differences: guarded.results.differences.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const row = requirePeriod(guard.read, input.code)
    return differencesBetween(guard.read, row, requireVersion(guard.read, row, input.from), requireVersion(guard.read, row, input.to))
  }),

  pools: guarded.results.pools.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return listPools(guard.read, requirePeriod(guard.read, input.code))
  }),

  explain: guarded.results.explain.handler(({ input, context: { guard } }) => {
    const { read, view, actor } = guard
    const row = requirePeriod(read, input.code)
    const { staffId, resultVersion: wanted } = input
    const isOfOffice = isConcerned(read, view, row, staffId)
    if (!isOfOffice && !isForEveryone(view, row)) guard.requireScope(wholeTownship())
    const version = wanted === undefined ? versionFor(read, view, row) : requireVersion(read, row, wanted)
    if (!isOfOffice) requirePublished(row, version)
    if (staffId === actor.standing.staffId) return explainResult(read, row, staffId, version, ofOneself)
    return explainResult(read, row, staffId, version, isOfOffice ? ofOffice(guard, staffId) : forEverybody)
  }),

  explainOwn: guarded.results.explainOwn.handler(({ input, context: { guard: { read, actor } } }) => {
    const row = requirePeriod(read, input.code)
    const { staffId } = actor.standing
    const version = input.resultVersion === undefined ? newestPublished(read, row.id) : requireVersion(read, row, input.resultVersion)
    if (staffId === null || version === null || !isPublic(row)) return null
    requirePublished(row, version)
    return explainResult(read, row, staffId, version, ofOneself)
  }),
}
