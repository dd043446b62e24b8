import type { DayText } from '../../../../../shared/domain/plans/case.ts'
import type { YearGrade } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { YearOutcome } from '../../../../../shared/domain/evaluation/computing/year-outcome.ts'
import type { ExportMeta } from '../../export-meta.ts'

export type QuarterNumber = 1 | 2 | 3 | 4

/** What the year's evaluation does not know of a person. */
export interface EvaluationYearPerson {
  readonly staff: string
  readonly name: string
  readonly sex: string
  readonly postName: string
  readonly moduleName: string
  readonly identityLabel: string
  readonly trackLabel: string
  readonly decidedGrade: YearGrade | null
  readonly remark: string | null
  /** Which of the quarters 1–4 the entries of `YearPersonOutcome.quarters` are, in the same order. */
  readonly quarterNumbers: readonly QuarterNumber[]
}

export interface EvaluationYearBookData {
  readonly meta: ExportMeta
  /** From when to when it is hung up; null while nobody has published it. */
  readonly publicity: { readonly from: DayText; readonly to: DayText } | null
  readonly outcome: YearOutcome
  readonly people: readonly EvaluationYearPerson[]
}
