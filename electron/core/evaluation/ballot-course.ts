import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../shared/domain/evaluation/cycle-vocabulary.ts'
import { fewestShownVotes } from '../../../shared/domain/evaluation/peer.ts'
import { peerBallot, peerCount } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { electorateFor } from './electorate.ts'
import type { PeriodRow } from './periods.ts'

export type BallotRow = typeof peerBallot.$inferSelect

/** In `peer_count` this band is an abstention. */
export const abstention = ''

export function ballotRow(read: Read, periodId: string): BallotRow | undefined {
  return read.select().from(peerBallot).where(eq(peerBallot.periodId, periodId)).get()
}

/** Opens the 互评 of a quarter that enters 评分; one that has been opened before stays as it is, and a closed one closed. */
export function openBallot(tx: Write, row: PeriodRow, day: string): void {
  if (row.kind === 'quarter') tx.insert(peerBallot).values({ periodId: row.id, openedOn: day }).onConflictDoNothing().run()
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
  for (const staffId of voters) {
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

/** Closed, and yet with the traces of the voting about: closing was cut off, or is going on. */
export function unsealedBallots(read: Read): readonly BallotRow[] {
  return read.select().from(peerBallot).where(and(isNotNull(peerBallot.closedOn), isNull(peerBallot.sealedOn))).all()
}

/** Notes that nothing but the counts is left of the ballots that are closed. */
export function markSealed(tx: Write, day: string): void {
  tx.update(peerBallot).set({ sealedOn: day, version: sql`${peerBallot.version} + 1` }).where(and(isNotNull(peerBallot.closedOn), isNull(peerBallot.sealedOn))).run()
}
