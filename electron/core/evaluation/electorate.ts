import { asc, eq } from 'drizzle-orm'
import { electorateOf, type Electorate } from '../../../shared/domain/evaluation/electorate.ts'
import { peerRuleOf } from '../../../shared/domain/evaluation/plan-document.ts'
import { assignment, moduleTable, peerBallot, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { requireTownshipRow } from '../app/session.ts'
import { coversDay } from '../app/standing.ts'
import { planDocumentOf, type PeriodRow } from './periods.ts'

/**
 * Who votes on whom in the 互评 of a period: who works where on the day it opened (before that: on the last day of the period).
 * 党政正职 neither vote nor are rated. A loaded case brings its ballots along; nobody votes in it.
 */
export function electorateFor(read: Read, row: PeriodRow): Electorate {
  if (requireTownshipRow(read).origin === 'case') return electorateOf([], peerRuleOf(planDocumentOf(read, row)))
  const day = read.select({ on: peerBallot.openedOn }).from(peerBallot).where(eq(peerBallot.periodId, row.id)).get()?.on ?? row.end
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
