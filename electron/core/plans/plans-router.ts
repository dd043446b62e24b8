import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../shared/domain/plans/cycle-vocabulary.ts'
import { defaultYearRule, type PlanDocument } from '../../../shared/domain/plans/plan-document.ts'
import { planPresets } from '../../../shared/domain/plans/plan-presets.ts'
import { period, plan, snapshot } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { actorNames } from '../app/actor-names.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { nextVersion, requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import { requireWordsKept } from './plan-words-in-use.ts'
import { parsePlanDocument, parseSensiblePlan } from './stored-plan.ts'
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
        const code = freePlanCode(tx)
        return insertDraft(tx, app.environment.newId(), { code, name: input.name, document: { quarter: { ...planPresets[input.preset], id: code }, year: defaultYearRule } })
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  copy: guarded.plans.copy.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const { code, document } = requirePlan(tx, input.id)
        return insertDraft(tx, app.environment.newId(), { code, name: input.name, document: parsePlanDocument(JSON.parse(document)) })
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  draft: guarded.plans.draft.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write: (tx) => insertDraft(tx, app.environment.newId(), { code: input.code, name: input.name, document: parseSensiblePlan(input.document) }),
      audit: ({ id }) => ({ subject: id, detail: { code: input.code, name: input.name } }),
    }),
  ),

  edit: guarded.plans.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireDraft(tx, input.id, evaluationWords.change)
        const document = parseSensiblePlan(input.document)
        requireWordsKept(tx, row.id, document)
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ name: input.name, document: JSON.stringify(document), version }).where(eq(plan.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { name: input.name } }),
    }),
  ),

  rename: guarded.plans.rename.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireDraft(tx, input.id, evaluationWords.rename)
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ name: input.name, version }).where(eq(plan.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { name: input.name } }),
    }),
  ),

  remove: guarded.plans.remove.handler(({ input, context: { guard } }) => {
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireDraft(tx, input.id, evaluationWords.remove)
        const periods = periodsOf(tx, row.id)
        if (periods.length > 0) throw new Refusal('plan_has_periods', { plan: row.name, periods: periods.map(periodTitle).join(evaluationWords.periodJoiner) })
        nextVersion(row, input.version)
        tx.delete(plan).where(eq(plan.id, row.id)).run()
        return { name: row.name }
      },
      audit: ({ name }) => ({ subject: input.id, detail: { name } }),
    })
    return {}
  }),

  approve: guarded.plans.approve.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx, now) {
        const row = requirePlan(tx, input.id)
        if (row.state === 'approved') throw new Refusal('not_in_state', { state: evaluationWords.approved, action: evaluationWords.approve })
        parseSensiblePlan(JSON.parse(row.document))
        const version = nextVersion(row, input.version)
        tx.update(plan).set({ state: 'approved', approvedBy: guard.actor.name, approvedAt: now, version }).where(eq(plan.id, row.id)).run()
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

/** A plan that may still be changed: `plan_approved`, `plan_in_use`. */
function requireDraft(read: Read, id: string, action: string): PlanRow {
  const row = requirePlan(read, id)
  if (row.state === 'approved') throw new Refusal('plan_approved', { plan: row.name, action })
  if (isPlanInUse(read, row.id)) throw new Refusal('plan_in_use')
  return row
}

interface NewDraft {
  readonly code: string
  readonly name: string
  readonly document: PlanDocument
}

/** The next version under a code; the first one where the code is new. */
function insertDraft(tx: Write, id: string, { code, name, document }: NewDraft): { readonly id: string } {
  const versions = tx.select({ planVersion: plan.planVersion }).from(plan).where(eq(plan.code, code)).all()
  const planVersion = Math.max(0, ...versions.map((row) => row.planVersion)) + 1
  tx.insert(plan).values({ id, code, planVersion, name, document: JSON.stringify(document), state: 'draft' }).run()
  return { id }
}

function withUse(read: Read, row: PlanRow) {
  const { id, code, planVersion, name, state, approvedBy, approvedAt, version } = row
  return { id, code, planVersion, name, state, version, approvedBy: approvedBy === null ? null : actorNames(read)(approvedBy), approvedAt, inUse: isPlanInUse(read, id), periods: periodsOf(read, id) }
}

function periodsOf(read: Read, planId: string): string[] {
  return read.select({ code: period.code }).from(period).where(eq(period.planId, planId)).orderBy(asc(period.code)).all().map(({ code }) => code)
}

function isPlanInUse(read: Read, planId: string): boolean {
  return read.select({ id: snapshot.id }).from(snapshot).innerJoin(period, eq(period.id, snapshot.periodId)).where(eq(period.planId, planId)).limit(1).get() !== undefined
}

function freePlanCode(read: Read): string {
  const taken = new Set(read.select({ code: plan.code }).from(plan).all().map(({ code }) => code))
  for (let place = taken.size + 1; ; place += 1) if (!taken.has(`plan-${place}`)) return `plan-${place}`
}
