import type { IssueState } from '../../../../shared/domain/villages/issues/codes.ts'
import type { IssueAction } from '../../../../shared/domain/villages/issues/flow.ts'
import { issueActionNames, issueStateNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import type { Light } from '../../../../shared/domain/tasks/tasks/light.ts'
import type { Step } from '../../../ui/Steps.tsx'
import { chinaDay } from '../../../frame/china-time.ts'
import { issueSheetWords } from './vocabulary.ts'

/** The states of an issue that goes its way, in order; 不予受理 stands aside. */
const way = ['recorded', 'dispatched', 'handling', 'resolved', 'closed'] as const satisfies readonly IssueState[]

export interface IssueFlowFacts {
  readonly state: IssueState
  readonly light: Light
  readonly log: readonly { readonly at: string; readonly action: string; readonly toState: IssueState; readonly fromState: IssueState | null }[]
}

/** The way of an issue as a stepper: what is done with its day, and where it stands. */
export function issueFlowSteps({ state, light, log }: IssueFlowFacts): readonly Step[] {
  const isDeclined = state === 'declined'
  const place = way.findIndex((one) => one === (isDeclined ? 'recorded' : state))
  const dayOf = (reached: IssueState) => {
    const entry = log.findLast(({ toState, fromState }) => toState === reached && fromState !== reached)
    return entry === undefined ? {} : { date: chinaDay(entry.at).slice(5) }
  }
  return way.map((one, index): Step => {
    const label = issueStateNames[one]
    if (index > place) return { key: one, label, state: 'ahead' }
    if (index < place || state === 'closed') return { key: one, label, state: 'done', ...dayOf(one) }
    return { key: one, label, state: light === 'red' ? 'late' : 'current', ...dayOf(one), ...(isDeclined ? { note: issueStateNames.declined } : {}) }
  })
}

/** A line of the log in words. */
export function issueActionName(action: string): string {
  const step = Object.entries(issueActionNames).find(([key]) => key === action)
  if (step !== undefined) return step[1]
  return Object.entries(issueSheetWords.otherActions).find(([key]) => key === action)?.[1] ?? issueSheetWords.otherActions.edit
}

/** What a step asks for before it is taken. */
export type IssueAsking = 'nothing' | 'dispatch' | 'result' | 'reason' | 'revisit'

export function issueAskingOf(action: IssueAction): IssueAsking {
  switch (action) {
    case 'dispatch':
      return 'dispatch'
    case 'accept':
      return 'nothing'
    case 'settle':
    case 'resolve':
      return 'result'
    case 'close':
    case 'rework':
      return 'revisit'
    case 'decline':
    case 'reconsider':
    case 'sendBack':
      return 'reason'
  }
}

const onward: readonly IssueAction[] = ['close', 'resolve', 'accept', 'dispatch', 'reconsider']

/** Of the steps allowed the one that brings the issue on; it is the primary button. */
export function mainIssueStep(allowed: readonly IssueAction[]): IssueAction | null {
  return onward.find((action) => allowed.includes(action)) ?? null
}

/** The buttons of the steps allowed: both outcomes of a 回访 are one. */
export function issueButtonsOf(allowed: readonly IssueAction[]): readonly IssueAction[] {
  return allowed.filter((action) => action !== 'rework')
}
