import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>

export type TeamRow = Answers['villages']['teams'][number]
export type VillageRow = Answers['villages']['list'][number]
export type MemberRow = VillageRow['members'][number]
