import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { decisionBar } from '../../../../shared/domain/evaluation/decisions/decision-rule.ts'
import { decisionBarNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { decision, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { acts, fields, nouns } from '../../app/vocabulary.ts'
import { decisionTable, isDeciding, listDecisions, type Candidate } from './decisions.ts'
import { notOpen, requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import { gradeNamesOf, overfullOf, quotaExceeded } from './settle-decisions.ts'
import { requirePlanWord } from '../../plans/stored-plan.ts'

interface Decided {
  readonly staffId: string
  readonly grade: string | null
  readonly reason: string | null
}

export const decisionsRouter = {
  list: guarded.decisions.list.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return listDecisions(guard.read, requirePeriod(guard.read, input.code))
  }),

  decide: guarded.decisions.decide.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ staff: input.rows.map(({ staffId }) => staffId) }),
      write(tx, now) {
        const row = requirePeriod(tx, input.code)
        if (!isDeciding(tx, row)) throw notOpen(row, acts.decideGrade)
        const table = decisionTable(tx, row)
        const before = new Map(overfullOf(tx, row, table).map(({ pool, given }) => [pool, given]))
        const people = new Map(table.candidates.map((person) => [person.staffId, person]))
        requireNoRuling(tx, row, input.rows)
        for (const one of input.rows) {
          requireAllowed(tx, row, requireRow(people.get(one.staffId), nouns.result), one)
          writeDecision(tx, row, one, { id: app.environment.newId(), meeting: input.meeting, now })
        }
        // A pool that an amendment left too full may be brought down step by step.
        const over = overfullOf(tx, row, table).find(({ pool, quota, given }) => given > (before.get(pool) ?? quota))
        if (over !== undefined) throw quotaExceeded(row, over)
        return { decided: input.rows.filter(({ grade }) => grade !== null).length }
      },
      audit: () => ({ subject: input.code, detail: { meeting: input.meeting, rows: input.rows } }),
    }),
  ),
}

function writeDecision(tx: Write, row: PeriodRow, { staffId, grade, reason }: Decided, { id, meeting, now }: { readonly id: string; readonly meeting: string; readonly now: string }): void {
  if (grade === null) {
    tx.delete(decision).where(and(eq(decision.periodId, row.id), eq(decision.staffId, staffId))).run()
    return
  }
  const given = reason === '' ? null : reason
  tx.insert(decision)
    .values({ id, periodId: row.id, staffId, grade, reason: given, meeting, decidedAt: now })
    .onConflictDoUpdate({ target: [decision.periodId, decision.staffId], set: { grade, reason: given, meeting, decidedAt: now, version: sql`${decision.version} + 1` } })
    .run()
}

/** A grade the plan knows, with a reason where it departs from the suggestion, and none that the engine bars. */
function requireAllowed(read: Read, row: PeriodRow, { standing }: Candidate, { staffId, grade, reason }: Decided): void {
  if (grade === null) return
  const names = gradeNamesOf(row)
  requirePlanWord(names, grade, fields.grade)
  const bar = decisionBar(standing, grade)
  if (bar !== null) {
    const name = read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get()?.name ?? ''
    throw new Refusal('grade_barred', { name, grade: names[grade] ?? grade, reason: decisionBarNames[bar] })
  }
  if (grade !== standing.suggested && !reason) throw new Refusal('reason_required', { action: acts.departFromSuggestion })
}

function requireNoRuling(read: Read, row: PeriodRow, rows: readonly Decided[]): void {
  const ruled = read
    .select({ name: staff.name })
    .from(decision)
    .innerJoin(staff, eq(staff.id, decision.staffId))
    .where(and(eq(decision.periodId, row.id), inArray(decision.staffId, rows.map(({ staffId }) => staffId)), sql`${decision.rulingId} IS NOT NULL`))
    .get()
  if (ruled !== undefined) throw new Refusal('decided_by_ruling', { name: ruled.name })
}

