import type { YearGradeRule } from './case.ts'
import type { DecimalText, Named, Plan } from './plan.ts'
import { dimensionLabels } from './plan-vocabulary.ts'
import type { DimensionName } from './vocabulary.ts'
import { defaultScorerRules, type ScorerRules } from './scorer-rules.ts'
import { defaultPeerRule, defaultScorerTable, type PeerRule, type ScorerTable } from './scorer-table.ts'

/** What a plan says of the year: quota and thresholds of 年度等次, and the bonus factors per grade. */
export interface YearRule {
  readonly grades: YearGradeRule
  readonly bonusFactors: Named<DecimalText>
}

export const secondmentModes = ['home', 'special'] as const
/** Where who is 抽调 out for most of a period is ranked: among his own (`home`), or 单列 in the pool `special`. */
export type SecondmentMode = (typeof secondmentModes)[number]

/** A plan as it is stored: the constants of a quarter, those of the year, and what is said of people and words where it is not the usual. */
export interface PlanDocument {
  readonly quarter: Plan
  readonly year: YearRule
  /** Rules a sheet of bands is handed in by. */
  readonly scorers?: ScorerRules
  /** Who scores whom. */
  readonly table?: ScorerTable
  readonly peers?: PeerRule
  /** What the township calls a dimension. */
  readonly names?: Readonly<Partial<Record<DimensionName, string>>>
  readonly secondment?: SecondmentMode
}

/** The rules for scorers of a plan. */
export function scorerRulesOf({ scorers }: PlanDocument): ScorerRules {
  return scorers ?? defaultScorerRules
}

/** Who scores whom by a plan. */
export function scorerTableOf({ table }: PlanDocument): ScorerTable {
  return table ?? defaultScorerTable
}

export function peerRuleOf({ peers }: PlanDocument): PeerRule {
  return peers ?? defaultPeerRule
}

export function secondmentOf({ secondment }: PlanDocument): SecondmentMode {
  return secondment ?? 'home'
}

/** What the dimensions are called by a plan. */
export function dimensionLabelsOf({ names }: Pick<PlanDocument, 'names'>): Readonly<Record<DimensionName, string>> {
  return { ...dimensionLabels, ...names }
}

export const defaultYearRule: YearRule = {
  grades: { quota: '0.2', rounding: 'floor', competent: '70', basic: '60' },
  bonusFactors: { excellent: '1.2', competent: '1', basic: '0.8' },
}
