import type { TaskState } from './codes.ts'

/** A step of the flow: the states it starts from, the state it leads to, what it asks for. */
export interface TaskStep {
  readonly from: readonly TaskState[]
  readonly to: TaskState
  readonly needsReason?: true
  /** A return (驳回): counts once more. */
  readonly isReturn?: true
}

/** 任务流转: every step there is; a step from any other state is refused. */
export const taskSteps = {
  propose: { from: ['draft'], to: 'pending' },
  sendBack: { from: ['pending'], to: 'draft', needsReason: true },
  issue: { from: ['pending'], to: 'issued' },
  accept: { from: ['issued'], to: 'active' },
  feedback: { from: ['active'], to: 'active' },
  submit: { from: ['active'], to: 'submitted' },
  review: { from: ['submitted'], to: 'reviewed' },
  rejectAtReview: { from: ['submitted'], to: 'active', needsReason: true, isReturn: true },
  rejectAtVerification: { from: ['reviewed'], to: 'active', needsReason: true, isReturn: true },
  verify: { from: ['reviewed'], to: 'completed' },
  closeOut: { from: ['completed'], to: 'closed' },
  suspend: { from: ['active'], to: 'suspended', needsReason: true },
  resume: { from: ['suspended'], to: 'active' },
  revoke: { from: ['draft', 'pending', 'issued', 'active', 'suspended'], to: 'revoked', needsReason: true },
  reopen: { from: ['completed', 'closed'], to: 'active', needsReason: true },
} as const satisfies Record<string, TaskStep>

export type TaskAction = keyof typeof taskSteps

/** Every step, in the order in which a screen offers them. */
export const taskActions = [
  'propose', 'sendBack', 'issue', 'accept', 'feedback', 'submit', 'review', 'rejectAtReview', 'verify', 'rejectAtVerification', 'closeOut', 'suspend', 'resume', 'reopen', 'revoke',
] as const satisfies readonly TaskAction[]

/** The steps that may be taken of many tasks at once: all but a feedback, which has words of its own for each task. */
export const batchSteps = [
  'propose', 'sendBack', 'issue', 'accept', 'submit', 'review', 'rejectAtReview', 'verify', 'rejectAtVerification', 'closeOut', 'suspend', 'resume', 'reopen', 'revoke',
] as const satisfies readonly TaskAction[]
export type BatchStep = (typeof batchSteps)[number]

/** Whether a step may start from a state. */
export function mayStep(action: TaskAction, state: TaskState): boolean {
  const { from }: TaskStep = taskSteps[action]
  return from.includes(state)
}
