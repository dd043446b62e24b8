import { and, count, eq, gte, inArray, lte } from 'drizzle-orm'
import type { QuarterInput } from '../../../../shared/domain/plans/case.ts'
import { quarterSources } from '../../../../shared/domain/evaluation/inputs/input-sources.ts'
import { circular, deduction, honour, scoreSheet, serviceEvent, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { latestSnapshot, quarterObstacles, snapshotInput, type ComputeObstacle } from '../computing/compute-quarter.ts'
import { gatherQuarter } from '../computing/gather-quarter.ts'
import type { PeriodRow } from '../../plans/periods.ts'

type SourceKey = keyof QuarterInput

const keys = Object.keys(quarterSources).filter((key): key is SourceKey => key in quarterSources)

/** 数据来源 of a quarter: how many of each input there are, how many wait for who confirms them, and how many keep it from the freeze. */
export function listSources(read: Read, row: PeriodRow, now: string) {
  const frozen = latestSnapshot(read, row.id)
  const input = frozen === null ? gatherQuarter(read, row) : snapshotInput(frozen)
  const missing = frozen === null ? quarterObstacles(read, row, { now }) : []
  const waiting = frozen === null ? waitingOf(read, row) : {}
  return keys.map((key) => ({ key, count: countOf(input, key), waiting: waiting[key] ?? 0, missing: missing.filter((obstacle) => sourceOf(obstacle) === key).length + (isSheet(key) ? (waiting[key] ?? 0) : 0) }))
}

/** A sheet that is not handed in both waits for its scorer and keeps the quarter from the freeze. */
function isSheet(key: SourceKey): boolean {
  return key === 'headRatings' || key === 'leaderScores'
}

function countOf(input: QuarterInput, key: SourceKey): number {
  const value = input[key]
  return Array.isArray(value) ? value.length : 1
}

function waitingOf(read: Read, row: PeriodRow): Readonly<Partial<Record<SourceKey, number>>> {
  const undecided = ['declared', 'verified'] as const
  const draftSheets = (kind: 'head' | 'leader') => read.select({ rows: count() }).from(scoreSheet).where(and(eq(scoreSheet.periodId, row.id), eq(scoreSheet.kind, kind), eq(scoreSheet.state, 'draft'))).get()?.rows ?? 0
  return {
    headRatings: draftSheets('head'),
    leaderScores: draftSheets('leader'),
    tasks: read.select({ rows: count() }).from(task).where(and(gte(task.due, row.start), lte(task.due, row.end), inArray(task.state, ['submitted', 'reviewed']))).get()?.rows ?? 0,
    serviceEvents: read.select({ rows: count() }).from(serviceEvent).where(and(gte(serviceEvent.date, row.start), lte(serviceEvent.date, row.end), eq(serviceEvent.state, 'entered'))).get()?.rows ?? 0,
    honours: read.select({ rows: count() }).from(honour).where(and(eq(honour.periodId, row.id), inArray(honour.state, undecided))).get()?.rows ?? 0,
    circulars: read.select({ rows: count() }).from(circular).where(and(eq(circular.periodId, row.id), inArray(circular.state, undecided))).get()?.rows ?? 0,
    deductions: read.select({ rows: count() }).from(deduction).where(and(gte(deduction.date, row.start), lte(deduction.date, row.end), inArray(deduction.state, undecided))).get()?.rows ?? 0,
  }
}

/** The input that an obstacle of the freeze is missing from; null for the stage, which no input is, and for a sheet, which is counted by its kind. */
function sourceOf(obstacle: ComputeObstacle): SourceKey | null {
  switch (obstacle.kind) {
    case 'running':
    case 'stage':
    case 'snapshot':
    case 'sheet':
      return null
    case 'plan':
      return 'plan'
    case 'noSheets':
      return 'headRatings'
    case 'noScorer':
    case 'unrated':
      return obstacle.sheetKind === 'head' ? 'headRatings' : 'leaderScores'
    case 'ballot':
    case 'smallModule':
      return 'peerCounts'
    case 'task':
      return 'tasks'
    case 'point':
      return obstacle.pointKind === 'honour' ? 'honours' : obstacle.pointKind === 'circular' ? 'circulars' : 'deductions'
    case 'village':
      return 'villages'
    case 'post':
      return 'posts'
    case 'pkFactor':
      return 'modules'
    case 'groupGrade':
      return 'specialGroups'
    case 'ruling':
      return obstacle.rulingKind === 'veto' ? 'vetoes' : 'deductions'
  }
}
