import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>

export type PlanLine = Answers['tuesday']['list'][number]
export type ProposedLine = Answers['tuesday']['propose'][number]
