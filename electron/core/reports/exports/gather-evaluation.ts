import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { dimensionLabelsOf } from '../../../../shared/domain/plans/plan-document.ts'
import { quarterGrades, yearGrades } from '../../../../shared/domain/plans/vocabulary.ts'
import { snapshot } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { EvaluationYearBookData, QuarterNumber } from '../../../workbooks/exports/books/annual/data.ts'
import type { EvaluationBookData } from '../../../workbooks/exports/books/evaluation/data.ts'
import { publicityOf } from '../../evaluation/appeals/publicity.ts'
import { countedQuarters } from '../../evaluation/computing/compute-year.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'
import { newestVersion } from '../../evaluation/computing/result-versions.ts'
import { decidedGrades, exportMeta, type ExportAbout } from './export-meta.ts'
import { printedPeople } from '../../people/printed-people.ts'

/** What stands in a book besides the frozen input and what the engine makes of it. */
export interface Gathered<Data> {
  readonly data: Data
  readonly snapshot: string
}

/** The newest version of a computed period with the snapshot it was computed from. */
function computed(read: Read, row: PeriodRow) {
  const version = newestVersion(read, row.id)
  if (version === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
  const frozen = read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get()
  if (frozen === undefined) throw new Error(`result version ${version.id} has no snapshot`)
  return { version, frozen }
}

/** 四维综合考评工作簿 of a quarter: the frozen input, and what people are called. */
export function gatherEvaluation(read: Read, about: ExportAbout, row: PeriodRow): Gathered<Omit<EvaluationBookData, 'input' | 'outcome'>> {
  const { version, frozen } = computed(read, row)
  const decided = decidedGrades(read, row.id)
  const people = printedPeople(read, row.end).map(({ id, code, name: _, ...person }) => ({
    ...person,
    staff: code,
    decidedGrade: quarterGrades.find((grade) => grade === decided.get(id)) ?? null,
  }))
  return { data: { meta: exportMeta(read, about, row, version), dimensions: dimensionLabelsOf(planDocumentOf(read, row)), publicity: publicityOf(read, row), people }, snapshot: frozen.document }
}

/** The same for a year. */
export function gatherEvaluationYear(read: Read, about: ExportAbout, row: PeriodRow): Gathered<Omit<EvaluationYearBookData, 'outcome'>> {
  const { version, frozen } = computed(read, row)
  const decided = decidedGrades(read, row.id)
  const quarters = Map.groupBy(countedQuarters(read, row.start.slice(0, 4)), ({ staffId }) => staffId)
  const people = printedPeople(read, row.end)
    .filter(({ id }) => quarters.has(id))
    .map(({ id, code, ...person }) => ({
      ...person,
      staff: code,
      decidedGrade: yearGrades.find((grade) => grade === decided.get(id)) ?? null,
      quarterNumbers: (quarters.get(id) ?? []).map(({ quarter }) => quarterNumber(quarter)),
    }))
  return { data: { meta: exportMeta(read, about, row, version), publicity: publicityOf(read, row), people }, snapshot: frozen.document }
}

export function quarterNumber(quarter: number): QuarterNumber {
  if (quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4) return quarter
  throw new RangeError(`no quarter ${quarter}`)
}
