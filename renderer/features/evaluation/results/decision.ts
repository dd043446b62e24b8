import type { PeriodKind } from '../../../../shared/domain/evaluation/cycle.ts'
import type { Identity } from '../../../../shared/domain/people/codes.ts'
import { bestGrades } from './grade-names.ts'
import type { PoolLine } from './pool-lines.ts'

/** What a meeting decides about one person, or by the suggestions about several. */
export interface Decidable {
  readonly staffId: string
  readonly staffName: string
  readonly identity: Identity
  readonly pool: string | null
  readonly grade: string
  readonly decidedGrade: string | null
}

/** The pool whose places would be overstepped by giving this grade; null when there is room, or the person has a place already. */
export function oversteps(kind: PeriodKind, { pool, grade, decidedGrade }: Pick<Decidable, 'pool' | 'grade' | 'decidedGrade'>, chosen: string, lines: readonly PoolLine[]): PoolLine | null {
  if (chosen !== bestGrades[kind] || (decidedGrade ?? grade) === chosen) return null
  const line = lines.find((other) => other.pool === pool)
  return line !== undefined && line.given >= line.quota ? line : null
}
