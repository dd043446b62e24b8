import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { YearInput, YearQuarter, YearStaff } from '../../../../shared/domain/plans/case.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { parseCase, yearCaseFormat } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { yearResult } from '../../../../shared/domain/evaluation/results/result-document.ts'
import { quarterGrades, type QuarterGrade } from '../../../../shared/domain/plans/vocabulary.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/computing/year.ts'
import type { YearOutcome } from '../../../../shared/domain/evaluation/computing/year-outcome.ts'
import { monthsServed, yearStatusOf } from '../../../../shared/domain/evaluation/computing/year-service.ts'
import { yearVetoes } from '../../../../shared/domain/plans/points/codes.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { bonusPool, decision, period, personResult, snapshot, veto, yearStanding } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { hundredthsToText, requireRow } from '../../app/rows.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { ownPools } from './gather-seconded.ts'
import { isOpenForInput, planDocumentOf, requireOpenForInput, type PeriodRow } from '../../plans/periods.ts'
import { newestVersion, storeVersion, settledVersion, type Computed, type Computing, type VersionRow } from './result-versions.ts'
import { missingWords } from '../../plans/vocabulary.ts'
import { unconfirmedInputs, yearPeople } from './year-people.ts'

/**
 * Computes a year from the decided grades of its quarters, as often as its inputs change until it is published; after that a repeated
 * call gives the published document. Refusals: `nothing_published` without a quarter, `inputs_missing` while something entered is not confirmed.
 */
export function computeYear(computing: Computing, row: PeriodRow): Computed {
  const { tx, now, actor, newId } = computing
  const published = isOpenForInput(row) ? null : newestVersion(tx, row.id)
  if (published !== null) return { document: publishedYear(tx, published), resultVersion: published.resultVersion, isNew: false }
  requireConfirmed(tx, row)
  const document = yearDocument(tx, row)
  const hash = digestOf(document)
  const kept = tx.select().from(snapshot).where(and(eq(snapshot.periodId, row.id), eq(snapshot.hash, hash))).get()
  const snapshotId = kept?.id ?? newId()
  if (kept === undefined) tx.insert(snapshot).values({ id: snapshotId, periodId: row.id, document, hash, frozenAt: now, frozenBy: actor }).run()
  const result = yearResult(evaluateYearSnapshot(document))
  const stored = storeVersion(computing, row, snapshotId, result)
  return { document: result, resultVersion: stored.resultVersion, isNew: stored.isNew }
}

/**
 * Refuses 公示 of a year whose numbers are not the last word. Refusals: `period_not_open` (it is public already), `quarters_open` (a quarter
 * that is not 归档), `inputs_missing`, `result_outdated` (something it counts has changed since it was computed).
 */
export function requireYearReady(read: Read, row: PeriodRow, newest: VersionRow): void {
  requireOpenForInput(row, acts.publish)
  const open = openQuarters(read, yearOf(row), ({ id }) => newestVersion(read, id) !== null)
  const [first] = open
  if (first !== undefined && requireTownshipRow(read).origin === 'real') throw new Refusal('quarters_open', { year: yearOf(row), count: open.length, first: periodTitle(first.code) })
  requireConfirmed(read, row)
  const frozen = requireRow(read.select({ hash: snapshot.hash }).from(snapshot).where(eq(snapshot.id, newest.snapshotId)).get(), nouns.result)
  if (frozen.hash !== digestOf(yearDocument(read, row))) throw new Refusal('result_outdated', { period: periodTitle(row.code) })
}

function requireConfirmed(read: Read, row: PeriodRow): void {
  const [first] = yearObstacles(read, row)
  if (first?.kind === 'quarters') throw new Refusal('nothing_published', { year: yearOf(row) })
  if (first !== undefined) throw new Refusal('inputs_missing', { period: periodTitle(row.code), count: 1, first: first.message })
}

/** What a year is computed from, as its snapshot keeps it. */
function yearDocument(read: Read, row: PeriodRow): string {
  return canonicalJson({ format: yearCaseFormat, ...gatherYear(read, row) })
}

function digestOf(document: string): string {
  return createHash('sha256').update(document).digest('hex')
}

function publishedYear(read: Read, version: VersionRow) {
  const frozen = requireRow(read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get(), nouns.result)
  return yearResult(evaluateYearSnapshot(frozen.document))
}

function yearOf({ start }: PeriodRow): string {
  return start.slice(0, 4)
}

/** What `computeYear` would refuse for now. */
export function yearObstacles(read: Read, row: PeriodRow) {
  const year = yearOf(row)
  if (countedQuarters(read, year).length === 0) return [{ kind: 'quarters', message: missingWords.quarters(year) } as const]
  const waiting = unconfirmedInputs(read, row)
  return waiting === 0 ? [] : [{ kind: 'yearInputs', message: missingWords.yearInputs(waiting) } as const]
}

/** What a year still waits for: what `computeYear` would refuse, and quarters that are not 归档, without which it is computed but not published. */
export function yearMissing(read: Read, row: PeriodRow, today: string) {
  const obstacles = yearObstacles(read, row)
  if (obstacles.some(({ kind }) => kind === 'quarters')) return obstacles
  // One that is over and was never begun is 归档 with the year.
  const open = openQuarters(read, yearOf(row), ({ id, end, stage }) => today <= end || stage !== 'configuring' || newestVersion(read, id) !== null)
  return open.length === 0 ? obstacles : [...obstacles, { kind: 'openQuarters', message: missingWords.openQuarters(open.map(({ code }) => periodTitle(code))) } as const]
}

function openQuarters(read: Read, year: string, isAtWork: (row: PeriodRow) => boolean): readonly PeriodRow[] {
  return quartersOf(read, year).filter((row) => row.stage !== 'locked' && row.stage !== 'reported' && isAtWork(row))
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

function quartersOf(read: Read, year: string): readonly PeriodRow[] {
  return read
    .select()
    .from(period)
    .where(and(eq(period.kind, 'quarter'), gte(period.start, `${year}-01-01`), lte(period.end, `${year}-12-31`)))
    .orderBy(asc(period.start))
    .all()
}

/** The quarters of a year that count, by person in order of time. */
export function countedQuarters(read: Read, year: string): readonly CountedQuarter[] {
  return quartersOf(read, year).flatMap((row) => {
    const version = settledVersion(read, row.id)
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
  const year = yearOf(row)
  const { quarter: plan, year: rule } = planDocumentOf(read, row)
  const quarters = Map.groupBy(countedQuarters(read, year), ({ staffId }) => staffId)
  if (quarters.size === 0) throw new Refusal('nothing_published', { year })
  const standings = new Map(read.select().from(yearStanding).where(eq(yearStanding.periodId, row.id)).all().map((standing) => [standing.staffId, standing]))
  const vetoes = Map.groupBy(read.select().from(veto).where(eq(veto.periodId, row.id)).orderBy(asc(veto.seq)).all(), ({ staffId }) => staffId)
  const ownPool = ownPools(read, row)
  const pools = read.select().from(bonusPool).where(eq(bonusPool.periodId, row.id)).orderBy(asc(bonusPool.seq)).all()
  return {
    year: Number(year),
    pools: plan.pools,
    yearGrades: rule.grades,
    staff: yearPeople(read, row)
      .filter(({ person }) => quarters.has(person.id))
      .map(({ person, leaves, assignments }): YearStaff => ({
        id: person.code,
        identity: person.identity,
        track: person.track,
        pool: ownPool(person),
        status: yearStatusOf(person.status, leaves, row),
        warned: standings.get(person.id)?.warned ?? false,
        vetoes: (vetoes.get(person.id) ?? []).flatMap(({ effect }) => yearVetoes.find((known) => known === effect) ?? []),
        months: standings.get(person.id)?.months ?? monthsServed(assignments, row),
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
