import { asc, eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { decision, personResult, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { hundredthsToText } from '../app/rows.ts'
import { isPublic, requirePeriod, type PeriodRow } from './periods.ts'
import { newestVersion } from './result-versions.ts'

/** The newest result of a quarter, person by person in official order. */
export function listResults(read: Read, row: PeriodRow) {
  const version = newestVersion(read, row.id)
  if (version === null) throw new Refusal('not_frozen', { period: row.code })
  const decided = new Map(read.select().from(decision).where(eq(decision.periodId, row.id)).all().map(({ staffId, grade }) => [staffId, grade]))
  const people = read
    .select({ result: personResult, staffName: staff.name })
    .from(personResult)
    .innerJoin(staff, eq(staff.id, personResult.staffId))
    .where(eq(personResult.versionId, version.id))
    .orderBy(asc(personResult.seq))
    .all()
  const rows = people.map(({ result, staffName }) => ({
    staffId: result.staffId,
    staffName,
    post: hundredthsToText(result.post),
    module: hundredthsToText(result.module),
    team: hundredthsToText(result.team),
    special: hundredthsToText(result.special),
    deduct: hundredthsToText(result.deduct),
    total: hundredthsToText(result.total),
    rankTown: result.rankTown,
    rankModule: result.rankModule,
    rankPool: result.rankPool,
    grade: result.grade,
    decidedGrade: decided.get(result.staffId) ?? null,
  }))
  return { resultVersion: version.resultVersion, state: version.state, rows }
}

/** A person's own result: shown once it is published. */
export function ownResult(read: Read, code: string, staffId: string | null) {
  const row = requirePeriod(read, code)
  if (staffId === null || !isPublic(row)) return null
  return listResults(read, row).rows.find((result) => result.staffId === staffId) ?? null
}
