import type { InferContractRouterOutputs } from '@orpc/contract'
import type { z } from 'zod'
import type { Contract } from '../../../../shared/contract/index.ts'
import type { meetingFilter } from '../../../../shared/contract/tasks/meetings.ts'

export type MeetingRow = InferContractRouterOutputs<Contract>['meetings']['list']['rows'][number]
export type MeetingFilter = z.input<typeof meetingFilter>
