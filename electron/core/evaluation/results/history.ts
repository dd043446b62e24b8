import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { hundredths, type Hundredths } from '../../../../shared/lib/hundredths.ts'
import { medianOf } from '../../../../shared/lib/median.ts'
import { assignment, decision, moduleTable, period, personResult, post, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { hundredthsToText, requireRow, scoreColumns } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { frozenPeople } from '../computing/frozen-people.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import type { VersionRow } from '../computing/result-versions.ts'

/** A median of fewer people would tell what one of them has. */
const fewestInMedian = 3

function medianText(totals: readonly Hundredths[]): string | null {
  const median = totals.length < fewestInMedian ? null : medianOf(totals)
  return median === null ? null : hundredthsToText(median)
}

const primaryModules = z.object({ results: z.array(z.object({ staff: z.string(), primaryModule: z.string() })) })

const annuals = z.object({ results: z.array(z.object({ staff: z.string(), annual: z.string().nullable(), validQuarters: z.int(), pool: z.string().nullable(), grade: z.string() })) })

type Person = typeof staff.$inferSelect

/** What a version says of a person in its period, besides what is the same for both kinds; null when he is not in it. */
function ofQuarter(read: Read, version: VersionRow, person: Person) {
  const own = read.select().from(personResult).where(and(eq(personResult.versionId, version.id), eq(personResult.staffId, person.id))).get()
  if (own === undefined) return null
  const inPool = read.select({ total: personResult.total, pool: personResult.pool }).from(personResult).where(eq(personResult.versionId, version.id)).all().filter(({ pool }) => pool === own.pool)
  return {
    primaryModule: primaryModules.parse(JSON.parse(version.document)).results.find(({ staff: code }) => code === person.code)?.primaryModule ?? null,
    pool: own.pool,
    total: hundredthsToText(own.total),
    poolMedian: medianText(inPool.map(({ total }) => hundredths(total))),
    poolSize: inPool.length,
    dimensions: { post: hundredthsToText(own.post), module: hundredthsToText(own.module), team: hundredthsToText(own.team), special: hundredthsToText(own.special), deduct: hundredthsToText(own.deduct) },
    ranks: { town: own.rankTown, module: own.rankModule, pool: own.rankPool },
    validPeriod: own.valid,
    grade: own.grade,
  }
}

function ofYear(version: VersionRow, person: Person) {
  const { results } = annuals.parse(JSON.parse(version.document))
  const own = results.find(({ staff: code }) => code === person.code)
  if (own === undefined) return null
  const inPool = results.flatMap(({ pool, annual }) => (pool === own.pool && annual !== null ? [hundredths(scoreColumns(annual).score ?? 0)] : []))
  return { primaryModule: null, pool: own.pool, total: own.annual, poolMedian: medianText(inPool), poolSize: inPool.length, dimensions: null, ranks: null, validPeriod: own.validQuarters > 0, grade: own.grade }
}

/** Module and post a person held on a day, or the last he held before it. */
function heldUntil(read: Read, staffId: string): (day: string) => { readonly moduleName: string; readonly postName: string } {
  const held = read
    .select({ from: assignment.from, to: assignment.to, moduleName: moduleTable.name, postName: post.name })
    .from(assignment)
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .innerJoin(post, eq(post.id, assignment.postId))
    .where(eq(assignment.staffId, staffId))
    .orderBy(asc(assignment.from), asc(assignment.seq))
    .all()
  return (day) => {
    const begun = held.filter(({ from }) => from <= day)
    const present = begun.find(({ to }) => to === null || to >= day) ?? begun.at(-1)
    return { moduleName: present?.moduleName ?? '', postName: present?.postName ?? '' }
  }
}

/** Every period of a person by the version that `versionOf` answers; a period it answers null for is not told. */
export function personHistory(read: Read, staffId: string, versionOf: (row: PeriodRow) => VersionRow | null) {
  const person = requireRow(read.select().from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  const modules = new Map(read.select({ code: moduleTable.code, name: moduleTable.name }).from(moduleTable).all().map(({ code, name }) => [code, name]))
  const decided = new Map(read.select().from(decision).where(eq(decision.staffId, staffId)).all().map(({ periodId, grade }) => [periodId, grade]))
  const held = heldUntil(read, staffId)
  const rows = read.select().from(period).orderBy(asc(period.end), asc(period.kind)).all().flatMap((row) => {
    const version = versionOf(row)
    const of = version === null ? null : row.kind === 'year' ? ofYear(version, person) : ofQuarter(read, version, person)
    if (version === null || of === null) return []
    const { primaryModule, ...told } = of
    const { moduleName, postName } = held(row.end)
    const { code, kind, start } = row
    const { resultVersion, state } = version
    const identity = frozenPeople(read, version).get(person.code)?.identity ?? person.identity
    return [{ ...told, code, kind, identity, start, resultVersion, state, moduleName: modules.get(primaryModule ?? '') ?? moduleName, postName, decidedGrade: decided.get(row.id) ?? null }]
  })
  return { staffId: person.id, staffName: person.name, rows }
}
