import { and, asc, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { period, village, villageRank } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { acts, named, nouns } from '../../app/vocabulary.ts'
import { requireOpenForInput, requirePeriodById } from '../../plans/periods.ts'
import { villageRow } from './villages.ts'

/** Every village with its place in a period. */
export function listRanks(read: Read, periodId: string) {
  const row = requireRow(read.select().from(period).where(eq(period.id, periodId)).get(), nouns.period)
  return read
    .select({ villageId: village.id, code: village.code, name: village.name, rank: villageRank.rank, recorded: villageRank.periodId })
    .from(village)
    .leftJoin(villageRank, and(eq(villageRank.villageId, village.id), eq(villageRank.periodId, row.id)))
    .orderBy(asc(village.seq))
    .all()
    .map(({ recorded, ...of }) => ({ ...of, isRecorded: recorded !== null }))
}

export interface RanksInput {
  readonly periodId: string
  /** A null rank is unranked; none at all takes the entry back. */
  readonly ranks: readonly { readonly villageId: string; readonly rank?: number | null | undefined }[]
}

export function setRanks(guard: Guarded, { periodId, ranks }: RanksInput): Record<string, never> {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      requireOpenForInput(requirePeriodById(tx, periodId), acts.enterRank)
      const seen = new Set<string>()
      for (const { villageId, rank } of ranks) {
        const { name } = villageRow(tx, villageId)
        if (seen.has(villageId)) throw new Refusal('duplicate', { what: named(nouns.village, name) })
        seen.add(villageId)
        if (rank === undefined) tx.delete(villageRank).where(and(eq(villageRank.villageId, villageId), eq(villageRank.periodId, periodId))).run()
        else writeRank(tx, { villageId, periodId, rank })
      }
      return {}
    },
    audit: () => ({ subject: periodId, detail: { ranks } }),
  })
}

export function setRank(guard: Guarded, input: { readonly villageId: string; readonly periodId: string; readonly rank: number | null }): Record<string, never> {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      requireOpenForInput(requirePeriodById(tx, input.periodId), acts.enterRank)
      villageRow(tx, input.villageId)
      writeRank(tx, input)
      return {}
    },
    audit: () => ({ subject: input.villageId, detail: input }),
  })
}

function writeRank(tx: Write, given: typeof villageRank.$inferInsert): void {
  tx.insert(villageRank)
    .values(given)
    .onConflictDoUpdate({ target: [villageRank.villageId, villageRank.periodId], set: { rank: given.rank ?? null, version: sql`${villageRank.version} + 1` } })
    .run()
}
