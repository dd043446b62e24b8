import type { YearGradeRule } from './case.ts'
import type { DecimalText, Named, Plan } from './plan.ts'
import { defaultScorerRules, type ScorerRules } from './scorer-rules.ts'

/** What a plan says of the year: quota and thresholds of 年度等次, and the bonus factors per grade. */
export interface YearRule {
  readonly grades: YearGradeRule
  readonly bonusFactors: Named<DecimalText>
}

/** A plan as it is stored: the constants of a quarter, those of the year, and the rules for scorers where they are not the usual ones. */
export interface PlanDocument {
  readonly quarter: Plan
  readonly year: YearRule
  readonly scorers?: ScorerRules
}

/** The rules for scorers of a plan. */
export function scorerRulesOf({ scorers }: PlanDocument): ScorerRules {
  return scorers ?? defaultScorerRules
}

export const defaultYearRule: YearRule = {
  grades: { quota: '0.2', rounding: 'floor', competent: '70', basic: '60' },
  bonusFactors: { excellent: '1.2', competent: '1', basic: '0.8' },
}
