import { and, asc, eq } from 'drizzle-orm'
import type { HeadRating, LeaderScore, PeerCount } from '../../../shared/domain/evaluation/case.ts'
import type { SheetKind } from '../../../shared/domain/evaluation/cycle.ts'
import { peerCount, scoreEntry, scoreSheet, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { scoreText } from '../app/rows.ts'
import { requireTownshipRow } from '../app/session.ts'
import { electorateOn } from './electorate.ts'
import type { PeriodRow } from './periods.ts'

type CodeOf = (id: string) => string

/** In `peer_count` this band is an abstention. */
export const abstention = ''

/** M1 ratings that have been given; an empty entry is none. */
export function gatherRatings(read: Read, periodId: string, code: CodeOf): readonly HeadRating[] {
  return givenEntries(read, periodId, 'head').map(({ sheet, entry }) => ({
    scorer: sheet.scorerId === null ? (sheet.scorerLabel ?? '') : code(sheet.scorerId),
    staff: code(entry.staffId),
    module: code(sheet.moduleId ?? ''),
    band: entry.band,
    score: scoreText(entry),
  }))
}

/** M4 scores that have been given. */
export function gatherLeaderScores(read: Read, periodId: string, code: CodeOf): readonly LeaderScore[] {
  return givenEntries(read, periodId, 'leader').flatMap(({ sheet, entry }) => {
    const score = scoreText(entry)
    return score === null ? [] : [{ scorer: sheet.scorerId === null ? (sheet.scorerLabel ?? '') : code(sheet.scorerId), staff: code(entry.staffId), score }]
  })
}

/**
 * M3 counts per ratee, in official order. A colleague who has handed in no ballot counts as abstaining; in a loaded case
 * the ballots are those it lists.
 */
export function gatherPeerCounts(read: Read, { id: periodId, end }: PeriodRow, code: CodeOf): readonly PeerCount[] {
  const colleaguesOf = requireTownshipRow(read).origin === 'case' ? () => [] : electorateOn(read, end).colleaguesOf
  const rows = read
    .select({ staffId: peerCount.staffId, band: peerCount.band, votes: peerCount.votes })
    .from(peerCount)
    .innerJoin(staff, eq(staff.id, peerCount.staffId))
    .where(eq(peerCount.periodId, periodId))
    .orderBy(asc(staff.seq), asc(peerCount.band))
    .all()
  return [...Map.groupBy(rows, ({ staffId }) => staffId)].map(([staffId, counts]) => {
    const cast = counts.filter(({ band }) => band !== abstention)
    const abstained = counts.find(({ band }) => band === abstention)?.votes ?? 0
    const unused = colleaguesOf(staffId).length - cast.reduce((sum, { votes }) => sum + votes, 0)
    return { staff: code(staffId), votes: Object.fromEntries(cast.map(({ band, votes }) => [band, votes])), abstained: Math.max(abstained, unused) }
  })
}

function givenEntries(read: Read, periodId: string, kind: SheetKind) {
  return read
    .select({ sheet: scoreSheet, entry: scoreEntry })
    .from(scoreEntry)
    .innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId))
    .where(and(eq(scoreSheet.periodId, periodId), eq(scoreSheet.kind, kind)))
    .orderBy(asc(scoreEntry.seq))
    .all()
    .filter(({ entry }) => entry.band !== null || entry.score !== null)
}
