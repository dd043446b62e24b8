import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { period, village, villageRank } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'

/** 村社名次 of the newest quarter in which any village is ranked, best first, each with its place in the ranked quarter before; null while there is none. */
export function villageRanks(read: Read) {
  const [newest, earlier] = read
    .selectDistinct({ id: period.id, code: period.code, start: period.start })
    .from(villageRank)
    .innerJoin(period, eq(period.id, villageRank.periodId))
    .where(isNotNull(villageRank.rank))
    .orderBy(desc(period.start))
    .limit(2)
    .all()
  if (newest === undefined) return null
  const before = new Map(earlier === undefined ? [] : ranksOf(read, earlier.id).map(({ villageId, rank }) => [villageId, rank]))
  return { periodCode: newest.code, rows: ranksOf(read, newest.id).map((row) => ({ ...row, before: before.get(row.villageId) ?? null })) }
}

function ranksOf(read: Read, periodId: string) {
  return read
    .select({ villageId: village.id, name: village.name, rank: villageRank.rank })
    .from(villageRank)
    .innerJoin(village, eq(village.id, villageRank.villageId))
    .where(and(eq(villageRank.periodId, periodId), isNotNull(villageRank.rank)))
    .orderBy(asc(villageRank.rank), asc(village.seq))
    .all()
    .flatMap(({ rank, ...row }) => (rank === null ? [] : [{ ...row, rank }]))
}
