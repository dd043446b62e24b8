import { and, asc, eq } from 'drizzle-orm'
import type { HeadRating, LeaderScore, PeerCount } from '../../../../shared/domain/plans/case.ts'
import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { peerCount, scoreEntry, scoreSheet, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { scoreText } from '../../app/rows.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { ballotRow } from '../sheets/ballot-course.ts'
import { abstention } from '../../../db/schema/index.ts'

type CodeOf = (id: string) => string

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
 * M3 counts per ratee, in official order, once the ballot is closed; before that nobody learns of any. In a loaded case the
 * ballots are those it lists.
 */
export function gatherPeerCounts(read: Read, periodId: string, code: CodeOf): readonly PeerCount[] {
  const isCounted = requireTownshipRow(read).origin === 'case' || (ballotRow(read, periodId)?.closedOn ?? null) !== null
  if (!isCounted) return []
  const rows = read
    .select({ staffId: peerCount.staffId, band: peerCount.band, votes: peerCount.votes })
    .from(peerCount)
    .innerJoin(staff, eq(staff.id, peerCount.staffId))
    .where(eq(peerCount.periodId, periodId))
    .orderBy(asc(staff.seq), asc(peerCount.band))
    .all()
  return [...Map.groupBy(rows, ({ staffId }) => staffId)].map(([staffId, counts]) => ({
    staff: code(staffId),
    votes: Object.fromEntries(counts.filter(({ band }) => band !== abstention).map(({ band, votes }) => [band, votes])),
    abstained: counts.find(({ band }) => band === abstention)?.votes ?? 0,
  }))
}

function givenEntries(read: Read, periodId: string, kind: SheetKind) {
  return read
    .select({ sheet: { scorerId: scoreSheet.scorerId, scorerLabel: scoreSheet.scorerLabel, moduleId: scoreSheet.moduleId }, entry: { staffId: scoreEntry.staffId, band: scoreEntry.band, score: scoreEntry.score, scoreExact: scoreEntry.scoreExact } })
    .from(scoreEntry)
    .innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId))
    .where(and(eq(scoreSheet.periodId, periodId), eq(scoreSheet.kind, kind)))
    .orderBy(asc(scoreEntry.seq))
    .all()
    .filter(({ entry }) => entry.band !== null || entry.score !== null)
}
