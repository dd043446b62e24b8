import { institutionGradeNames, yearGradeNames } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { yearGrades } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { YearOutcome } from '../../../../../shared/domain/evaluation/computing/year-outcome.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { poolWords, wordFor, words } from '../../vocabulary.ts'

const roundings = { floor: 'ROUNDDOWN([exact],0)', round: 'ROUND([exact],0)', ceil: 'ROUNDUP([exact],0)' } as const

/** 称职 and 合格 count together. */
function heading(grade: (typeof yearGrades)[number]): string {
  const other = institutionGradeNames[grade]
  return other === undefined ? yearGradeNames[grade] : `${yearGradeNames[grade]}/${other}`
}

function counts(field: 'suggested' | 'decided'): readonly (readonly [string, DraftCell])[] {
  return yearGrades.map((_, at) => [fieldAt(field, at), formula(`COUNTIFS([annual.poolKey],[poolKey],[annual.${field}Key],${String(at + 1)})`)])
}

/** 等次统计与名额 of a year, counted over the annual table. */
export function yearGradesDraft(outcome: YearOutcome, order: ReadonlyMap<string | null, number>): DraftTable {
  const rows = outcome.pools.map((pool, index): DraftRow => ({
    cells: {
      seq: number(index + 1),
      pool: text(pool.pool === null ? words.noPool : wordFor(poolWords, pool.pool)),
      poolKey: number(order.get(pool.pool) ?? null),
      people: formula('COUNTIFS([annual.poolKey],[poolKey])', pool.people),
      eligible: formula('COUNTIFS([annual.poolKey],[poolKey],[annual.eligible],1)', pool.eligible),
      share: number(Number(pool.share.num) / Number(pool.share.den)),
      exact: formula('ROUND([share]*[eligible],9)'),
      quota: formula(roundings[pool.rounding], pool.quota),
      ...Object.fromEntries([...counts('suggested'), ...counts('decided')]),
      meeting: formula('COUNTIFS([annual.poolKey],[poolKey],[annual.meeting],1)', pool.tiedAtLine),
    },
  }))
  return { key: 'yearGrades', rows, each: { grades: yearGrades.map(heading) } }
}
