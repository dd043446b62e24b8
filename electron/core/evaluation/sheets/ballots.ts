import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { scaleOf } from '../../../../shared/domain/plans/scorer-rules.ts'
import { peerBallot, peerCount, peerRoll, period } from '../../../db/schema/index.ts'
import type { DataFolder } from '../../../db/data-folder.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { nextVersion, requireRow } from '../../app/rows.ts'
import { acts, faults, nouns } from '../../app/vocabulary.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { ballotRow, closeBallot, requireOpenBallot } from './ballot-course.ts'
import { abstention } from '../../../db/schema/index.ts'
import { electorateFor, keepElectorate } from './electorate.ts'
import { planDocumentOf, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { backupsSince, handedOutBackups, sealOrLog, votingSince } from './seal-ballots.ts'

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
      requireOpenBallot(tx, row)
      const bands = planDocumentOf(tx, row).quarter.module.peerBands
      if (hasVoted(tx, row, voter)) throw new Refusal('already_voted')
      const colleagues = keepElectorate(tx, row).colleaguesOf(voter)
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
  const colleagues = voter === null ? [] : electorateFor(read, row).colleaguesOf(voter)
  const { bands } = scaleOf('0', planDocumentOf(read, row).quarter.module.peerBands)
  const ballot = ballotRow(read, row.id)
  return {
    isOpen: row.stage === 'scoring' && ballot?.closedOn === null && colleagues.length > 0,
    closedOn: ballot?.closedOn ?? null,
    hasVoted: voter !== null && hasVoted(read, row, voter),
    bands: bands.map((band) => ({ ...band })),
    colleagues: describe(read, row, colleagues),
  }
}

/** The open ballots in which a person has still to vote. */
export function ballotsToCast(read: Read, voter: string) {
  const open = read.select({ row: period }).from(peerBallot).innerJoin(period, eq(period.id, peerBallot.periodId)).where(and(isNull(peerBallot.closedOn), eq(period.stage, 'scoring'))).orderBy(asc(period.start)).all()
  return open.flatMap(({ row }) => {
    const colleagues = hasVoted(read, row, voter) ? 0 : electorateFor(read, row).colleaguesOf(voter).length
    return colleagues === 0 ? [] : [{ periodId: row.id, periodCode: row.code, colleagues }]
  })
}

/** How the voting of a period goes, and what closing it would take away. */
export function ballotState({ read }: Guarded, folder: DataFolder, row: PeriodRow) {
  const ballot = ballotRow(read, row.id)
  const since = ballot === undefined || ballot.clearedOn !== null ? null : votingSince(read, [ballot])
  return {
    ...turnoutOf(read, row),
    openedOn: ballot?.openedOn ?? null,
    closedOn: ballot?.closedOn ?? null,
    isCleared: ballot !== undefined && ballot.clearedOn !== null,
    version: ballot?.version ?? null,
    backups: since === null ? [] : [...backupsSince(folder, since)],
    handedOut: since === null ? [] : [...handedOutBackups(read, since)],
  }
}

/**
 * Closes the 互评 of a period for good, and takes away what the voting has left; of one that is closed already, what could not be
 * taken away then. Gives how many backups went, null when that has still to be made good.
 */
export async function closeBallots(app: App, guard: Guarded, input: { readonly periodId: string; readonly version: number }): Promise<{ readonly backups: number | null }> {
  guard.mutate({
    about: wholeTownship,
    write(tx, now) {
      const row = requirePeriodById(tx, input.periodId)
      const ballot = ballotRow(tx, row.id)
      const isLeftOver = ballot !== undefined && ballot.closedOn !== null && ballot.clearedOn === null
      if (!isLeftOver) requireOpenBallot(tx, row)
      nextVersion(requireRow(ballot, nouns.period), input.version)
      closeBallot(tx, row, { day: dayInChina(now), by: guard.actor.name })
      return { backups: backupsSince(app.folder, votingSince(tx, [requireRow(ballot, nouns.period)])).length }
    },
    audit: ({ backups }) => ({ subject: input.periodId, detail: { backups } }),
  })
  return { backups: await sealOrLog(app) }
}

/** Who may vote in a period, and who has not: all that the roll tells. */
export function turnoutOf(read: Read, row: PeriodRow) {
  const { voters } = electorateFor(read, row)
  const voted = new Set(read.select({ staffId: peerRoll.staffId }).from(peerRoll).where(eq(peerRoll.periodId, row.id)).all().map(({ staffId }) => staffId))
  return { voters: voters.length, notVoted: describe(read, row, voters.filter((id) => !voted.has(id))) }
}

/** The same for who is late: nobody before the voting has opened. */
export function lateVoters(read: Read, row: PeriodRow): ReturnType<typeof turnoutOf> {
  return ballotRow(read, row.id) === undefined ? { voters: 0, notVoted: [] } : turnoutOf(read, row)
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
