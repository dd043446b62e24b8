import type { PartyState, TaskState } from './codes.ts'
import { isExtendable } from './extension.ts'
import { underWay } from './light.ts'

/** What may be waited for on a task: a step, or a decision beside the flow. */
export const nextActions = ['propose', 'issue', 'accept', 'submit', 'review', 'verify', 'closeOut', 'resume', 'decideExtension', 'reply', 'settle'] as const
export type NextAction = (typeof nextActions)[number]

/** Who has to act: the doer of a part, whoever drafted it or acts for the module, its head, the 牵头领导, 督考, whoever may issue. */
export type Actors = 'doer' | 'drafter' | 'issuer' | 'head' | 'verifier' | 'decider' | 'leader'

export interface NextStep {
  readonly action: NextAction
  readonly who: Actors
  /** The place of the part it is about; null for the whole task. */
  readonly part: number | null
}

export interface NextFacts {
  readonly state: TaskState
  readonly parts: readonly PartyState[]
  readonly hasAskedExtension: boolean
  /** The extension asked for takes a 班子成员 or 党政正职. */
  readonly needsLeader: boolean
  readonly supervisionsToReply: number
  readonly supervisionsToSettle: number
}

const ofPart: Readonly<Record<PartyState, Omit<NextStep, 'part'> | null>> = {
  issued: { action: 'accept', who: 'doer' },
  active: { action: 'submit', who: 'doer' },
  submitted: { action: 'review', who: 'head' },
  reviewed: { action: 'verify', who: 'verifier' },
  completed: null,
}

const ofTask: Readonly<Partial<Record<TaskState, Omit<NextStep, 'part'>>>> = {
  draft: { action: 'propose', who: 'drafter' },
  pending: { action: 'issue', who: 'issuer' },
  completed: { action: 'closeOut', who: 'verifier' },
  suspended: { action: 'resume', who: 'verifier' },
}

/** 下一步由谁做什么: the step each part waits for, in the order of the parts, then what waits beside the flow; an extension while it can be granted. A closed or revoked task waits for nobody. */
export function nextSteps({ state, parts, hasAskedExtension, needsLeader, supervisionsToReply, supervisionsToSettle }: NextFacts): readonly NextStep[] {
  if (state === 'closed' || state === 'revoked') return []
  const isUnderWay = underWay.some((other) => other === state)
  const whole = ofTask[state]
  const steps = isUnderWay ? parts.flatMap((part, place) => (ofPart[part] === null ? [] : [{ ...ofPart[part], part: place }])) : whole === undefined ? [] : [{ ...whole, part: null }]
  return [
    ...steps,
    ...(hasAskedExtension && isExtendable(state) ? [{ action: 'decideExtension' as const, who: needsLeader ? ('leader' as const) : ('decider' as const), part: null }] : []),
    ...(supervisionsToReply > 0 ? [{ action: 'reply' as const, who: 'doer' as const, part: null }] : []),
    ...(supervisionsToSettle > 0 ? [{ action: 'settle' as const, who: 'decider' as const, part: null }] : []),
  ]
}
