import { asc, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { grantsOf } from '../../../shared/domain/access/scope.ts'
import { quarterGradeNames, yearGradeNames } from '../../../shared/domain/evaluation/cycle-vocabulary.ts'
import { decision, modulePk, period, plan, resultVersion, scoreEntry, scoreSheet, snapshot, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { nextVersion, requireRow, scoreText } from '../app/rows.ts'
import { mainModulesOf } from '../people/assignments.ts'
import { castBallot } from './ballots.ts'
import { computeQuarter } from './compute-quarter.ts'
import { computeYear } from './compute-year.ts'
import { missingInputs } from './missing.ts'
import { isPublic, requireOpenForInput, requirePeriod, requirePeriodById, requireStage } from './periods.ts'
import { newestVersion } from './result-versions.ts'
import { listResults, ownResult } from './results.ts'
import { enterScore, submitSheet } from './score-entry.ts'
import { openSheets } from './sheets.ts'
import { parsePlanDocument, requirePlanWord } from './stored-plan.ts'
import { acts, fields, nouns } from '../app/vocabulary.ts'

export const plansRouter = {
  list: guarded.plans.list.handler(({ context: { guard } }) =>
    guard.read.select().from(plan).orderBy(asc(plan.code), asc(plan.planVersion)).all().map((row) => ({ ...row, inUse: isPlanInUse(guard.read, row.id) })),
  ),

  get: guarded.plans.get.handler(({ input, context: { guard } }) => {
    const row = requirePlan(guard.read, input.id)
    const document: unknown = JSON.parse(row.document)
    return { ...row, inUse: isPlanInUse(guard.read, row.id), document }
  }),

  copy: guarded.plans.copy.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const source = requirePlan(tx, input.id)
        const versions = tx.select({ planVersion: plan.planVersion }).from(plan).where(eq(plan.code, source.code)).all()
        const planVersion = Math.max(...versions.map((row) => row.planVersion)) + 1
        const id = app.environment.newId()
        tx.insert(plan).values({ id, code: source.code, planVersion, name: input.name, document: source.document, state: 'draft' }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  edit: guarded.plans.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePlan(tx, input.id)
        if (row.state === 'approved' || isPlanInUse(tx, row.id)) throw new Refusal('plan_in_use')
        const document = JSON.stringify(parsePlanDocument(input.document))
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ name: input.name, document, version }).where(eq(plan.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { name: input.name } }),
    }),
  ),

  approve: guarded.plans.approve.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePlan(tx, input.id)
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ state: 'approved', approvedBy: guard.actor.name, version }).where(eq(plan.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),
}

export const periodsRouter = {
  list: guarded.periods.list.handler(({ context: { guard } }) => guard.read.select().from(period).orderBy(asc(period.start), asc(period.kind)).all()),

  missing: guarded.periods.missing.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return [...missingInputs(guard.read, requirePeriodById(guard.read, input.periodId))]
  }),

  setPkFactor: guarded.periods.setPkFactor.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOpenForInput(requirePeriodById(tx, input.periodId), acts.enterPkFactor)
        tx.insert(modulePk)
          .values(input)
          .onConflictDoUpdate({ target: [modulePk.moduleId, modulePk.periodId], set: { factor: input.factor, version: sql`${modulePk.version} + 1` } })
          .run()
        return {}
      },
      audit: () => ({ subject: input.moduleId, detail: input }),
    }),
  ),

  advance: guarded.periods.advance.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriodById(tx, input.id)
        requireOpenForInput(row, acts.changeStage)
        const version = nextVersion(row, input.version)
        tx.update(period).set({ stage: input.to, version }).where(eq(period.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { to: input.to } }),
    }),
  ),

  compute: guarded.periods.compute.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx, now) {
        const row = requirePeriod(tx, input.code)
        const computing = { tx, now, actor: guard.actor.name, newId: app.environment.newId }
        return row.kind === 'year' ? computeYear(computing, row) : computeQuarter(computing, row)
      },
      audit: (computed) => ({ subject: input.code, detail: { resultVersion: computed.resultVersion, isNew: computed.isNew } }),
    }),
  ),

  publish: guarded.periods.publish.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriod(tx, input.code)
        const newest = newestVersion(tx, row.id)
        if (newest === null) throw new Refusal('not_frozen', { period: row.code })
        if (row.kind === 'quarter') requireStage(row, 'computed', acts.publish)
        tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, newest.id)).run()
        tx.update(period).set({ stage: 'publicity', version: row.version + 1 }).where(eq(period.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.code, detail: {} }),
    }),
  ),

  decide: guarded.periods.decide.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ staff: [input.staffId] }),
      write(tx, now) {
        const row = requirePeriod(tx, input.code)
        requirePlanWord(row.kind === 'year' ? yearGradeNames : quarterGradeNames, input.grade, fields.grade)
        const suggested = listResults(tx, row).rows.find(({ staffId }) => staffId === input.staffId)
        if (requireRow(suggested, nouns.result).grade !== input.grade && !input.reason) throw new Refusal('reason_required', { action: acts.departFromSuggestion })
        const { staffId, grade, reason, meeting } = input
        tx.insert(decision)
          .values({ id: app.environment.newId(), periodId: row.id, staffId, grade, reason, meeting, decidedAt: now })
          .onConflictDoUpdate({ target: [decision.periodId, decision.staffId], set: { grade, reason, meeting, decidedAt: now, version: sql`${decision.version} + 1` } })
          .run()
        return {}
      },
      audit: () => ({ subject: input.staffId, detail: input }),
    }),
  ),
}

export const scoresRouter = {
  sheets: guarded.scores.sheets.handler(({ input, context: { guard } }) => {
    const { read, actor } = guard
    const row = requirePeriodById(read, input.periodId)
    const seesAll = grantsOf('score.proxy', actor.standing.roles).length > 0
    const sheets = read.select().from(scoreSheet).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreSheet.seq)).all()
    const rows = read.select({ entry: scoreEntry }).from(scoreEntry).innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId)).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreEntry.seq)).all()
    const entries = Map.groupBy(rows.map(({ entry }) => entry), ({ sheetId }) => sheetId)
    const names = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
    return sheets
      .filter(({ scorerId }) => seesAll || (scorerId !== null && scorerId === actor.standing.staffId))
      .map((sheet) => ({
        ...sheet,
        periodCode: row.code,
        scorer: sheet.scorerLabel ?? names.get(sheet.scorerId ?? '') ?? '',
        entries: (entries.get(sheet.id) ?? []).map((entry) => ({ staffId: entry.staffId, staffName: names.get(entry.staffId) ?? '', band: entry.band, score: scoreText(entry), note: entry.note })),
      }))
  }),

  open: guarded.scores.open.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriodById(tx, input.periodId)
        requireOpenForInput(row, acts.openSheets)
        return { sheets: openSheets(tx, row, app.environment.newId) }
      },
      audit: ({ sheets }) => ({ subject: input.periodId, detail: { sheets } }),
    }),
  ),

  enterHead: guarded.scores.enterHead.handler(({ input, context: { guard } }) => enterScore(guard, 'head', input)),
  enterLeader: guarded.scores.enterLeader.handler(({ input, context: { guard } }) => enterScore(guard, 'leader', input)),
  enterByProxy: guarded.scores.enterByProxy.handler(({ input, context: { guard } }) => enterScore(guard, 'proxy', input)),
  submitHead: guarded.scores.submitHead.handler(({ input, context: { guard } }) => submitSheet(guard, 'head', input)),
  submitLeader: guarded.scores.submitLeader.handler(({ input, context: { guard } }) => submitSheet(guard, 'leader', input)),
  submitByProxy: guarded.scores.submitByProxy.handler(({ input, context: { guard } }) => submitSheet(guard, 'proxy', input)),
  castBallot: guarded.scores.castBallot.handler(({ input, context: { guard } }) => castBallot(guard, input)),
}

export const resultsRouter = {
  list: guarded.results.list.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const row = requirePeriod(read, input.code)
    const list = listResults(read, row)
    if (view.kind === 'all' || (view.published && isPublic(row))) return list
    return { ...list, rows: list.rows.filter(({ staffId }) => mainModulesOf(read, staffId, row.end).some((id) => view.modules.includes(id))) }
  }),

  own: guarded.results.own.handler(({ input, context: { guard } }) => ownResult(guard.read, input.code, guard.actor.standing.staffId)),
}

function requirePlan(read: Read, id: string) {
  return requireRow(read.select().from(plan).where(eq(plan.id, id)).get(), nouns.plan)
}

function isPlanInUse(read: Read, planId: string): boolean {
  return read.select({ id: snapshot.id }).from(snapshot).innerJoin(period, eq(period.id, snapshot.periodId)).where(eq(period.planId, planId)).limit(1).get() !== undefined
}
