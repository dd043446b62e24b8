import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { defaultYearRule, type PlanDocument } from '../../../shared/domain/evaluation/plan-document.ts'
import { planPresets } from '../../../shared/domain/evaluation/plan-presets.ts'
import { period, plan, snapshot } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { actorNames } from '../app/actor-names.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { nextVersion, requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import { parsePlanDocument, requireSensiblePlan } from './stored-plan.ts'
import { evaluationWords } from './vocabulary.ts'

export const plansRouter = {
  list: guarded.plans.list.handler(({ context: { guard } }) =>
    guard.read.select().from(plan).orderBy(asc(plan.code), asc(plan.planVersion)).all().map((row) => withUse(guard.read, row)),
  ),

  get: guarded.plans.get.handler(({ input, context: { guard } }) => {
    const row = requirePlan(guard.read, input.id)
    const document: unknown = JSON.parse(row.document)
    return { ...withUse(guard.read, row), document }
  }),

  fromPreset: guarded.plans.fromPreset.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const id = app.environment.newId()
        const code = freePlanCode(tx)
        const document: PlanDocument = { quarter: { ...planPresets[input.preset], id: code }, year: defaultYearRule }
        tx.insert(plan).values({ id, code, planVersion: 1, name: input.name, document: JSON.stringify(document), state: 'draft' }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

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
        const document = parsePlanDocument(input.document)
        requireSensiblePlan(document)
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ name: input.name, document: JSON.stringify(document), version }).where(eq(plan.id, row.id)).run()
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
        if (row.state === 'approved') throw new Refusal('not_in_state', { state: evaluationWords.approved, action: evaluationWords.approve })
        requireSensiblePlan(parsePlanDocument(JSON.parse(row.document)))
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ state: 'approved', approvedBy: guard.actor.name, version }).where(eq(plan.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),
}

type PlanRow = typeof plan.$inferSelect

export function requirePlan(read: Read, id: string): PlanRow {
  return requireRow(read.select().from(plan).where(eq(plan.id, id)).get(), nouns.plan)
}

function withUse(read: Read, row: PlanRow) {
  const { id, code, planVersion, name, state, approvedBy, version } = row
  const periods = read.select({ code: period.code }).from(period).where(eq(period.planId, id)).orderBy(asc(period.code)).all()
  return { id, code, planVersion, name, state, version, approvedBy: approvedBy === null ? null : actorNames(read)(approvedBy), inUse: isPlanInUse(read, id), periods: periods.map((of) => of.code) }
}

function isPlanInUse(read: Read, planId: string): boolean {
  return read.select({ id: snapshot.id }).from(snapshot).innerJoin(period, eq(period.id, snapshot.periodId)).where(eq(period.planId, planId)).limit(1).get() !== undefined
}

function freePlanCode(read: Read): string {
  const taken = new Set(read.select({ code: plan.code }).from(plan).all().map(({ code }) => code))
  for (let place = taken.size + 1; ; place += 1) if (!taken.has(`plan-${place}`)) return `plan-${place}`
}
