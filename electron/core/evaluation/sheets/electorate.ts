import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { electorateOf, electorateOfRooms, type Electorate } from '../../../../shared/domain/evaluation/sheets/electorate.ts'
import { peerRuleOf } from '../../../../shared/domain/plans/plan-document.ts'
import { assignment, moduleTable, peerBallot, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { coversDay } from '../../app/standing.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'

const keptRooms = z.array(z.array(z.string()))

/**
 * Who votes on whom in the 互评 of a period: until the first vote, who works where on the day it opened (before that: on the last
 * day of the period); from then on, who did at the first vote. 党政正职 neither vote nor are rated. A loaded case brings its ballots
 * along; nobody votes in it.
 */
export function electorateFor(read: Read, row: PeriodRow): Electorate {
  if (requireTownshipRow(read).origin === 'case') return electorateOf([], peerRuleOf(planDocumentOf(read, row)))
  const ballot = read.select({ openedOn: peerBallot.openedOn, rooms: peerBallot.rooms }).from(peerBallot).where(eq(peerBallot.periodId, row.id)).get()
  if (ballot?.rooms) return electorateOfRooms(keptRooms.parse(JSON.parse(ballot.rooms)), read.select({ id: staff.id }).from(staff).orderBy(asc(staff.seq)).all().map(({ id }) => id))
  const day = ballot?.openedOn ?? row.end
  const members = read
    .select({ staff: staff.id, track: staff.track, module: moduleTable.code })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .where(coversDay(assignment.from, assignment.to, day))
    .orderBy(asc(staff.seq), asc(assignment.seq))
    .all()
    .filter(({ track }) => track !== 'excluded')
    .map(({ track, ...member }) => ({ ...member, isLeader: track === 'leader' }))
  return electorateOf(members, peerRuleOf(planDocumentOf(read, row)))
}

/** Who votes on whom, kept as it stands: with the first vote, so that no later change of an assignment, a track or the plan parts votes from those they were given to. */
export function keepElectorate(tx: Write, row: PeriodRow): Electorate {
  const electorate = electorateFor(tx, row)
  tx.update(peerBallot).set({ rooms: JSON.stringify(electorate.rooms) }).where(and(eq(peerBallot.periodId, row.id), isNull(peerBallot.rooms))).run()
  return electorate
}
