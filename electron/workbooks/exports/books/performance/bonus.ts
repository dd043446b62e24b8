import { compareText } from '../../../../../shared/lib/text-order.ts'
import type { Rational } from '../../../../../shared/lib/rational.ts'
import type { BonusPoolOutcome, BonusShare, YearOutcome } from '../../../../../shared/domain/evaluation/computing/year-outcome.ts'
import { identityCells, repeatedYear } from '../annual/annual-table.ts'
import { formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftRow, DraftTable } from '../../arrange/draft.ts'
import { poolWords, wordFor, words } from '../../vocabulary.ts'
import type { ReportedPerson } from './people.ts'

/**
 * 绩效奖金建议: weight = annual × factor × months / 12; each pool's fen by the largest remainders, the smaller id first among equals.
 * Remainders count as equal within half a millionth of a fen, far above what binary floats lose.
 */

const inPool = '[bonus.poolKey],[poolKey]'
const nearly = '1/2000000'
const larger = `COUNTIFS(${inPool},[bonus.remainder],">"&([remainder]+${nearly}))`
const equalBefore = `COUNTIFS(${inPool},[bonus.remainder],">="&([remainder]-${nearly}),[bonus.remainder],"<="&([remainder]+${nearly}),[bonus.idOrder],"<"&[idOrder])`

function plain(value: Rational): number {
  return Number(value.num) / Number(value.den)
}

function shareRow(person: ReportedPerson, share: BonusShare, poolKey: number, idOrder: number): DraftRow {
  const { references, cells } = repeatedYear(person)
  return {
    references: { ...references, poolAmount: { table: 'bonusPools', row: String(poolKey), field: 'amount' } },
    cells: {
      ...identityCells(person),
      annual: cells['annual'] ?? number(null),
      grade: cells['grade'] ?? text(null),
      poolKey: number(poolKey),
      idOrder: number(idOrder),
      factor: number(plain(share.factor)),
      months: number(share.months),
      weight: formula('[annual]*[factor]*[months]/12'),
      exact: formula(`[@poolAmount]*[weight]/SUMIFS([bonus.weight],${inPool})`),
      floor: formula('ROUNDDOWN(ROUND([exact]*100,6),0)'),
      remainder: formula('[exact]*100-[floor]'),
      // What the whole fen of all leave over goes fen by fen to the largest remainders.
      amount: formula(`ROUND(([floor]+IF(${larger}+${equalBefore}<ROUND([@poolAmount]*100,0)-SUMIFS([bonus.floor],${inPool}),1,0))/100,2)`, share.fen / 100),
      remark: text(person.distinction === '' ? null : words.sameName(person.distinction)),
    },
  }
}

function poolRow({ pool, amount }: BonusPoolOutcome, index: number): DraftRow {
  const key = String(index + 1)
  return {
    id: key,
    cells: {
      pool: text(wordFor(poolWords, pool)),
      amount: number(amount / 100),
      people: formula(`COUNTIFS([bonus.poolKey],${key})`),
      weight: formula(`SUMIFS([bonus.weight],[bonus.poolKey],${key})`),
      spent: formula(`R2(SUMIFS([bonus.amount],[bonus.poolKey],${key}))`),
      left: formula('R2([amount]-[spent])'),
    },
  }
}

/** The people with a share, pool by pool, and the pools themselves. Empty while the year is not computed. */
export function bonusDrafts(people: readonly ReportedPerson[], outcome: YearOutcome | null): { readonly bonus: DraftTable; readonly pools: DraftTable } {
  const pools = outcome?.bonusPools ?? []
  const idOrders = new Map(people.map((person) => person.staff).sort(compareText).map((staff, index) => [staff, index + 1]))
  const rows = pools.flatMap((pool, index) => {
    const members = new Set(pool.staff)
    return people.flatMap((person): readonly DraftRow[] => {
      const share = members.has(person.staff) ? person.outcome?.bonus : null
      return share ? [shareRow(person, share, index + 1, idOrders.get(person.staff) ?? 0)] : []
    })
  })
  return {
    bonus: { key: 'bonus', rows: numbered(rows) },
    pools: { key: 'bonusPools', rows: numbered(pools.map(poolRow)) },
  }
}
