import type { YearGradeRule } from './case.ts'
import type { DecimalText, Named, Plan } from './plan.ts'

/** What a plan says of the year: quota and thresholds of 年度等次, and the bonus factors per grade. */
export interface YearRule {
  readonly grades: YearGradeRule
  readonly bonusFactors: Named<DecimalText>
}

/** A plan as it is stored: the constants of a quarter and those of the year. */
export interface PlanDocument {
  readonly quarter: Plan
  readonly year: YearRule
}

export const defaultYearRule: YearRule = {
  grades: { quota: '0.2', rounding: 'floor', competent: '70', basic: '60' },
  bonusFactors: { excellent: '1.2', competent: '1', basic: '0.8' },
}
