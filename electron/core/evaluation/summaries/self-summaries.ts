import { and, asc, eq, gte, isNotNull, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { summaryStates } from '../../../../shared/contract/evaluation/summaries.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { daysLate } from '../../../../shared/domain/plans/cycle-plan.ts'
import type { PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { summaryLimits, type SummaryFacts } from '../../../../shared/domain/evaluation/summaries/self-summary.ts'
import { hundredths } from '../../../../shared/lib/hundredths.ts'
import { assignment, circular, deduction, groupMember, honour, moduleTable, periodStep, scoreEntry, scoreSheet, selfSummary, serviceEvent, specialGroup, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextVersion, requireRow, wrongField } from '../../app/rows.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { notOpen, type PeriodRow } from '../../plans/periods.ts'
import { summaryWords } from '../../plans/vocabulary.ts'

type SummaryRow = typeof selfSummary.$inferSelect

/** 个人小结 is written in its stage, and then until the freeze. */
export const writingStages: readonly PeriodStage[] = ['summarising', 'scoring']

export function isWriting(row: PeriodRow): boolean {
  return writingStages.includes(row.stage)
}

/** Who is evaluated in a period: everybody with an assignment day in it but 党政正职, with the modules he worked in, in official order. */
export function evaluatedPeople(read: Read, row: PeriodRow) {
  const rows = read
    .select({ staffId: staff.id, code: staff.code, name: staff.name, track: staff.track, moduleId: moduleTable.id, moduleName: moduleTable.name })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .where(and(lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start))))
    .orderBy(asc(staff.seq), asc(assignment.seq))
    .all()
    .filter(({ track }) => track !== 'excluded')
  return [...Map.groupBy(rows, ({ staffId }) => staffId).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const modules = new Map([first, ...others].map(({ moduleId, moduleName }) => [moduleId, moduleName]))
    return [{ staffId: first.staffId, code: first.code, name: first.name, modules }]
  })
}

export function ownSummary(read: Read, row: PeriodRow, staffId: string): SummaryRow | null {
  return read.select().from(selfSummary).where(and(eq(selfSummary.periodId, row.id), eq(selfSummary.staffId, staffId))).get() ?? null
}

export function stateOf(summary: SummaryRow | null): (typeof summaryStates)[number] {
  if (summary === null) return 'none'
  return summary.submittedOn === null ? 'draft' : 'submitted'
}

/** The planned last day of 个人小结. */
export function summaryDue(read: Read, row: PeriodRow): string | null {
  return read.select({ to: periodStep.plannedTo }).from(periodStep).where(and(eq(periodStep.periodId, row.id), eq(periodStep.stage, 'summarising'))).get()?.to ?? null
}

interface Writing {
  readonly tx: Write
  readonly newId: () => string
  readonly now: string
  readonly staffId: string
}

/** Refuses who is not evaluated and when nothing is written: `not_found`, `period_not_open`. */
export function requireWriter(read: Read, row: PeriodRow, staffId: string | null): string {
  if (!isWriting(row)) throw notOpen(row, summaryWords.write)
  return requireRow(evaluatedPeople(read, row).find((person) => person.staffId === staffId), summaryWords.evaluated(row.code)).staffId
}

/** Writes the caller's own 个人小结; handed in when `isSubmitted`. Refusals: `changed_meanwhile`, `invalid_input`. */
export function writeSummary({ tx, newId, now, staffId }: Writing, row: PeriodRow, input: { readonly text: string; readonly version: number | null }, isSubmitted: boolean): number {
  if (isSubmitted && input.text.length < summaryLimits.least) throw wrongField('text', summaryWords.tooShort(summaryLimits.least))
  const present = ownSummary(tx, row, staffId)
  const content = { text: input.text, submittedOn: isSubmitted ? dayInChina(now) : null }
  if (present === null) {
    if (input.version !== null) throw new Refusal('changed_meanwhile')
    tx.insert(selfSummary).values({ id: newId(), periodId: row.id, staffId, ...content }).run()
    return 1
  }
  const version = nextVersion(present, input.version ?? 0)
  tx.update(selfSummary).set({ ...content, version }).where(eq(selfSummary.id, present.id)).run()
  return version
}

/** The summaries of a period as far as the caller comes: all, those of his modules, those of the people on his sheets. */
export function listSummaries({ read, view, actor, now }: Guarded, row: PeriodRow) {
  const due = summaryDue(read, row)
  const holidays = holidaysOf(read)
  const today = dayInChina(now)
  const stored = new Map(read.select().from(selfSummary).where(eq(selfSummary.periodId, row.id)).all().map((summary) => [summary.staffId, summary]))
  const rated = new Set(actor.standing.staffId === null ? [] : ratedBy(read, row, actor.standing.staffId))
  const rows = evaluatedPeople(read, row)
    .filter(({ staffId, modules }) => view.kind === 'all' || rated.has(staffId) || view.modules.some((moduleId) => modules.has(moduleId)))
    .map(({ staffId, code, name, modules }) => {
      const summary = stored.get(staffId)
      const submittedOn = summary?.submittedOn ?? null
      const moduleNames = [...modules.values()]
      return {
        staffId,
        code,
        name,
        moduleNames,
        state: stateOf(summary ?? null),
        submittedOn,
        daysLate: due === null ? 0 : daysLate(due, submittedOn ?? today, holidays),
        text: submittedOn === null ? null : (summary?.text ?? null),
      }
    })
  return { due, rows }
}

function ratedBy(read: Read, row: PeriodRow, scorerId: string): readonly string[] {
  return read
    .select({ staffId: scoreEntry.staffId })
    .from(scoreEntry)
    .innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId))
    .where(and(eq(scoreSheet.periodId, row.id), eq(scoreSheet.scorerId, scorerId)))
    .all()
    .map(({ staffId }) => staffId)
}

/** The person's own records of a period: what the proposal is made of. */
export function summaryFacts(read: Read, row: PeriodRow, staffId: string): SummaryFacts {
  const tasks = read
    .select({ title: task.title, role: taskParty.role, due: task.due, finishedOn: sql<string | null>`coalesce(${taskParty.completedOn}, ${task.completedOn})` })
    .from(taskParty)
    .innerJoin(task, eq(task.id, taskParty.taskId))
    .where(and(eq(taskParty.staffId, staffId), gte(task.due, row.start), lte(task.due, row.end), notInArray(task.state, ['draft', 'pending', 'revoked'])))
    .orderBy(asc(task.due), asc(task.seq))
    .all()
  const events = read
    .select({ kind: serviceEvent.kind, quantity: sql<number>`sum(CAST(round(CAST(${serviceEvent.quantity} AS REAL) * 100) AS INTEGER))` })
    .from(serviceEvent)
    .where(and(eq(serviceEvent.staffId, staffId), eq(serviceEvent.state, 'verified'), gte(serviceEvent.date, row.start), lte(serviceEvent.date, row.end)))
    .groupBy(serviceEvent.kind)
    .orderBy(asc(serviceEvent.kind))
    .all()
    .map(({ kind, quantity }) => ({ kind, quantity: hundredths(quantity) }))
  const groups = read
    .select({ name: specialGroup.name, role: groupMember.role })
    .from(groupMember)
    .innerJoin(specialGroup, eq(specialGroup.id, groupMember.groupId))
    .where(and(eq(groupMember.staffId, staffId), isNotNull(specialGroup.approvalNo), lte(groupMember.from, row.end), or(isNull(groupMember.to), gte(groupMember.to, row.start))))
    .orderBy(asc(groupMember.seq))
    .all()
  return {
    tasks,
    events,
    groups,
    honours: read.select({ matter: honour.matter, level: honour.level }).from(honour).where(and(eq(honour.staffId, staffId), eq(honour.periodId, row.id), eq(honour.state, 'approved'))).orderBy(asc(honour.seq)).all(),
    circulars: read.select({ kind: circular.kind, matter: circular.matter }).from(circular).where(and(eq(circular.staffId, staffId), eq(circular.periodId, row.id), eq(circular.state, 'approved'))).orderBy(asc(circular.seq)).all(),
    deductions: read
      .select({ rule: deduction.rule, exempt: deduction.exempt })
      .from(deduction)
      .where(and(eq(deduction.staffId, staffId), eq(deduction.state, 'approved'), gte(deduction.date, row.start), lte(deduction.date, row.end)))
      .orderBy(asc(deduction.seq))
      .all(),
  }
}
