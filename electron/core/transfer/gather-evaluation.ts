import { eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { quarterGrades, yearGrades } from '../../../shared/domain/evaluation/vocabulary.ts'
import { evaluateQuarter } from '../../../shared/domain/evaluation/quarter.ts'
import { resultVersion, snapshot } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { EvaluationBookData, EvaluationYearBookData, QuarterNumber } from '../../workbooks/export/data.ts'
import { snapshotInput } from '../evaluation/compute-quarter.ts'
import { countedQuarters, evaluateYearSnapshot } from '../evaluation/compute-year.ts'
import type { PeriodRow } from '../evaluation/periods.ts'
import { newestVersion } from '../evaluation/result-versions.ts'
import { decidedGrades, exportMeta, printedPeople, type ExportAbout } from './gather-common.ts'

/** The newest version of a computed period with the snapshot it was computed from. */
function computed(read: Read, row: PeriodRow) {
  const version = newestVersion(read, row.id)
  if (version === null) throw new Refusal('not_frozen', { period: row.code })
  const frozen = read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get()
  if (frozen === undefined) throw new Error(`result version ${version.id} has no snapshot`)
  return { version, frozen }
}

/** 四维综合考评工作簿 of a quarter: the frozen input, the outcome it gives, and what people are called. */
export function gatherEvaluation(read: Read, about: ExportAbout, row: PeriodRow): EvaluationBookData {
  const { version, frozen } = computed(read, row)
  const input = snapshotInput(frozen)
  const decided = decidedGrades(read, row.id)
  return {
    meta: exportMeta(read, about, row, version),
    input,
    outcome: evaluateQuarter(input),
    people: printedPeople(read, row.end).map(({ id, code, name: _, ...person }) => ({
      ...person,
      staff: code,
      decidedGrade: quarterGrades.find((grade) => grade === decided.get(id)) ?? null,
    })),
  }
}

/** The same for a year. */
export function gatherEvaluationYear(read: Read, about: ExportAbout, row: PeriodRow): EvaluationYearBookData {
  const { version, frozen } = computed(read, row)
  const decided = decidedGrades(read, row.id)
  const quarters = Map.groupBy(countedQuarters(read, row.start.slice(0, 4)), ({ staffId }) => staffId)
  return {
    meta: exportMeta(read, about, row, version),
    outcome: evaluateYearSnapshot(frozen.document),
    people: printedPeople(read, row.end)
      .filter(({ id }) => quarters.has(id))
      .map(({ id, code, ...person }) => ({
        ...person,
        staff: code,
        decidedGrade: yearGrades.find((grade) => grade === decided.get(id)) ?? null,
        quarterNumbers: (quarters.get(id) ?? []).map(({ quarter }) => quarterNumber(quarter)),
      })),
  }
}

export function quarterNumber(quarter: number): QuarterNumber {
  if (quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4) return quarter
  throw new RangeError(`no quarter ${quarter}`)
}

/** Whether a period has a result to print. */
export function isComputed(read: Read, row: PeriodRow): boolean {
  return read.select({ id: resultVersion.id }).from(resultVersion).where(eq(resultVersion.periodId, row.id)).limit(1).get() !== undefined
}
