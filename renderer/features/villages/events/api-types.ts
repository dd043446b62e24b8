import type { InferContractRouterOutputs } from '@orpc/contract'
import type { z } from 'zod'
import type { eventFilter } from '../../../../shared/contract/villages/events.ts'
import type { Contract } from '../../../../shared/contract/index.ts'

type Answers = InferContractRouterOutputs<Contract>

export type RecordRow = Answers['events']['list']['rows'][number]
export type RecordAction = RecordRow['allowed'][number]
export type RecordFilter = z.input<typeof eventFilter>
