import { assertNever } from '../../../lib/assert-never.ts'
import type { IssueState } from './codes.ts'
import { issueActions, mayStep, type IssueAction } from './flow.ts'

/** What somebody is to one 民情事项. */
export interface IssueStanding {
  /** May dispatch: heads or leads a module that keeps 民情事项, or is 党政正职 or 督考. */
  readonly isDesk: boolean
  readonly isRecorder: boolean
  readonly isHandler: boolean
  /** Has written its result at some time. */
  readonly hasResolved: boolean
  /** Heads the module it is dispatched to. */
  readonly headsModule: boolean
}

/** Who may take a step at all: the doer never records whether whoever raised it is satisfied. */
export function mayTake(action: IssueAction, who: IssueStanding): boolean {
  switch (action) {
    case 'dispatch':
    case 'decline':
    case 'reconsider':
      return who.isDesk
    case 'settle':
      return who.isDesk || who.isRecorder
    case 'accept':
    case 'sendBack':
    case 'resolve':
      return who.isHandler || who.headsModule
    case 'close':
    case 'rework':
      return (who.isDesk || who.isRecorder) && !isDoer(who)
    default:
      return assertNever(action)
  }
}

/** Did the work, and so may not judge it. */
export function isDoer({ isHandler, hasResolved }: IssueStanding): boolean {
  return isHandler || hasResolved
}

/** The steps that the flow has from here and this person may take. */
export function stepsFor(state: IssueState, who: IssueStanding): readonly IssueAction[] {
  return issueActions.filter((action) => mayStep(action, state) && mayTake(action, who))
}

/** Whose turn it is: `desk` who dispatches · `module` its head · `handler` · `recorder`. */
export const issueTurns = ['desk', 'module', 'handler', 'recorder'] as const
export type IssueTurn = (typeof issueTurns)[number]

/** The steps that somebody is waited for, in the order of the flow. */
export const waitedIssueSteps = ['dispatch', 'accept', 'resolve', 'close'] as const satisfies readonly IssueAction[]
export type WaitedIssueStep = (typeof waitedIssueSteps)[number]

export interface TurnFacts {
  readonly state: IssueState
  readonly handlerId: string | null
  readonly enteredBy: string | null
  readonly moduleId: string | null
}

export interface NextStep {
  readonly turn: IssueTurn
  readonly action: WaitedIssueStep
}

/** 下一步由谁做什么; null where nothing is to be done any more. 回访 falls to the desk where whoever recorded it has also handled it. */
export function nextStepOf({ state, handlerId, enteredBy, moduleId }: TurnFacts): NextStep | null {
  switch (state) {
    case 'recorded':
      return { turn: 'desk', action: 'dispatch' }
    case 'dispatched':
      return { turn: handlerId === null ? 'module' : 'handler', action: 'accept' }
    case 'handling':
      return { turn: handlerId !== null ? 'handler' : moduleId !== null ? 'module' : 'desk', action: 'resolve' }
    case 'resolved':
      return { turn: enteredBy !== null && enteredBy !== handlerId ? 'recorder' : 'desk', action: 'close' }
    case 'closed':
    case 'declined':
      return null
    default:
      return assertNever(state)
  }
}
