import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { stagesOf } from '../../../../shared/domain/plans/cycle-plan.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { stageMoves } from '../../../../shared/domain/plans/stage-moves.ts'
import { yearPeriods } from '../../../../shared/domain/plans/year-periods.ts'
import { modulePk, moduleTable, period, plan, resultVersion, snapshot } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { nextVersion, requireRow } from '../../app/rows.ts'
import type { Actor } from '../../app/session.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { requireAppealsAnswered } from '../appeals/open-appeals.ts'
import { requireRulingsDecided } from '../computing/open-rulings.ts'
import { computeQuarter, quarterObstacles } from '../computing/compute-quarter.ts'
import { computeYear, requireYearReady, yearMissing } from '../computing/compute-year.ts'
import { moveStage, planByProposal, requirePublicityOver } from '../computing/period-steps.ts'
import { notOpen, requireOpenForInput, requirePeriod, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { requirePlan } from '../../plans/plans-router.ts'
import { requireWordsKeptIn } from '../../plans/plan-words-in-use.ts'
import { newestVersion } from '../computing/result-versions.ts'
import { sealOrLog } from '../sheets/seal-ballots.ts'
import { requireWithinPlaces } from '../decisions/settle-decisions.ts'
import { parsePlanDocument } from '../../plans/stored-plan.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'

export const periodsRouter = {
  list: guarded.periods.list.handler(({ context: { guard: { read } } }) =>
    read
      .select({ row: period, planName: plan.name, planVersion: plan.planVersion, planState: plan.state })
      .from(period)
      .innerJoin(plan, eq(plan.id, period.planId))
      .orderBy(asc(period.start), asc(period.kind))
      .all()
      .map(({ row, ...of }) => ({ ...row, ...of, frozenAt: frozenAt(read, row), result: newestResult(read, row) })),
  ),

  openYear: guarded.periods.openYear.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requirePlan(tx, input.planId)
        const wanted = yearPeriods(input.year)
        const present = new Set(tx.select({ code: period.code }).from(period).all().map(({ code }) => code))
        if (wanted.some(({ code }) => present.has(code))) throw new Refusal('duplicate', { what: evaluationWords.year(input.year) })
        for (const dates of wanted) planByProposal(tx, tx.insert(period).values({ ...dates, id: app.environment.newId(), stage: 'configuring', planId: input.planId }).returning().get())
        return { codes: wanted.map(({ code }) => code) }
      },
      audit: () => ({ subject: String(input.year), detail: { planId: input.planId } }),
    }),
  ),

  setPlan: guarded.periods.setPlan.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriodById(tx, input.id)
        requireOpenForInput(row, evaluationWords.choosePlan)
        requireWordsKeptIn(tx, row, parsePlanDocument(JSON.parse(requirePlan(tx, input.planId).document)))
        const version = nextVersion(row, input.version)
        tx.update(period).set({ planId: input.planId, version }).where(eq(period.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { planId: input.planId } }),
    }),
  ),

  missing: guarded.periods.missing.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const row = requirePeriodById(guard.read, input.periodId)
    if (row.kind === 'quarter') return [...quarterObstacles(guard.read, row, { now: guard.now, closesBallot: closesBallot(guard.actor) })]
    return yearMissing(guard.read, row, dayInChina(guard.now))
  }),

  pkFactors: guarded.periods.pkFactors.handler(({ input, context: { guard: { read } } }) => {
    const row = requirePeriodById(read, input.periodId)
    return read
      .select({ moduleId: moduleTable.id, moduleName: moduleTable.name, factor: modulePk.factor })
      .from(moduleTable)
      .leftJoin(modulePk, and(eq(modulePk.moduleId, moduleTable.id), eq(modulePk.periodId, row.id)))
      .where(eq(moduleTable.enabled, true))
      .orderBy(asc(moduleTable.seq))
      .all()
  }),

  setPkFactor: guarded.periods.setPkFactor.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOpenForInput(requirePeriodById(tx, input.periodId), acts.enterPkFactor)
        writePkFactor(tx, input)
        return {}
      },
      audit: () => ({ subject: input.moduleId, detail: input }),
    }),
  ),

  setPkFactors: guarded.periods.setPkFactors.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOpenForInput(requirePeriodById(tx, input.periodId), acts.enterPkFactor)
        for (const one of input.factors) writePkFactor(tx, { periodId: input.periodId, ...one })
        return {}
      },
      audit: () => ({ subject: input.periodId, detail: { factors: input.factors } }),
    }),
  ),

  advance: guarded.periods.advance.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx, now) {
        const row = requirePeriodById(tx, input.id)
        if (!stageMoves(row.stage).includes(input.to) || !stagesOf(row.kind).includes(input.to)) throw notOpen(row, acts.changeStage)
        if (input.to === 'locked') {
          requireAppealsAnswered(tx, row)
          requireRulingsDecided(tx, row)
          requireWithinPlaces(tx, row)
        }
        const version = nextVersion(row, input.version)
        requirePublicityOver(tx, row, now, guard.actor)
        moveStage({ tx, now, actor: guard.actor.name }, row, input.to)
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { to: input.to } }),
    }),
  ),

  compute: guarded.periods.compute.handler(async ({ input, context: { app, guard } }) => {
    const computed = guard.mutate({
      about: wholeTownship,
      write(tx, now) {
        const row = requirePeriod(tx, input.code)
        const computing = { tx, now, actor: guard.actor.name, newId: app.environment.newId, closesBallot: closesBallot(guard.actor) }
        return row.kind === 'year' ? computeYear(computing, row) : computeQuarter(computing, row)
      },
      audit: ({ resultVersion: version, isNew }) => ({ subject: input.code, detail: { resultVersion: version, isNew } }),
    })
    await sealOrLog(app)
    return computed
  }),

  publish: guarded.periods.publish.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx, now) {
        const row = requirePeriod(tx, input.code)
        const newest = newestVersion(tx, row.id)
        if (newest === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
        if (row.kind === 'year') requireYearReady(tx, row, newest)
        else if (row.stage !== 'computed' && row.stage !== 'reviewing') throw notOpen(row, acts.publish)
        tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, newest.id)).run()
        moveStage({ tx, now, actor: guard.actor.name }, row, 'publicity')
        return {}
      },
      audit: () => ({ subject: input.code, detail: {} }),
    }),
  ),
}

/** In a demo or a loaded case the console closes the 互评 by computing; everybody else closes it first, knowing what goes with it. */
function closesBallot(actor: Actor): boolean {
  return actor.kind === 'console' && actor.mayEverything
}

function writePkFactor(tx: Write, { periodId, moduleId, factor }: { readonly periodId: string; readonly moduleId: string; readonly factor: string | null }): void {
  requireRow(tx.select().from(moduleTable).where(eq(moduleTable.id, moduleId)).get(), nouns.module)
  if (factor === null) tx.delete(modulePk).where(and(eq(modulePk.moduleId, moduleId), eq(modulePk.periodId, periodId))).run()
  else
    tx.insert(modulePk)
      .values({ periodId, moduleId, factor })
      .onConflictDoUpdate({ target: [modulePk.moduleId, modulePk.periodId], set: { factor, version: sql`${modulePk.version} + 1` } })
      .run()
}

function frozenAt(read: Read, row: PeriodRow): string | null {
  return read.select({ at: snapshot.frozenAt }).from(snapshot).where(and(eq(snapshot.periodId, row.id), isNull(snapshot.rulingId))).orderBy(desc(snapshot.id)).limit(1).get()?.at ?? null
}

function newestResult(read: Read, row: PeriodRow) {
  const newest = newestVersion(read, row.id)
  return newest === null ? null : { resultVersion: newest.resultVersion, state: newest.state, computedAt: newest.computedAt }
}
