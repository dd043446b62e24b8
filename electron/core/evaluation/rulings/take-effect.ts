import { and, eq, sql } from 'drizzle-orm'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { appeal, decision, deduction, veto, type ruling } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import { nextSeq } from '../../app/rows.ts'
import { acts } from '../../app/vocabulary.ts'
import { moveStage } from '../computing/period-steps.ts'
import { requireOpenForInput, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import type { Computing } from '../computing/result-versions.ts'
import { settleDecisions } from '../decisions/settle-decisions.ts'
import { readChanges, takeAmendment } from '../computing/amend-snapshot.ts'
import { requireDecidable, requireExemptible } from './propose.ts'
import { rulingWords } from './vocabulary.ts'

type RulingRow = typeof ruling.$inferSelect

/** What an approved ruling does, in the transaction of its approval; gives the result version that an amendment makes. The refusals are those of its proposal. */
export function takeEffect(computing: Computing, row: RulingRow, answer: string): number | null {
  const { tx, now, newId } = computing
  const { id, periodId, staffId, clause, reason } = row
  switch (row.kind) {
    case 'exemption': {
      const exempted = requireExemptible(tx, row.deductionId ?? '')
      tx.update(deduction).set({ exempt: true, exemptReason: reason, version: exempted.version + 1 }).where(eq(deduction.id, exempted.id)).run()
      return null
    }
    case 'veto':
      if (staffId === null || row.effect === null) throw new Error(`a veto without a person or an effect: ${id}`)
      requireOpenForInput(requirePeriodById(tx, periodId), acts.enterVeto)
      tx.insert(veto).values({ id: newId(), seq: nextSeq(tx, veto), staffId, periodId, effect: row.effect, clause, rulingId: id }).run()
      return null
    case 'special_case': {
      if (staffId === null || row.grade === null) throw new Error(`a special case without a person or a grade: ${id}`)
      requireDecidable(tx, periodId, staffId, row.grade)
      const decided = { grade: row.grade, reason, meeting: row.rulingBody, clause, rulingId: id, decidedAt: now }
      tx.insert(decision)
        .values({ id: newId(), periodId, staffId, ...decided })
        .onConflictDoUpdate({ target: [decision.periodId, decision.staffId], set: { ...decided, version: sql`${decision.version} + 1` } })
        .run()
      return null
    }
    case 'amendment': {
      const made = takeAmendment(computing, requirePeriodById(tx, periodId), row, readChanges(row.changes))
      reopenWhereUnsettled(computing, requirePeriodById(tx, periodId))
      if (row.appealId !== null) {
        tx.update(appeal)
          .set({ state: 'granted', answer: answer === '' ? rulingWords.granted(row.code) : answer, answeredOn: dayInChina(now), answeredBy: computing.actor, version: sql`${appeal.version} + 1` })
          .where(and(eq(appeal.id, row.appealId), eq(appeal.state, 'filed')))
          .run()
      }
      return made
    }
    default:
      return assertNever(row.kind)
  }
}

/**
 * A further version may bar what the meeting decided by the one before it, or leave fewer places. What is barred falls back to the
 * suggestion; a closed period then goes back to 会议审定, for nothing else could decide it anew.
 */
function reopenWhereUnsettled(computing: Computing, row: PeriodRow): void {
  const { dropped, isOverfull } = settleDecisions(computing.tx, row)
  if ((row.stage === 'locked' || row.stage === 'reported') && (dropped.length > 0 || isOverfull)) moveStage(computing, row, 'deciding')
}
