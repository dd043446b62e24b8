import type { DayText, QuarterInput } from '../../../../../shared/domain/plans/case.ts'
import type { QuarterOutcome } from '../../../../../shared/domain/evaluation/computing/outcome.ts'
import type { DimensionName } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { QuarterGrade } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { ExportMeta } from '../../export-meta.ts'

/** What the evaluation itself does not know of a person; one for each person of the outcome. */
export interface EvaluationPerson {
  readonly staff: string
  /** As printed: 男, 女 or empty. */
  readonly sex: string
  readonly postName: string
  readonly moduleName: string
  readonly identityLabel: string
  readonly trackLabel: string
  /** 审定等次, null while the meeting has not decided. */
  readonly decidedGrade: QuarterGrade | null
  readonly remark: string | null
}

/** A quarter; `outcome` is what `evaluateQuarter(input)` gives. */
export interface EvaluationBookData {
  readonly meta: ExportMeta
  /** What the township calls the dimensions. */
  readonly dimensions: Readonly<Record<DimensionName, string>>
  /** From when to when it is hung up; null while nobody has published it. */
  readonly publicity: { readonly from: DayText; readonly to: DayText } | null
  readonly input: QuarterInput
  readonly outcome: QuarterOutcome
  readonly people: readonly EvaluationPerson[]
}
