import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { YearInput, YearQuarter, YearStaff } from '../../../shared/domain/evaluation/case.ts'
import { parseCase, yearCaseFormat } from '../../../shared/domain/evaluation/parse-case.ts'
import { yearResult } from '../../../shared/domain/evaluation/result-document.ts'
import { quarterGrades, type QuarterGrade } from '../../../shared/domain/evaluation/vocabulary.ts'
import { evaluateYear } from '../../../shared/domain/evaluation/year.ts'
import type { YearOutcome } from '../../../shared/domain/evaluation/year-outcome.ts'
import { yearVetoes } from '../../../shared/domain/points/codes.ts'
import { dayNumber, daysIn, overlap } from '../../../shared/lib/calendar-day.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { assignment, bonusPool, decision, leave, period, personResult, snapshot, staff, veto, yearStanding } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { hundredthsToText } from '../app/rows.ts'
import { planDocumentOf, type PeriodRow } from './periods.ts'
import { storeVersion, versionForYear, type Computed, type Computing } from './result-versions.ts'

/** Computes a year from the decided grades of its quarters; refused as `nothing_published` when there is none. */
export function computeYear(computing: Computing, row: PeriodRow): Computed {
  const { tx, now, actor, newId } = computing
  const input = gatherYear(tx, row)
  const document = canonicalJson({ format: yearCaseFormat, ...input })
  const hash = createHash('sha256').update(document).digest('hex')
  const kept = tx.select().from(snapshot).where(and(eq(snapshot.periodId, row.id), eq(snapshot.hash, hash))).get()
  const snapshotId = kept?.id ?? newId()
  if (kept === undefined) tx.insert(snapshot).values({ id: snapshotId, periodId: row.id, document, hash, frozenAt: now, frozenBy: actor }).run()
  const result = yearResult(evaluateYear(input))
  const stored = storeVersion(computing, row, snapshotId, result)
  return { document: result, resultVersion: stored.resultVersion, isNew: stored.isNew }
}

/** The outcome behind a stored year result. */
export function evaluateYearSnapshot(document: string): YearOutcome {
  const parsed = parseCase(JSON.parse(document))
  if (parsed.kind !== 'year') throw new Error('the snapshot is not a year')
  return evaluateYear(parsed.input)
}

/** A person's quarter as the year counts it, with the grade the meeting decided or else the suggested one. */
export interface CountedQuarter {
  readonly staffId: string
  /** 1–4 */
  readonly quarter: number
  readonly row: typeof personResult.$inferSelect
  readonly suggested: QuarterGrade
  readonly decided: QuarterGrade | null
}

/** The quarters of a year that count, by person in order of time. */
export function countedQuarters(read: Read, year: string): readonly CountedQuarter[] {
  const quarters = read
    .select()
    .from(period)
    .where(and(eq(period.kind, 'quarter'), gte(period.start, `${year}-01-01`), lte(period.end, `${year}-12-31`)))
    .orderBy(asc(period.start))
    .all()
  return quarters.flatMap((row) => {
    const version = versionForYear(read, row.id)
    if (version === null) return []
    const decisions = new Map(read.select().from(decision).where(eq(decision.periodId, row.id)).all().map(({ staffId, grade }) => [staffId, asQuarterGrade(grade)]))
    return read
      .select()
      .from(personResult)
      .where(eq(personResult.versionId, version.id))
      .orderBy(asc(personResult.seq))
      .all()
      .map((result) => ({
        staffId: result.staffId,
        quarter: Math.ceil(Number(row.start.slice(5, 7)) / 3),
        row: result,
        suggested: asQuarterGrade(result.grade),
        decided: decisions.get(result.staffId) ?? null,
      }))
  })
}

export function gatherYear(read: Read, row: PeriodRow): YearInput {
  const year = row.start.slice(0, 4)
  const { quarter: plan, year: rule } = planDocumentOf(read, row)
  const quarters = Map.groupBy(countedQuarters(read, year), ({ staffId }) => staffId)
  if (quarters.size === 0) throw new Refusal('nothing_published', { year })
  const standings = new Map(read.select().from(yearStanding).where(eq(yearStanding.periodId, row.id)).all().map((standing) => [standing.staffId, standing]))
  const vetoes = Map.groupBy(read.select().from(veto).where(eq(veto.periodId, row.id)).orderBy(asc(veto.seq)).all(), ({ staffId }) => staffId)
  const pools = read.select().from(bonusPool).where(eq(bonusPool.periodId, row.id)).orderBy(asc(bonusPool.seq)).all()
  return {
    year: Number(year),
    pools: plan.pools,
    yearGrades: rule.grades,
    staff: read
      .select()
      .from(staff)
      .orderBy(asc(staff.seq))
      .all()
      .filter(({ id }) => quarters.has(id))
      .map((person): YearStaff => ({
        id: person.code,
        identity: person.identity,
        track: person.track,
        pool: person.pool,
        status: person.status === 'active' && isOnLongLeave(read, person.id, row) ? 'long_leave' : person.status,
        warned: standings.get(person.id)?.warned ?? false,
        vetoes: (vetoes.get(person.id) ?? []).flatMap(({ effect }) => yearVetoes.find((known) => known === effect) ?? []),
        months: standings.get(person.id)?.months ?? monthsOfService(read, person.id, row),
        quarters: (quarters.get(person.id) ?? []).map(asYearQuarter),
      })),
    bonus: pools.length === 0 ? null : { pools: Object.fromEntries(pools.map(({ pool, fen }) => [pool, fen])), factors: rule.bonusFactors },
  }
}

function asYearQuarter({ row, suggested, decided }: CountedQuarter): YearQuarter {
  return {
    total: hundredthsToText(row.total),
    module: hundredthsToText(row.module),
    team: hundredthsToText(row.team),
    special: hundredthsToText(row.special),
    deduct: hundredthsToText(row.deduct),
    valid: row.valid,
    grade: decided ?? suggested,
  }
}

function asQuarterGrade(text: string): QuarterGrade {
  const grade = quarterGrades.find((known) => known === text)
  if (grade === undefined) throw new Error(`unknown quarter grade ${text}`)
  return grade
}

/** 病假、事假累计超过半年 */
function isOnLongLeave(read: Read, staffId: string, row: PeriodRow): boolean {
  const year = { from: dayNumber(row.start), to: dayNumber(row.end) }
  const ranges = read
    .select()
    .from(leave)
    .where(and(eq(leave.staffId, staffId), inArray(leave.kind, ['sick', 'personal'])))
    .all()
    .flatMap(({ from, to }) => overlap({ from: dayNumber(from), to: to === null ? year.to : dayNumber(to) }, year) ?? [])
  return daysIn(ranges) * 2 > year.to - year.from + 1
}

/** Months of the year with at least one day of assignment. */
function monthsOfService(read: Read, staffId: string, row: PeriodRow): number {
  const held = read
    .select()
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start))))
    .all()
  const months = Array.from({ length: 12 }, (_, index) => `${row.start.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`)
  return months.filter((month) => held.some(({ from, to }) => from.slice(0, 7) <= month && (to === null || to.slice(0, 7) >= month))).length
}
