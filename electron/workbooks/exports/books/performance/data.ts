import type { QuarterGrade, YearGrade } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { YearOutcome } from '../../../../../shared/domain/evaluation/computing/year-outcome.ts'
import type { Identity } from '../../../../../shared/domain/people/codes.ts'
import type { Hundredths } from '../../../../../shared/lib/hundredths.ts'
import type { QuarterNumber } from '../annual/data.ts'
import type { ExportMeta } from '../../export-meta.ts'

/** A person's published result of one quarter; scores in hundredths of a point. */
export interface PersonQuarter {
  readonly quarter: QuarterNumber
  readonly total: Hundredths
  readonly post: Hundredths
  readonly module: Hundredths
  readonly team: Hundredths
  readonly special: Hundredths
  readonly deduct: Hundredths
  /** Whether it is a 有效季度. */
  readonly valid: boolean
  readonly suggested: QuarterGrade
  /** 审定等次, null while the meeting has not decided. */
  readonly decided: QuarterGrade | null
}

export interface PerformancePerson {
  readonly staff: string
  readonly name: string
  readonly sex: string
  readonly birthMonth: string | null
  readonly identity: Identity
  readonly identityLabel: string
  readonly trackLabel: string
  /** 序列, as in the evaluation. */
  readonly pool: string | null
  readonly moduleName: string
  readonly postName: string
  /** 职务职级 */
  readonly rankTitle: string
  /** 派出单位, null unless the person is sent by another unit. */
  readonly sendingUnit: string | null
  /** Those published, at most one per quarter; a missing one prints as “—”. */
  readonly quarters: readonly PersonQuarter[]
  /** 年度审定等次, null while the meeting has not decided. */
  readonly decidedYearGrade: YearGrade | null
  readonly remark: string | null
}

/** 优秀名单及实绩: what a person on the list has done. */
export interface Achievement {
  readonly staff: string
  readonly text: string
}

/** 不定等次/特殊情形: the case and the article or clause it rests on. */
export interface SpecialCase {
  readonly staff: string
  /** 情形, such as 试用期、病事假累计超过半年. */
  readonly situation: string
  /** 依据条款 */
  readonly clause: string
  /** 处理意见 */
  readonly handling: string
  readonly remark: string | null
}

/** 派驻人员考评反馈, for the unit that sent the person. */
export interface DispatchedFeedback {
  readonly staff: string
  /** 主要表现 */
  readonly performance: string
  /** 镇考评意见 */
  readonly opinion: string
  readonly remark: string | null
}

/** 模块绩效: counts of the tasks due in the year so far, whole numbers. */
export interface ModulePerformance {
  readonly module: string
  readonly name: string
  readonly people: number
  readonly tasks: number
  readonly completed: number
  readonly onTime: number
  /** Tasks that are or were red. */
  readonly red: number
  /** 督办单 issued. */
  readonly supervisions: number
  /** Quarters of these people that count, and the sum of their totals: 人均分 is the one by the other. */
  readonly scored: number
  readonly scoreSum: Hundredths
  readonly remark: string | null
}

export interface PerformanceBookData {
  readonly meta: ExportMeta
  readonly year: number
  /** Quarters that are published, such as `[1, 2]`; the columns of the others print “—”. */
  readonly publishedQuarters: readonly QuarterNumber[]
  readonly people: readonly PerformancePerson[]
  /** What `evaluateYear` gives, null until the year is computed: annual columns are “—” and the bonus sheet is empty. */
  readonly yearOutcome: YearOutcome | null
  readonly achievements: readonly Achievement[]
  readonly specialCases: readonly SpecialCase[]
  readonly feedback: readonly DispatchedFeedback[]
  readonly modules: readonly ModulePerformance[]
  /** Paragraphs of 说明 besides those of the layout. */
  readonly notes: readonly string[]
}
