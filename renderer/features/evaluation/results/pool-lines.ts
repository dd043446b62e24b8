import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import type { PoolRow } from '../../plans/api-types.ts'
import { bestGrades } from '../../../../shared/domain/plans/grade-names.ts'

interface Graded {
  readonly pool: string | null
  readonly grade: string
  readonly decidedGrade: string | null
}

/** How the places of one pool stand. */
export interface PoolLine {
  readonly pool: string | null
  readonly given: number
  readonly quota: number
  /** `none`: no places, and nobody has one. */
  readonly state: 'room' | 'full' | 'over' | 'none'
  readonly tiedAtLine: number
}

/** The places of each pool as they stand now: by the decided grade, where none is decided by the suggested one. */
export function poolLines(kind: PeriodKind, pools: readonly Pick<PoolRow, 'pool' | 'quota' | 'tiedAtLine'>[], rows: readonly Graded[]): readonly PoolLine[] {
  return pools.map(({ pool, quota, tiedAtLine }): PoolLine => {
    const given = rows.filter((row) => row.pool === pool && (row.decidedGrade ?? row.grade) === bestGrades[kind]).length
    return { pool, given, quota, state: given > quota ? 'over' : quota === 0 ? 'none' : given === quota ? 'full' : 'room', tiedAtLine }
  })
}
