import { desc, eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { Refusal, type Issue } from '../../../../shared/contract/refusal.ts'
import { periodStageNames, periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { parseQuarterInput } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { quarterResult } from '../../../../shared/domain/evaluation/results/result-document.ts'
import type { QuarterOutcome } from '../../../../shared/domain/evaluation/computing/outcome.ts'
import type { QuarterInput } from '../../../../shared/domain/plans/case.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { personResult, post, snapshot, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { closeBallot } from '../sheets/ballot-course.ts'
import { gatherQuarter } from './gather-quarter.ts'
import { missingInputs, type MissingInput } from './missing.ts'
import { moveStage } from './period-steps.ts'
import { planOf, requireStage, type PeriodRow } from '../../plans/periods.ts'
import { newestVersion, storeVersion, type Computed, type Computing } from './result-versions.ts'
import { acts } from '../../app/vocabulary.ts'
import { missingWords } from '../../plans/vocabulary.ts'

export type SnapshotRow = typeof snapshot.$inferSelect

/**
 * Freezes a quarter once (every input copied, with its hash) and computes it from that copy; a repeated call gives the
 * identical document. Refusals: `period_not_open`, `period_running`, `plan_not_approved`, `inputs_missing` (except in a loaded case),
 * `post_without_score`, `snapshot_refused`.
 */
export function computeQuarter(computing: Computing, row: PeriodRow): Computed {
  const { tx } = computing
  const frozen = latestSnapshot(tx, row.id) ?? freeze(computing, row)
  const { document, resultVersion, isNew } = storeQuarter(computing, row, frozen)
  if (isNew) moveStage(computing, row, 'computed', ['frozen'])
  return { document, resultVersion, isNew }
}

/** The result of a snapshot, kept as a version of its own unless the newest one is the same. */
export function storeQuarter(computing: Computing, row: PeriodRow, frozen: SnapshotRow): Computed & { readonly versionId: string } {
  const outcome = evaluateSnapshot(frozen)
  const document = quarterResult(outcome)
  const stored = storeVersion(computing, row, frozen.id, document)
  if (stored.isNew) storePeople(computing.tx, stored.versionId, outcome)
  return { document, ...stored }
}

/** The snapshot that the newest result stands on: the freeze, or the amendment after it. Before the first result the freeze alone. */
export function latestSnapshot(read: Read, periodId: string): SnapshotRow | null {
  const newest = newestVersion(read, periodId)
  const where = newest === null ? eq(snapshot.periodId, periodId) : eq(snapshot.id, newest.snapshotId)
  return read.select().from(snapshot).where(where).orderBy(desc(snapshot.id)).limit(1).get() ?? null
}

/** The frozen input, checked again on the way out of the database. */
export function snapshotInput(frozen: SnapshotRow): QuarterInput {
  const parsed = parseQuarterInput(JSON.parse(frozen.document))
  if (parsed.kind === 'refused') throw new Error(`snapshot ${frozen.id} is refused: ${parsed.issues[0]?.path ?? ''}`)
  return parsed.input
}

export function evaluateSnapshot(frozen: SnapshotRow): QuarterOutcome {
  return evaluateQuarter(snapshotInput(frozen))
}

function freeze(computing: Computing, row: PeriodRow): SnapshotRow {
  const { tx, now, actor, closesBallot = false } = computing
  requireStage(row, 'scoring', acts.freeze)
  if (isRunning(tx, row, now, closesBallot)) throw new Refusal('period_running', { period: periodTitle(row.code), day: row.end })
  if (planOf(tx, row).state !== 'approved') throw new Refusal('plan_not_approved', { period: periodTitle(row.code) })
  if (closesBallot) closeBallot(tx, row, { day: dayInChina(now), by: actor })
  if (requireTownshipRow(tx).origin !== 'case') requireComplete(tx, row)
  const input = gatherQuarter(tx, row)
  const issues = issuesOf(input)
  if (issues.length > 0) throw new Refusal('snapshot_refused', { period: periodTitle(row.code), count: issues.length, first: issues[0]?.message ?? '' }, issues)
  return keepSnapshot(computing, row, input, null)
}

/** Whether days of the quarter are still to come, which a freeze would leave out; a loaded case is of no calendar, nor a township to look at. */
function isRunning(read: Read, row: PeriodRow, now: string, isToLookAt: boolean): boolean {
  return !isToLookAt && requireTownshipRow(read).origin !== 'case' && dayInChina(now) <= row.end
}

/** Keeps an input as a snapshot of the period, as canonical JSON with its hash; `rulingId`: the amendment it comes from. */
export function keepSnapshot({ tx, now, actor, newId }: Computing, row: PeriodRow, input: object, rulingId: string | null): SnapshotRow {
  const document = canonicalJson(input)
  const frozen = { id: newId(), periodId: row.id, document, hash: createHash('sha256').update(document).digest('hex'), frozenAt: now, frozenBy: actor, rulingId }
  tx.insert(snapshot).values(frozen).run()
  return frozen
}

function issuesOf(input: QuarterInput): readonly Issue[] {
  const parsed = parseQuarterInput(input)
  return parsed.kind === 'refused' ? parsed.issues : []
}

function requireComplete(read: Read, row: PeriodRow): void {
  const missing = missingInputs(read, row)
  const unscored = missing.find((item) => item.kind === 'post')
  if (unscored !== undefined) {
    throw new Refusal('post_without_score', { post: read.select().from(post).where(eq(post.id, unscored.postId)).get()?.name ?? '' })
  }
  const first = missing[0]
  if (first === undefined) return
  const issues = missing.map(({ kind, message }, index) => ({ path: String(index), code: kind, message }))
  throw new Refusal('inputs_missing', { period: periodTitle(row.code), count: missing.length, first: first.message }, issues)
}

/** What a closing of the ballot settles. */
const endsWithBallot: readonly MissingInput['kind'][] = ['ballot', 'smallModule']

/** One thing for which `computeQuarter` would refuse now. */
export type ComputeObstacle =
  | MissingInput
  | { readonly kind: 'running'; readonly message: string }
  | { readonly kind: 'stage'; readonly message: string }
  | { readonly kind: 'plan'; readonly planId: string; readonly message: string }
  | { readonly kind: 'snapshot'; readonly path: string; readonly message: string }

/** Exactly what `computeQuarter` would refuse for now; nothing once the period is frozen. The input as a whole is looked at when nothing of it is missing. */
export function quarterObstacles(read: Read, row: PeriodRow, { now, closesBallot = false }: Pick<Computing, 'now' | 'closesBallot'>): readonly ComputeObstacle[] {
  if (latestSnapshot(read, row.id) !== null) return []
  const plan = planOf(read, row)
  const missing = requireTownshipRow(read).origin === 'case' ? [] : missingInputs(read, row).filter(({ kind }) => !(closesBallot && endsWithBallot.includes(kind)))
  const issues = missing.length > 0 ? [] : issuesOf(gatherQuarter(read, row))
  return [
    ...(isRunning(read, row, now, closesBallot) ? [{ kind: 'running', message: missingWords.running(row.end) } as const] : []),
    ...(row.stage === 'scoring' ? [] : [{ kind: 'stage', message: missingWords.stage(periodStageNames[row.stage]) } as const]),
    ...(plan.state === 'approved' ? [] : [{ kind: 'plan', planId: plan.id, message: missingWords.plan(plan.name) } as const]),
    ...missing,
    ...issues.map(({ path, message }) => ({ kind: 'snapshot', path, message }) as const),
  ]
}

function storePeople(tx: Write, versionId: string, outcome: QuarterOutcome): void {
  const ids = new Map(tx.select({ id: staff.id, code: staff.code }).from(staff).all().map(({ id, code }) => [code, id]))
  outcome.people.forEach((person, index) => {
    const { dimensions, ranks } = person
    tx.insert(personResult)
      .values({
        versionId,
        staffId: ids.get(person.staff) ?? '',
        seq: index + 1,
        ...dimensions,
        total: person.total.total,
        pool: person.pool,
        rankTown: ranks.town,
        rankModule: ranks.module,
        rankPool: ranks.pool,
        valid: person.duty.valid,
        grade: person.grade.grade,
      })
      .run()
  })
}
