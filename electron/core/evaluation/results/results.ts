import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { namesOf } from '../../../../shared/domain/evaluation/computing/names.ts'
import { presenceOf } from '../../../../shared/domain/evaluation/computing/presence.ts'
import { periodRange } from '../../../../shared/domain/evaluation/computing/scored-person.ts'
import { leafNames, quarterFlags } from '../../../../shared/domain/plans/vocabulary.ts'
import type { ExcellentBar, YearOutcome, YearPersonOutcome } from '../../../../shared/domain/evaluation/computing/year-outcome.ts'
import { decision, moduleTable, personResult, snapshot, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { hundredthsToText, requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { evaluateYearSnapshot } from '../computing/compute-year.ts'
import { evaluateSnapshot, snapshotInput } from '../computing/compute-quarter.ts'
import { frozenPeople } from '../computing/frozen-people.ts'
import { isPublic, requirePeriod, type PeriodRow } from '../../plans/periods.ts'
import { newestPublished, newestVersion, type VersionRow } from '../computing/result-versions.ts'

export function requireNewestVersion(read: Read, row: PeriodRow): VersionRow {
  const version = newestVersion(read, row.id)
  if (version === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
  return version
}

/** What a stored quarter document says of a person besides the columns of `person_result`. */
const documentSchema = z.object({
  results: z.array(
    z.object({
      staff: z.string(),
      leaves: z.partialRecord(z.enum(leafNames), z.string()),
      coefficient: z.string().nullable(),
      primaryModule: z.string(),
      flags: z.array(z.enum(quarterFlags)),
    }),
  ),
})

/** The module in which each person of a quarter counts, by the codes of both. */
export function primaryModulesOf({ document }: VersionRow): ReadonlyMap<string, string> {
  return new Map(documentSchema.parse(JSON.parse(document)).results.map(({ staff: code, primaryModule }) => [code, primaryModule]))
}

/** The result of a quarter, person by person in official order; of a year none, its people stand in `listYear`. */
export function listResults(read: Read, row: PeriodRow, version: VersionRow = requireNewestVersion(read, row)) {
  const said = new Map(row.kind === 'year' ? [] : documentSchema.parse(JSON.parse(version.document)).results.map((person) => [person.staff, person]))
  const modules = new Map(read.select({ id: moduleTable.id, code: moduleTable.code, name: moduleTable.name }).from(moduleTable).all().map((module) => [module.code, module]))
  const daysOf = moduleDaysOf(read, row, version)
  const frozen = frozenPeople(read, version)
  const decided = decidedGrades(read, row)
  const printed = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const people = read
    .select({ result: personResult, person: staff })
    .from(personResult)
    .innerJoin(staff, eq(staff.id, personResult.staffId))
    .where(eq(personResult.versionId, version.id))
    .orderBy(asc(personResult.seq))
    .all()
  const rows = people.map(({ result, person }) => {
    const own = said.get(person.code)
    const module = modules.get(own?.primaryModule ?? '')
    return {
      staffId: person.id,
      staffCode: person.code,
      staffName: person.name,
      moduleId: module?.id ?? null,
      moduleName: module?.name ?? '',
      moduleDays: daysOf(person.code),
      postName: printed.get(person.id)?.postName ?? '',
      identity: frozen.get(person.code)?.identity ?? person.identity,
      track: frozen.get(person.code)?.track ?? person.track,
      pool: result.pool,
      post: hundredthsToText(result.post),
      module: hundredthsToText(result.module),
      team: hundredthsToText(result.team),
      special: hundredthsToText(result.special),
      deduct: hundredthsToText(result.deduct),
      total: hundredthsToText(result.total),
      coefficient: own?.coefficient ?? null,
      leaves: own?.leaves ?? {},
      rankTown: result.rankTown,
      rankModule: result.rankModule,
      rankPool: result.rankPool,
      validPeriod: result.valid,
      flags: own?.flags ?? [],
      grade: result.grade,
      decidedGrade: decided.get(person.id) ?? null,
    }
  })
  return { resultVersion: version.resultVersion, state: version.state, rows }
}

/** Days of everyone by module in the frozen quarter, the primary module first. */
function moduleDaysOf(read: Read, row: PeriodRow, version: VersionRow): (code: string) => { readonly moduleName: string; readonly days: number }[] {
  const frozen = row.kind === 'year' ? undefined : read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get()
  if (frozen === undefined) return () => []
  const input = snapshotInput(frozen)
  const names = namesOf(input)
  const people = new Map(input.staff.map((person) => [person.id, person]))
  const days = periodRange(input.period)
  return (code) => {
    const person = people.get(code)
    const presence = person === undefined ? null : presenceOf(person, days)
    return (presence?.modules ?? []).map((of) => ({ moduleName: names.module(of.module), days: of.days }))
  }
}

/** A person's own result: shown once it is published. */
export function ownResult(read: Read, code: string, staffId: string | null) {
  const row = requirePeriod(read, code)
  const version = newestPublished(read, row.id)
  if (staffId === null || version === null || !isPublic(row)) return null
  return listResults(read, row, version).rows.find((result) => result.staffId === staffId) ?? null
}

const yearDocumentSchema = z.object({
  results: z.array(z.object({ staff: z.string(), annual: z.string().nullable(), validQuarters: z.int(), pool: z.string().nullable(), grade: z.string(), flags: z.array(z.string()) })),
  bonus: z.array(z.object({ staff: z.string(), fen: z.int() })),
})

/** The result of a year, person by person in official order; of a quarter none. */
export function listYear(read: Read, row: PeriodRow, version: VersionRow = requireNewestVersion(read, row)) {
  const document = row.kind === 'quarter' ? { results: [], bonus: [] } : yearDocumentSchema.parse(JSON.parse(version.document))
  const frozen = frozenPeople(read, version)
  const bonus = new Map(document.bonus.map(({ staff: code, fen }) => [code, fen]))
  const outcomes = new Map(row.kind === 'quarter' ? [] : yearOutcomeOf(read, version).people.map((person) => [person.staff, person]))
  const decided = decidedGrades(read, row)
  const printed = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const people = new Map(read.select().from(staff).all().map((person) => [person.code, person]))
  const rows = document.results.flatMap(({ staff: code, flags, ...own }) => {
    const person = people.get(code)
    if (person === undefined) return []
    return [
      {
        ...own,
        staffId: person.id,
        staffCode: code,
        staffName: person.name,
        moduleName: printed.get(person.id)?.moduleName ?? '',
        postName: printed.get(person.id)?.postName ?? '',
        identity: frozen.get(code)?.identity ?? person.identity,
        needsMeeting: flags.includes('needsMeeting'),
        status: outcomes.get(code)?.status ?? 'active',
        bars: barsOf(outcomes.get(code)),
        months: outcomes.get(code)?.months ?? 0,
        decidedGrade: decided.get(person.id) ?? null,
        bonusFen: bonus.get(code) ?? null,
      },
    ]
  })
  return { resultVersion: version.resultVersion, state: version.state, rows }
}

function yearOutcomeOf(read: Read, version: VersionRow): YearOutcome {
  return evaluateYearSnapshot(requireRow(read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get(), nouns.result).document)
}

function barsOf(person: YearPersonOutcome | undefined): ExcellentBar[] {
  return person?.reason.kind === 'ranked' ? [...person.reason.bars] : []
}

/** What each bonus pool of a year gives to how many; of a quarter none. */
export function listBonus(read: Read, row: PeriodRow, version: VersionRow = requireNewestVersion(read, row)) {
  if (row.kind === 'quarter') return []
  const outcome = yearOutcomeOf(read, version)
  const order = outcome.pools.map(({ pool }) => pool)
  const placeOf = (pool: string) => (order.includes(pool) ? order.indexOf(pool) : order.length)
  return outcome.bonusPools.toSorted((a, b) => placeOf(a.pool) - placeOf(b.pool)).map(({ pool, amount, spent, staff: people }) => ({ pool, total: amount, distributed: spent, rest: amount - spent, people: people.length }))
}

/** The grade the newest result suggests for a person; undefined for who is not in it. */
export function suggestedGrade(read: Read, row: PeriodRow, staffId: string): string | undefined {
  const version = requireNewestVersion(read, row)
  if (row.kind === 'year') return listYear(read, row).rows.find((person) => person.staffId === staffId)?.grade
  return read.select({ grade: personResult.grade }).from(personResult).where(and(eq(personResult.versionId, version.id), eq(personResult.staffId, staffId))).get()?.grade
}

/** 名额 of each pool: places, and how many of them the suggestion and the meeting have given. */
export function listPools(read: Read, row: PeriodRow) {
  const version = requireNewestVersion(read, row)
  const frozen = requireRow(read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get(), row.code)
  const decided = decidedGrades(read, row)
  const codes = new Map(read.select({ id: staff.id, code: staff.code }).from(staff).all().map(({ id, code }) => [code, id]))
  const isDecided = (grade: string) => ({ staff: code }: { readonly staff: string }) => decided.get(codes.get(code) ?? '') === grade
  if (row.kind === 'year') {
    const { pools, people } = evaluateYearSnapshot(frozen.document)
    return pools.map((pool) => ({ ...placesOf(pool), suggested: pool.excellent, decided: people.filter((person) => person.pool === pool.pool).filter(isDecided('excellent')).length }))
  }
  const { pools, people } = evaluateSnapshot(frozen)
  return pools.map((pool) => ({ ...placesOf(pool), suggested: pool.good, decided: people.filter((person) => person.pool === pool.pool).filter(isDecided('good')).length }))
}

interface Places {
  readonly pool: string | null
  readonly people: number
  readonly eligible: number
  readonly quota: number
  readonly tiedAtLine: number
}

function placesOf({ pool, people, eligible, quota, tiedAtLine }: Places): Places {
  return { pool, people, eligible, quota, tiedAtLine }
}

export function decidedGrades(read: Read, row: PeriodRow): ReadonlyMap<string, string> {
  return new Map(read.select().from(decision).where(eq(decision.periodId, row.id)).all().map(({ staffId, grade }) => [staffId, grade]))
}
