import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'

export type DecisionAnswer = InferContractRouterOutputs<Contract>['decisions']['list']
export type DecisionRow = DecisionAnswer['rows'][number]
export type Place = DecisionRow['place']
