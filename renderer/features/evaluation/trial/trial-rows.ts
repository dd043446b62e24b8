import { quarterGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { quarterGrades, type QuarterGrade } from '../../../../shared/domain/plans/vocabulary.ts'
import type { TrialPoolRow, TrialRow } from '../../plans/api-types.ts'
import { poolName } from '../results/result-columns.tsx'
import { causeNames, placeNames, trialPageWords } from './vocabulary.ts'

type Moved = Pick<TrialRow, 'before' | 'after' | 'causes'>

/** Whether anything about a person is otherwise. */
export function isMoved({ before, after, causes }: Moved): boolean {
  return causes.length > 0 || before.rankTown !== after.rankTown || before.rankPool !== after.rankPool || before.pool !== after.pool || before.grade !== after.grade
}

/** `+1.20`, `−0.35`; empty for no change. */
export function signed(delta: number): string {
  if (delta === 0) return ''
  return `${delta > 0 ? '+' : '−'}${Math.abs(delta).toFixed(2)}`
}

/** By how many hundredths the total changes; whole numbers, so that nothing is lost on the way. */
export function totalDelta({ before, after }: Pick<TrialRow, 'before' | 'after'>): number {
  return Math.round(Number(after.total) * 100) - Math.round(Number(before.total) * 100)
}

export function causeDelta({ causes }: Pick<TrialRow, 'causes'>, wanted: TrialRow['causes'][number]['cause']): number {
  return Number(causes.find(({ cause }) => cause === wanted)?.delta ?? 0)
}

/** Why a person moves: what the total changes by, part by part, then pool and grade; or that others have moved past him. */
export function whyText(row: Moved): string {
  const { before, after, causes } = row
  const parts = [
    ...causes.map(({ cause, delta }) => trialPageWords.cause(causeNames[cause], signed(Number(delta)))),
    ...(before.pool === after.pool ? [] : [trialPageWords.poolWhy(poolName(before.pool), poolName(after.pool))]),
    ...(before.grade === after.grade ? [] : [trialPageWords.gradeWhy(placeNames[before.place], placeNames[after.place])]),
  ]
  if (parts.length > 0) return parts.join(trialPageWords.listJoin)
  return isMoved(row) ? trialPageWords.byOthers : ''
}

/** How many people's rank and grade move, and from which grade to which. */
export function movesText(rows: readonly TrialRow[]): string {
  const ranks = rows.filter(({ before, after }) => before.rankTown !== after.rankTown || before.rankPool !== after.rankPool).length
  const graded = rows.filter(({ before, after }) => before.grade !== after.grade)
  const kinds = quarterGrades.flatMap((from) => quarterGrades.map((to) => ({ from, to, count: graded.filter(({ before, after }) => before.grade === from && after.grade === to).length }))).filter(({ count }) => count > 0)
  return [trialPageWords.moved(ranks, graded.length), ...kinds.map(({ from, to, count }) => trialPageWords.gradeMoves(quarterGradeNames[from], quarterGradeNames[to], count))].join(trialPageWords.joiner)
}

/** The grades a pool is counted by; who has none is counted together. */
export const countedGrades = ['good', 'fair_good', 'average', 'poor'] as const satisfies readonly QuarterGrade[]

/** A count under both plans: `5`, or `5→7` where they differ. */
export function countText(before: number | null, after: number | null): { readonly text: string; readonly isChanged: boolean } {
  const [left, right] = [before ?? 0, after ?? 0]
  return left === right ? { text: String(left), isChanged: false } : { text: trialPageWords.change(String(left), String(right)), isChanged: true }
}

/** Those of a pool who get no grade of the four. */
export function ungraded(side: TrialPoolRow['before']): number {
  return side === null ? 0 : side.people - countedGrades.reduce((sum, grade) => sum + side.grades[grade], 0)
}
