import type { Capability } from '../../../../shared/domain/township/access/permissions.ts'
import type { PointRow } from '../../plans/api-types.ts'
import { pointWords } from './vocabulary.ts'

/** What may be done to a point on its way: 初核, 审定, 退回. */
export const pointSteps = ['verify', 'approve', 'reject'] as const
export type PointStep = (typeof pointSteps)[number]

export const pointStepNames: Readonly<Record<PointStep, string>> = { verify: pointWords.verify, approve: pointWords.approve, reject: pointWords.reject }

const capabilityOf: Readonly<Record<PointStep, Capability>> = { verify: 'point.verify', approve: 'point.approve', reject: 'point.approve' }

const from: Readonly<Record<PointStep, readonly PointRow['state'][]>> = { verify: ['declared'], approve: ['verified'], reject: ['declared', 'verified'] }

interface Caller {
  readonly capabilities: readonly Capability[]
  readonly staffId: string | null
}

/** The steps the caller's role knows. */
export function stepsOf({ capabilities }: Caller): readonly PointStep[] {
  return pointSteps.filter((step) => capabilities.includes(capabilityOf[step]))
}

/** Whether a step may be offered for a point; never about oneself. */
export function isOffered(step: PointStep, { state, staffId }: Pick<PointRow, 'state' | 'staffId'>, caller: Caller): boolean {
  return stepsOf(caller).includes(step) && from[step].includes(state) && staffId !== caller.staffId
}
