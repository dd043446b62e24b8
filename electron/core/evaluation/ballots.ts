import { and, asc, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { assignment, peerCount, peerRoll, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { Guarded } from '../app/guard.ts'
import { requireRow } from '../app/rows.ts'
import { coversDay } from '../app/standing.ts'
import { mainModulesOf } from '../people/assignments.ts'
import { abstention } from './gather-scores.ts'
import { planDocumentOf, requirePeriodById, requireStage } from './periods.ts'
import { acts, faults, nouns } from '../app/vocabulary.ts'

export interface Ballot {
  readonly periodId: string
  readonly votes: readonly { readonly staffId: string; readonly band: string | null }[]
}

/** Counts one ballot and enters the voter into the roll. What was given to whom is kept nowhere, the audit log included. */
export function castBallot(guard: Guarded, ballot: Ballot): Record<string, never> {
  const voter = guard.actor.standing.staffId
  if (voter === null) throw new Refusal('forbidden', { capability: acts.castBallot })
  return guard.mutate({
    about: () => ({ staff: [voter] }),
    write(tx) {
      const row = requirePeriodById(tx, ballot.periodId)
      requireStage(row, 'scoring', acts.ballot)
      const bands = planDocumentOf(tx, row).quarter.module.peerBands
      const roll = { periodId: row.id, staffId: voter }
      if (tx.select().from(peerRoll).where(and(eq(peerRoll.periodId, row.id), eq(peerRoll.staffId, voter))).get() !== undefined) throw new Refusal('already_voted')
      const colleagues = colleaguesOf(tx, voter, row.end)
      const seen = new Set<string>()
      for (const { staffId, band } of ballot.votes) {
        if (staffId === voter) throw new Refusal('self_vote')
        requireRow(colleagues.find((id) => id === staffId), nouns.colleague)
        if (seen.has(staffId)) throw new Refusal('duplicate', { what: nouns.colleague })
        seen.add(staffId)
        if (band !== null && !Object.hasOwn(bands, band)) throw new Refusal('invalid_input', { field: nouns.peerBand, reason: faults.noSuchBand(band) })
        tx.insert(peerCount)
          .values({ periodId: row.id, staffId, band: band ?? abstention, votes: 1 })
          .onConflictDoUpdate({ target: [peerCount.periodId, peerCount.staffId, peerCount.band], set: { votes: sql`${peerCount.votes} + 1` } })
          .run()
      }
      tx.insert(peerRoll).values(roll).run()
      return {}
    },
    audit: () => ({ subject: ballot.periodId, detail: {} }),
  })
}

/** Everyone in a module of the voter on a day, the voter left out. */
export function colleaguesOf(read: Read, voter: string, day: string): readonly string[] {
  const modules = mainModulesOf(read, voter, day)
  const rows = read
    .select({ id: staff.id, moduleId: assignment.moduleId })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .where(coversDay(assignment.from, assignment.to, day))
    .orderBy(asc(staff.seq))
    .all()
  return [...new Set(rows.filter(({ id, moduleId }) => id !== voter && modules.includes(moduleId)).map(({ id }) => id))]
}
