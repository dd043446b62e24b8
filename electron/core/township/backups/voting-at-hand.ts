import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { auditEntry, peerBallot } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'

/** Since when files of a voting lie in the data folder, for who is about to put another file in place of the database; null where there are none. */
export function votingAtHand(read: Read): string | null {
  const days = [...read.select({ openedOn: peerBallot.openedOn }).from(peerBallot).where(isNull(peerBallot.clearedOn)).all().map(({ openedOn }) => openedOn), ...takenBack(read)]
  return days.sort()[0] ?? null
}

const restoreDetail = z.object({ votingSince: z.string().optional() })

/** What restores have noted of a voting that the file they brought knows nothing of, and that no clearing has covered since. */
export function takenBack(read: Read): readonly string[] {
  const cleared = read.select({ seq: auditEntry.seq }).from(auditEntry).where(eq(auditEntry.action, 'ballots.clear')).orderBy(desc(auditEntry.seq)).limit(1).get()?.seq ?? 0
  return read
    .select({ detail: auditEntry.detail })
    .from(auditEntry)
    .where(and(eq(auditEntry.action, 'system.restore'), gt(auditEntry.seq, cleared)))
    .all()
    .flatMap(({ detail }) => restoreDetail.parse(JSON.parse(detail)).votingSince ?? [])
}
