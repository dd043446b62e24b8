import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { PeriodStage } from '../../../shared/domain/plans/cycle.ts'
import { periodStageNames, periodTitle } from '../../../shared/domain/plans/cycle-vocabulary.ts'
import type { PlanDocument } from '../../../shared/domain/plans/plan-document.ts'
import { period, plan } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { requireRow } from '../app/rows.ts'
import { parsePlanDocument } from './stored-plan.ts'
import { named, nouns } from '../app/vocabulary.ts'

export type PeriodRow = typeof period.$inferSelect

const openForInput: readonly PeriodStage[] = ['configuring', 'collecting', 'summarising', 'scoring']

/** Stages before the freeze: what is entered still counts for this period. */
export function isOpenForInput({ stage }: Pick<PeriodRow, 'stage'>): boolean {
  return openForInput.includes(stage)
}

export function requireOpenForInput(row: PeriodRow, action: string): void {
  if (!isOpenForInput(row)) throw notOpen(row, action)
}

/** The quarter that a day falls in, if there is one. */
export function quarterOn(read: Read, day: string): PeriodRow | undefined {
  return read.select().from(period).where(and(eq(period.kind, 'quarter'), lte(period.start, day), gte(period.end, day))).get()
}

export function frozenQuarters(read: Read): readonly PeriodRow[] {
  return read.select().from(period).where(eq(period.kind, 'quarter')).all().filter((row) => !isOpenForInput(row))
}

/** Whether what is of this day still comes to count: its quarter is before the freeze, or there is none to be frozen. */
export function isDayOpen(read: Read, day: string): boolean {
  const row = quarterOn(read, day)
  return row === undefined || isOpenForInput(row)
}

/** Refuses what would change the scores of the frozen quarter that a day falls in: `period_not_open`. */
export function requireDayOpen(read: Read, day: string, action: string): void {
  const row = quarterOn(read, day)
  if (row !== undefined) requireOpenForInput(row, action)
}

/** Refuses what would change the scores of any frozen quarter that a range of days (`to` null: without end) touches: `period_not_open`. */
export function requireRangeOpen(read: Read, { from, to }: { readonly from: string; readonly to: string | null }, action: string): void {
  const touched = and(eq(period.kind, 'quarter'), gte(period.end, from), to === null ? undefined : lte(period.start, to))
  for (const row of read.select().from(period).where(touched).orderBy(asc(period.start)).all()) requireOpenForInput(row, action)
}

export function requireStage(row: PeriodRow, stage: PeriodStage, action: string): void {
  if (row.stage !== stage) throw notOpen(row, action)
}

/** The refusal of what the present stage of a period does not allow. */
export function notOpen(row: PeriodRow, action: string): Refusal {
  return new Refusal('period_not_open', { period: periodTitle(row.code), stage: periodStageNames[row.stage], action })
}

export function requirePeriod(read: Read, code: string): PeriodRow {
  return requireRow(read.select().from(period).where(eq(period.code, code)).get(), named(nouns.period, code))
}

export function requirePeriodById(read: Read, id: string): PeriodRow {
  return requireRow(read.select().from(period).where(eq(period.id, id)).get(), nouns.period)
}

export function planOf(read: Read, row: PeriodRow) {
  return requireRow(read.select().from(plan).where(eq(plan.id, row.planId)).get(), nouns.plan)
}

const publicStages: readonly PeriodStage[] = ['publicity', 'appeal', 'deciding', 'locked', 'reported']

/** From 公示 on, results are for everyone to see. */
export function isPublic(row: PeriodRow): boolean {
  return publicStages.includes(row.stage)
}

/** The plan that a period is evaluated by, read. */
export function planDocumentOf(read: Read, row: PeriodRow): PlanDocument {
  return parsePlanDocument(JSON.parse(planOf(read, row).document))
}

/** The plan of the period that a day falls in, else of the latest one. */
export function planOnDay(read: Read, day: string): PlanDocument {
  const quarters = read.select().from(period).where(eq(period.kind, 'quarter')).orderBy(asc(period.start)).all()
  return planDocumentOf(read, requireRow(quarters.find(({ start, end }) => start <= day && day <= end) ?? quarters.at(-1), nouns.period))
}
