import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { fewestShownVotes } from '../../../../shared/domain/evaluation/computing/peer.ts'
import { abstention, peerBallot, peerCount, peerRoll } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { countRows } from '../../app/rows.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { electorateFor } from './electorate.ts'
import type { PeriodRow } from '../../plans/periods.ts'

export type BallotRow = typeof peerBallot.$inferSelect

export function ballotRow(read: Read, periodId: string): BallotRow | undefined {
  return read.select().from(peerBallot).where(eq(peerBallot.periodId, periodId)).get()
}

/** Opens the 互评 of a quarter that enters 评分; a closed one stays closed. */
export function openBallot(tx: Write, row: PeriodRow, day: string): void {
  if (row.kind === 'quarter') tx.insert(peerBallot).values({ periodId: row.id, openedOn: day }).onConflictDoNothing().run()
}

/** Takes back the opening for a period that leaves 评分 for an earlier stage, so that it opens anew then. Refusal: `ballot_has_votes`. */
export function withdrawBallot(tx: Write, row: PeriodRow): void {
  const ballot = ballotRow(tx, row.id)
  if (ballot === undefined || ballot.closedOn !== null) return
  const voted = countRows(tx, peerRoll, eq(peerRoll.periodId, row.id))
  if (voted > 0) throw new Refusal('ballot_has_votes', { period: periodTitle(row.code), count: voted })
  tx.delete(peerBallot).where(eq(peerBallot.periodId, row.id)).run()
}

/** Refusals: `ballot_not_open`, `ballot_closed`. */
export function requireOpenBallot(read: Read, row: PeriodRow): void {
  const ballot = ballotRow(read, row.id)
  if (ballot !== undefined && ballot.closedOn !== null) throw new Refusal('ballot_closed', { period: periodTitle(row.code), date: ballot.closedOn })
  if (ballot === undefined || row.stage !== 'scoring') throw new Refusal('ballot_not_open', { period: periodTitle(row.code) })
}

/**
 * Closes the 互评 of a period for good: whoever has not voted abstains, and where too few voted on one person to hide who gave
 * what, their votes become abstentions. Gives whether it was open. What the voting has left in the file and beside it is still
 * there: `sealBallots` takes it away once this is committed.
 */
export function closeBallot(tx: Write, row: PeriodRow, { day, by }: { readonly day: string; readonly by: string }): boolean {
  const ballot = ballotRow(tx, row.id)
  if (ballot === undefined || ballot.closedOn !== null) return false
  const counts = Map.groupBy(tx.select().from(peerCount).where(eq(peerCount.periodId, row.id)).all(), ({ staffId }) => staffId)
  const { voters, colleaguesOf } = electorateFor(tx, row)
  // A loaded case brings its counts along, and nobody votes in it.
  const votedOn = requireTownshipRow(tx).origin === 'case' ? [] : new Set([...voters, ...counts.keys()])
  for (const staffId of votedOn) {
    const given = counts.get(staffId) ?? []
    const cast = given.filter(({ band }) => band !== abstention).reduce((sum, { votes }) => sum + votes, 0)
    const isKept = cast >= fewestShownVotes
    if (!isKept) tx.delete(peerCount).where(and(eq(peerCount.periodId, row.id), eq(peerCount.staffId, staffId))).run()
    const abstained = colleaguesOf(staffId).length - (isKept ? cast : 0)
    if (abstained <= 0) continue
    tx.insert(peerCount)
      .values({ periodId: row.id, staffId, band: abstention, votes: abstained })
      .onConflictDoUpdate({ target: [peerCount.periodId, peerCount.staffId, peerCount.band], set: { votes: abstained } })
      .run()
  }
  tx.update(peerBallot).set({ closedOn: day, closedBy: by, version: sql`${peerBallot.version} + 1` }).where(eq(peerBallot.periodId, row.id)).run()
  return true
}

/** Closed, and yet with traces of the voting about: clearing them was cut off, or is going on. */
export function unclearedBallots(read: Read): readonly BallotRow[] {
  return read.select().from(peerBallot).where(and(isNotNull(peerBallot.closedOn), isNull(peerBallot.clearedOn))).all()
}

/** Notes that nothing but the counts is left in the file of the ballots that are closed; what was made before this moment is still to go. */
export function markSealed(tx: Write, now: string): void {
  tx.update(peerBallot).set({ sealedAt: now, version: sql`${peerBallot.version} + 1` }).where(and(isNotNull(peerBallot.closedOn), isNull(peerBallot.sealedAt))).run()
}

/** Notes that the files made while these were voted in are gone as well. */
export function markCleared(tx: Write, periodIds: readonly string[], day: string): void {
  tx.update(peerBallot).set({ clearedOn: day, version: sql`${peerBallot.version} + 1` }).where(inArray(peerBallot.periodId, [...periodIds])).run()
}
