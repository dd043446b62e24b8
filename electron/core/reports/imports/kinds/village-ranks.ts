import { and, eq } from 'drizzle-orm'
import { unranked } from '../../../../../shared/domain/reports/imports/lists/list-spec.ts'
import { village, villageRank } from '../../../../db/schema/index.ts'
import { requireRow } from '../../../app/rows.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { listWords, rankText } from '../vocabulary.ts'
import { defineList, type Verdict } from './list-kind.ts'
import { quarterIndex } from './quarters.ts'
import { villageIndex } from './village-index.ts'

interface ReadyRank {
  readonly villageId: string
  readonly periodId: string
  readonly rank: number | null
}

export const rankId = ({ villageId, periodId }: Pick<ReadyRank, 'villageId' | 'periodId'>) => `${villageId} ${periodId}`

/** 村社名次 of a quarter that is open: known by village and quarter. */
export const villageRanksImport = defineList<'village_ranks', ReadyRank>('village_ranks', {
  capability: 'village.rank',
  wholeTownship: true,
  nameOf: (cells) => cells.get('village') ?? null,
  matcher({ read, asOf }, { issue, change }) {
    const villageNamed = villageIndex(read)
    const quarters = quarterIndex(read)
    const standing = new Map(read.select().from(villageRank).all().map((row) => [rankId(row), row]))
    const villages = read.select({ id: village.id }).from(village).all().length
    return ({ cells }): Verdict<ReadyRank> => {
      const [text, rank, code] = [cells.get('village'), cells.get('rank'), cells.get('period')]
      const inVillage = villageNamed(text ?? '')
      const quarter = code === undefined ? quarters.byDay(asOf) : quarters.byCode(code)
      const errors = [
        ...(text !== undefined && inVillage === null ? [issue('village', 'village_unknown', listWords.unknownVillage(text))] : []),
        ...(rank !== undefined && rank !== unranked && Number(rank) > villages ? [issue('rank', 'out_of_range', listWords.rankTooLow(villages))] : []),
        ...(quarter.is === 'none' ? [issue('period', 'period_unknown', quarter.message)] : quarter.closed === null ? [] : [issue('period', 'period_closed', quarter.closed)]),
      ]
      if (errors.length > 0 || inVillage === null || rank === undefined || quarter.is === 'none') return { is: 'refused', errors }
      const ready = { villageId: inVillage.id, periodId: quarter.row.id, rank: rank === unranked ? null : Number(rank) }
      const known = standing.get(rankId(ready))
      return known === undefined ? { is: 'new', ready, key: rankId(ready) } : { is: 'known', id: rankId(ready), ready, changes: change('rank', rankText(known.rank), rankText(ready.rank)) }
    }
  },
  taker({ tx, record }) {
    return {
      take(row) {
        const { villageId, periodId, rank } = row.ready
        if (row.is === 'new') {
          tx.insert(villageRank).values(row.ready).run()
          record.note(villageRank, rankId(row.ready), null)
          return
        }
        const isRow = and(eq(villageRank.villageId, villageId), eq(villageRank.periodId, periodId))
        const before = requireRow(tx.select().from(villageRank).where(isRow).get(), nouns.villageRank)
        tx.update(villageRank).set({ rank, version: before.version + 1 }).where(isRow).run()
        record.note(villageRank, rankId(row.ready), before)
      },
    }
  },
})
