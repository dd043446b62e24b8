import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { quarterGradeNames, yearGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { bestGrades, decisionBar, overfullPools, type Overfull } from '../../../../shared/domain/evaluation/decisions/decision-rule.ts'
import { gradeWords } from '../../../../shared/domain/evaluation/results/explain/words.ts'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { decision } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { decisionTable, type DecisionTable } from './decisions.ts'
import type { PeriodRow } from '../../plans/periods.ts'

type DecisionRow = typeof decision.$inferSelect

export function decisionsOf(read: Read, { id }: PeriodRow): ReadonlyMap<string, DecisionRow> {
  return new Map(read.select().from(decision).where(eq(decision.periodId, id)).all().map((made) => [made.staffId, made]))
}

/** The names of the grades of a period. */
export function gradeNamesOf({ kind }: PeriodRow): Readonly<Record<string, string>> {
  return kind === 'year' ? yearGradeNames : quarterGradeNames
}

/** The pools in which more people stand with the best grade than there are places. */
export function overfullOf(read: Read, row: PeriodRow, { candidates, pools }: DecisionTable): readonly Overfull[] {
  const decisions = decisionsOf(read, row)
  const graded = candidates.map(({ staffId, pool, standing }) => {
    const made = decisions.get(staffId)
    return { pool, grade: made?.grade ?? standing.suggested, isSpecial: made !== undefined && made.rulingId !== null }
  })
  return overfullPools(row.kind, graded, pools)
}

export function quotaExceeded(row: PeriodRow, { pool, quota, given }: Overfull): Refusal {
  return new Refusal('quota_exceeded', { pool: pool === null ? gradeWords.noPool : planWord('pool', pool), grade: gradeNamesOf(row)[bestGrades[row.kind]] ?? '', quota, given, over: given - quota })
}

/** What a further version of a result leaves of the meeting's decisions. */
export interface Settled {
  /** Codes of the people whose decided grade the new version bars: they stand with the suggestion again. */
  readonly dropped: readonly string[]
  readonly isOverfull: boolean
}

/** Takes away the decisions that the newest version of a result bars; those by a 特殊情形 stand, for it may go beyond every bar. */
export function settleDecisions(tx: Write, row: PeriodRow): Settled {
  const table = decisionTable(tx, row)
  const decisions = decisionsOf(tx, row)
  const barred = table.candidates.filter(({ staffId, standing }) => {
    const made = decisions.get(staffId)
    return made !== undefined && made.rulingId === null && decisionBar(standing, made.grade) !== null
  })
  if (barred.length > 0) tx.delete(decision).where(and(eq(decision.periodId, row.id), inArray(decision.staffId, barred.map(({ staffId }) => staffId)))).run()
  return { dropped: barred.map(({ staffCode }) => staffCode), isOverfull: overfullOf(tx, row, table).length > 0 }
}

/** Refuses to close a period whose grades do not fit its places: `quota_exceeded`. */
export function requireWithinPlaces(read: Read, row: PeriodRow): void {
  const [over] = overfullOf(read, row, decisionTable(read, row))
  if (over !== undefined) throw quotaExceeded(row, over)
}
