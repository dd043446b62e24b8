import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { proposeCycle } from '../../../../shared/domain/plans/cycle-plan.ts'
import type { PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames, periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { yearPeriods } from '../../../../shared/domain/plans/year-periods.ts'
import { unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import {
  appeal, auditEntry, bonusPool, circular, decision, deduction, groupGrade, handoverNote, honour, modulePk, moduleTable, peerBallot, peerCount, peerRoll, period, periodStep, plan, resultVersion, ruling, scoreBook, scoreSheet, selfSummary, serviceEvent, snapshot, staff, task, veto, villageRank, yearStanding,
} from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { countRows, requireRow } from '../../app/rows.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { moveStage, planByProposal, type Moving } from '../computing/period-steps.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { rolloverWords } from '../../plans/vocabulary.ts'

type PlanRow = typeof plan.$inferSelect

const closedStages: readonly PeriodStage[] = ['locked', 'reported']

/** What a rollover made, as its audit entry keeps it. */
const trace = z.object({ planId: z.string().nullable(), opened: z.array(z.string()), archived: z.array(z.string()) })
export type RolloverTrace = z.infer<typeof trace>

function periodsOf(read: Read, year: number): readonly PeriodRow[] {
  const codes = yearPeriods(year).map(({ code }) => code)
  return read.select().from(period).where(inArray(period.code, codes)).orderBy(asc(period.start), asc(period.kind)).all()
}

/** A quarter nobody ever began: a township may have started in the middle of its first year. What it had on its days would be lost with it. */
function isUnbegun(read: Read, row: PeriodRow): boolean {
  return row.kind === 'quarter' && row.stage === 'configuring' && !isAnyIn(read, [row.id]) && !isAnyOn(read, row)
}

/** Whether anything stands on the days of a quarter that would count in it. */
function isAnyOn(read: Read, { start, end }: PeriodRow): boolean {
  return [deduction, serviceEvent].some((table) => countRows(read, table, and(gte(table.date, start), lte(table.date, end))) > 0)
}

/** A township to look at may close its year at any time. */
function isOver(read: Read, { end }: PeriodRow, now: string): boolean {
  return requireTownshipRow(read).origin !== 'real' || dayInChina(now) > end
}

function obstaclesOf(read: Read, year: number, rows: readonly PeriodRow[], now: string) {
  const yearRow = requireRow(rows.find(({ kind }) => kind === 'year'), rolloverWords.year(year))
  if (!isOver(read, yearRow, now)) return [{ periodId: yearRow.id, periodCode: yearRow.code, message: rolloverWords.running(year, yearRow.end) }]
  const isOpen = (row: PeriodRow) => !closedStages.includes(row.stage) && !isUnbegun(read, row)
  return [yearRow, ...rows.filter(({ kind }) => kind === 'quarter')].filter(isOpen).map((row) => ({ periodId: row.id, periodCode: row.code, message: rolloverWords.open(periodTitle(row.code), periodStageNames[row.stage]) }))
}

/** 年度结转 of a year before it is done. `not_found` when the year was never opened. */
export function previewRollover(read: Read, year: number, now: string) {
  const rows = periodsOf(read, year)
  const obstacles = obstaclesOf(read, year, rows, now)
  const isOpened = periodsOf(read, year + 1).length > 0
  const source = planOfYear(read, rows)
  const holidays = holidaysOf(read)
  const proposals = isOpened ? [] : yearPeriods(year + 1).map((dates) => ({ dates, cycle: proposeCycle(dates, holidays) }))
  const today = dayInChina(now)
  const open = inArray(task.state, unfinishedStates)
  const late = and(open, lt(task.due, today))
  const done = traceOf(read, year)
  return {
    obstacles,
    periods: rows.map((row) => ({ code: row.code, stage: row.stage, isArchivedWith: isUnbegun(read, row) })),
    opens: proposals.map(({ dates: { code, start, end, freeze, kind }, cycle }) => ({ code, start, end, freeze: cycle.steps.find(({ stage }) => stage === (kind === 'quarter' ? 'frozen' : 'computed'))?.to ?? freeze })),
    known: proposals.every(({ cycle }) => cycle.known),
    plan: isOpened ? null : { from: rolloverWords.plan(source.name, source.planVersion), ...copyOf(read, source, year) },
    people: read.select({ rows: count() }).from(staff).where(sql`${staff.leftOn} IS NULL OR ${staff.leftOn} >= ${today}`).get()?.rows ?? 0,
    openTasks: read.select({ rows: count() }).from(task).where(open).get()?.rows ?? 0,
    overdue: {
      total: read.select({ rows: count() }).from(task).where(late).get()?.rows ?? 0,
      rows: read
        .select({ id: task.id, title: task.title, moduleName: moduleTable.name, due: task.due })
        .from(task)
        .innerJoin(moduleTable, eq(moduleTable.id, task.moduleId))
        .where(late)
        .orderBy(asc(task.due), asc(task.seq))
        .limit(mostOverdue)
        .all(),
    },
    isDone: done !== null,
    isUndoable: done !== null && usedBy(read, done) === null,
  }
}

/** More overdue tasks than these are only counted: the ledger lists them all. */
const mostOverdue = 50

function planOfYear(read: Read, rows: readonly PeriodRow[]): PlanRow {
  const planId = rows.find(({ kind }) => kind === 'year')?.planId ?? ''
  return requireRow(read.select().from(plan).where(eq(plan.id, planId)).get(), rolloverWords.planNoun)
}

/** The copy keeps the code of the plan, as its next version, with the year in its name moved on. */
function copyOf(read: Read, source: PlanRow, year: number) {
  const versions = read.select({ planVersion: plan.planVersion }).from(plan).where(eq(plan.code, source.code)).all()
  return { name: source.name.replace(String(year), String(year + 1)), planVersion: Math.max(...versions.map(({ planVersion }) => planVersion)) + 1 }
}

/**
 * Archives the year and opens the next. People, posts, teams and tasks stay as they are; 被退回反馈 are counted anew by the calendar
 * year of their days. Refusals: `rollover_early` with everything it waits for, `duplicate` when it is done.
 */
export function closeYear(moving: Moving, year: number, newId: () => string): RolloverTrace {
  const { tx } = moving
  const rows = periodsOf(tx, year)
  const obstacles = obstaclesOf(tx, year, rows, moving.now)
  const [first] = obstacles
  if (first !== undefined) {
    const issues = obstacles.map(({ message }, index) => ({ path: String(index), code: 'rollover_early', message }))
    throw new Refusal('rollover_early', { year, count: obstacles.length, first: first.message }, issues)
  }
  if (traceOf(tx, year) !== null) throw new Refusal('duplicate', { what: rolloverWords.done(year) })
  const archived = rows.filter((row) => isUnbegun(tx, row))
  for (const row of archived) moveStage(moving, row, 'locked')
  if (periodsOf(tx, year + 1).length > 0) return { planId: null, opened: [], archived: archived.map(({ id }) => id) }
  const source = planOfYear(tx, rows)
  const planId = newId()
  tx.insert(plan).values({ id: planId, code: source.code, ...copyOf(tx, source, year), document: source.document, state: 'draft' }).run()
  const opened = yearPeriods(year + 1).map((dates) => {
    const made = tx.insert(period).values({ ...dates, id: newId(), stage: 'configuring', planId }).returning().get()
    planByProposal(tx, made)
    return made.id
  })
  return { planId, opened, archived: archived.map(({ id }) => id) }
}

/** What the rollover of a year made; null when it was never done, or was taken back. */
function traceOf(read: Read, year: number): RolloverTrace | null {
  const last = read
    .select({ action: auditEntry.action, detail: auditEntry.detail })
    .from(auditEntry)
    .where(and(inArray(auditEntry.action, ['rollover.close', 'rollover.undo']), eq(auditEntry.subject, String(year))))
    .orderBy(desc(auditEntry.seq))
    .limit(1)
    .get()
  return last === undefined || last.action === 'rollover.undo' ? null : trace.parse(JSON.parse(last.detail))
}

const ofPeriod = [appeal, bonusPool, circular, decision, groupGrade, handoverNote, honour, modulePk, peerBallot, peerCount, peerRoll, resultVersion, ruling, scoreBook, scoreSheet, selfSummary, snapshot, veto, villageRank, yearStanding]

/** Why a rollover cannot be taken back any more; null when it can. */
function usedBy(read: Read, { opened }: RolloverTrace): string | null {
  if (opened.length === 0) return null
  const advanced = read.select().from(period).where(inArray(period.id, opened)).orderBy(asc(period.start)).all().find(({ stage }) => stage !== 'configuring')
  if (advanced !== undefined) return rolloverWords.advanced(periodTitle(advanced.code), periodStageNames[advanced.stage])
  const planned = countRows(read, periodStep, and(inArray(periodStep.periodId, opened), or(gt(periodStep.version, 1), isNotNull(periodStep.ownerId))))
  return isAnyIn(read, opened) || planned > 0 ? rolloverWords.entered : null
}

/** Whether anything is entered for one of the periods. */
function isAnyIn(read: Read, periodIds: readonly string[]): boolean {
  return ofPeriod.some((table) => countRows(read, table, inArray(table.periodId, [...periodIds])) > 0)
}

/** Takes the rollover of a year back. Refusals: `not_found`, `rollover_used`. */
export function undoRollover(moving: Moving, year: number): RolloverTrace {
  const { tx } = moving
  const done = requireRow(traceOf(tx, year) ?? undefined, rolloverWords.done(year))
  const used = usedBy(tx, done)
  if (used !== null) throw new Refusal('rollover_used', { year, reason: used })
  if (done.opened.length > 0) {
    tx.delete(periodStep).where(inArray(periodStep.periodId, done.opened)).run()
    tx.delete(period).where(inArray(period.id, done.opened)).run()
  }
  if (done.planId !== null) removeUntouched(tx, done.planId)
  for (const row of tx.select().from(period).where(inArray(period.id, done.archived)).all()) moveStage(moving, row, 'configuring')
  return done
}

/** A copy that somebody has worked on stays. */
function removeUntouched(tx: Write, planId: string): void {
  const isInUse = (tx.select({ rows: count() }).from(period).where(eq(period.planId, planId)).get()?.rows ?? 0) > 0
  if (!isInUse) tx.delete(plan).where(and(eq(plan.id, planId), eq(plan.state, 'draft'), eq(plan.version, 1))).run()
}
