import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { scaleOf } from '../../../shared/domain/evaluation/scorer-rules.ts'
import { peerCount, peerRoll } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { Guarded } from '../app/guard.ts'
import { requireRow } from '../app/rows.ts'
import { acts, faults, nouns } from '../app/vocabulary.ts'
import { printedPeople } from '../transfer/gather-common.ts'
import { electorateOn } from './electorate.ts'
import { abstention } from './gather-scores.ts'
import { planDocumentOf, requirePeriodById, requireStage, type PeriodRow } from './periods.ts'

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
      if (hasVoted(tx, row, voter)) throw new Refusal('already_voted')
      const colleagues = electorateOn(tx, row.end).colleaguesOf(voter)
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
      tx.insert(peerRoll).values({ periodId: row.id, staffId: voter }).run()
      return {}
    },
    audit: () => ({ subject: ballot.periodId, detail: {} }),
  })
}

/** The caller's own ballot: whom to rate, by which bands, and whether it has been cast. */
export function ownBallot({ read, actor }: Guarded, row: PeriodRow) {
  const voter = actor.standing.staffId
  const colleagues = voter === null ? [] : electorateOn(read, row.end).colleaguesOf(voter)
  const { bands } = scaleOf('0', planDocumentOf(read, row).quarter.module.peerBands)
  return {
    isOpen: row.stage === 'scoring' && colleagues.length > 0,
    hasVoted: voter !== null && hasVoted(read, row, voter),
    bands: bands.map((band) => ({ ...band })),
    colleagues: describe(read, row, colleagues),
  }
}

/** Who may vote in a period, and who has not: all that the roll tells. */
export function turnoutOf(read: Read, row: PeriodRow) {
  const { voters } = electorateOn(read, row.end)
  const voted = new Set(read.select({ staffId: peerRoll.staffId }).from(peerRoll).where(eq(peerRoll.periodId, row.id)).all().map(({ staffId }) => staffId))
  return { voters: voters.length, notVoted: describe(read, row, voters.filter((id) => !voted.has(id))) }
}

function hasVoted(read: Read, row: PeriodRow, voter: string): boolean {
  return read.select().from(peerRoll).where(and(eq(peerRoll.periodId, row.id), eq(peerRoll.staffId, voter))).get() !== undefined
}

function describe(read: Read, row: PeriodRow, ids: readonly string[]) {
  const people = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  return ids.flatMap((id) => {
    const person = people.get(id)
    return person === undefined ? [] : [{ staffId: id, staffName: person.name, moduleName: person.moduleName, postName: person.postName }]
  })
}
