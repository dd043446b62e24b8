import type { IssueState } from './codes.ts'

/** A step of the flow: the states it starts from, the state it leads to, what it asks for. */
export interface IssueStep {
  readonly from: readonly IssueState[]
  readonly to: IssueState
  /** Words that stay in the log: why, or with what result. */
  readonly needs?: 'reason' | 'result'
}

/**
 * 民情流转 (articles 25, 31): every step there is; a step from any other state is refused. `settle` is 当场办结 by whoever was told
 * of it, `close` and `rework` are the two outcomes of a 回访.
 */
export const issueSteps = {
  dispatch: { from: ['recorded'], to: 'dispatched' },
  settle: { from: ['recorded'], to: 'resolved', needs: 'result' },
  decline: { from: ['recorded'], to: 'declined', needs: 'reason' },
  reconsider: { from: ['declined'], to: 'recorded', needs: 'reason' },
  accept: { from: ['dispatched'], to: 'handling' },
  sendBack: { from: ['dispatched', 'handling'], to: 'recorded', needs: 'reason' },
  resolve: { from: ['handling'], to: 'resolved', needs: 'result' },
  close: { from: ['resolved'], to: 'closed' },
  rework: { from: ['resolved'], to: 'handling', needs: 'reason' },
} as const satisfies Record<string, IssueStep>

export type IssueAction = keyof typeof issueSteps

/** Every step, in the order in which a screen offers them. */
export const issueActions = ['dispatch', 'settle', 'decline', 'reconsider', 'accept', 'resolve', 'sendBack', 'close', 'rework'] as const satisfies readonly IssueAction[]

/** Whether a step may start from a state. */
export function mayStep(action: IssueAction, state: IssueState): boolean {
  const { from }: IssueStep = issueSteps[action]
  return from.includes(state)
}

/** The states in which something is still to be done. */
export const openStates = ['recorded', 'dispatched', 'handling', 'resolved'] as const satisfies readonly IssueState[]
