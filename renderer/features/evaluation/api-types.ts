import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'

/** What the procedures answer, as the screens name it. */
type Answers = InferContractRouterOutputs<Contract>

export type PeriodRow = Answers['periods']['list'][number]
export type MissingKind = Answers['periods']['missing'][number]['kind']
export type PlanRow = Answers['plans']['list'][number]
export type SheetRow = Answers['scores']['sheets'][number]
export type EntryRow = SheetRow['entries'][number]
export type HandoverAnswer = Answers['handover']['notes']
export type LateAnswer = Answers['scores']['late']
export type BallotStateAnswer = Answers['scores']['ballotState']
export type BallotAnswer = Answers['scores']['ballot']
export type QuarterAnswer = Answers['results']['list']
export type QuarterRow = QuarterAnswer['rows'][number]
export type YearAnswer = Answers['results']['year']
export type YearRow = YearAnswer['rows'][number]
export type PoolRow = Answers['results']['pools'][number]
export type VersionRow = Answers['results']['versions'][number]
export type ExplanationAnswer = Answers['results']['explain']
export type PointRow = Answers['points']['list'][number]
export type RankRow = Answers['villages']['ranks'][number]
export type FactorRow = Answers['periods']['pkFactors'][number]
export type TrialBase = Answers['trial']['base']
export type TrialAnswer = Answers['trial']['run']
export type TrialRow = TrialAnswer['people'][number]
export type TrialPoolRow = TrialAnswer['pools'][number]
export type FairnessAnswer = Answers['fairness']['of']
export type ScorerGroup = FairnessAnswer['heads']
export type ScorerRow = ScorerGroup['rows'][number]
export type SpreadRow = FairnessAnswer['spreads']['module']['total'][number]
export type GroupGradeRow = Answers['groups']['grades'][number]
