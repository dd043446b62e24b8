import { partyStates, type PartyState, type TaskState } from './codes.ts'
import { underWay } from './light.ts'

/** A step of the flow: the states it starts from, the state it leads to, what it asks for. */
export interface TaskStep {
  readonly from: readonly TaskState[]
  readonly to: TaskState
  /** It is taken of a part of the task, and `from` and `to` are states of that part. */
  readonly ofPart?: true
  readonly needsReason?: true
  /** A return (驳回): counts once more. */
  readonly isReturn?: true
}

/** 任务流转: every step there is; a step from any other state is refused. */
export const taskSteps = {
  propose: { from: ['draft'], to: 'pending' },
  sendBack: { from: ['pending'], to: 'draft', needsReason: true },
  issue: { from: ['pending'], to: 'issued' },
  accept: { from: ['issued'], to: 'active', ofPart: true },
  feedback: { from: ['active'], to: 'active', ofPart: true },
  submit: { from: ['active'], to: 'submitted', ofPart: true },
  review: { from: ['submitted'], to: 'reviewed', ofPart: true },
  rejectAtReview: { from: ['submitted'], to: 'active', ofPart: true, needsReason: true, isReturn: true },
  rejectAtVerification: { from: ['reviewed'], to: 'active', ofPart: true, needsReason: true, isReturn: true },
  verify: { from: ['reviewed'], to: 'completed', ofPart: true },
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

/** Where a task stands: its own state, and that of each part in the order of its parties. */
export interface TaskStanding {
  readonly state: TaskState
  readonly parts: readonly PartyState[]
}

/** Whether a step is taken of parts, each for itself. */
export function isPartStep(action: TaskAction): boolean {
  const { ofPart }: TaskStep = taskSteps[action]
  return ofPart === true
}

/** Whether a part may take a step of parts. */
export function mayPartStep(action: TaskAction, part: PartyState): boolean {
  const { from }: TaskStep = taskSteps[action]
  return isPartStep(action) && from.includes(part)
}

/** Whether a step may start from here: a step of parts while the task is under way and one of them stands where it starts. */
export function mayStep(action: TaskAction, { state, parts }: TaskStanding): boolean {
  const { from, ofPart }: TaskStep = taskSteps[action]
  if (ofPart !== true) return from.includes(state)
  return underWay.some((other) => other === state) && parts.some((part) => from.includes(part))
}

/** 承办人各走各的: the task stands where its slowest part does, and is 办理中 as soon as one part has been accepted. */
export function stateOfParts(parts: readonly PartyState[]): PartyState {
  const places = parts.map((part) => partyStates.indexOf(part))
  const slowest = Math.min(...places)
  return slowest === 0 && places.some((place) => place > 0) ? 'active' : (partyStates[slowest] ?? 'issued')
}

/**
 * Where the task stands after a step; `concerned` are the places of the parts it is taken of. Null where the step may not
 * start from here, or not of one of these parts.
 */
export function standingAfter(action: TaskAction, before: TaskStanding, concerned: readonly number[]): TaskStanding | null {
  if (!mayStep(action, before)) return null
  const step: TaskStep = taskSteps[action]
  const move = (to: PartyState) => before.parts.map((part, place) => (concerned.includes(place) ? to : part))
  if (step.ofPart === true) {
    const to = partyStates.find((state) => state === step.to)
    if (to === undefined || concerned.length === 0 || concerned.some((place) => !mayPartStep(action, before.parts[place] ?? 'completed'))) return null
    const parts = move(to)
    return { state: stateOfParts(parts), parts }
  }
  if (action === 'reopen') return concerned.length === 0 ? null : { state: 'active', parts: move('active') }
  return { state: action === 'resume' ? stateOfParts(before.parts) : step.to, parts: before.parts }
}
