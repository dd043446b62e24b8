import { taskStates, type TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { PartyState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { mayPartStep, taskSteps, type TaskAction, type TaskStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { taskActionNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { Step } from '../../../ui/Steps.tsx'
import { chinaDay } from '../../../frame/china-time.ts'
import { sheetWords } from './vocabulary.ts'

/** The states of a task that goes its way, in order; 中止 and 撤销 stand aside. */
const way = taskStates.slice(0, 8)

export interface FlowFacts {
  readonly state: TaskState
  readonly overdue: boolean
  readonly issuedOn: string | null
  readonly due: string
  readonly completedOn: string | null
  readonly log: readonly { readonly at: string; readonly toState: TaskState; readonly fromState: TaskState | null }[]
}

/** The way of a task as a stepper: what is done with its day, where it stands, what is ahead with the deadline. */
export function flowSteps(task: FlowFacts): readonly Step[] {
  const aside = task.state === 'suspended' || task.state === 'revoked'
  const current = aside ? lastOnWay(task) : task.state
  const place = way.indexOf(current)
  return way.map((state, index) => {
    const name = taskStateNames[state]
    if (index < place) return { key: state, label: name, state: 'done', ...dated(dayReached(task, state)) }
    if (index > place) return { key: state, label: name, state: 'ahead', ...(state === 'submitted' && task.completedOn === null ? { date: `${sheetWords.daysToDue} ${shortDay(task.due)}` } : {}) }
    return { key: state, label: name, state: task.overdue ? 'late' : 'current', ...dated(dayReached(task, state)), ...(aside ? { note: taskStateNames[task.state] } : {}) }
  })
}

/** Where on the way a task stood when it was put aside. */
function lastOnWay({ log, issuedOn }: FlowFacts): TaskState {
  const from = log.findLast(({ toState }) => toState === 'suspended' || toState === 'revoked')?.fromState
  if (from !== undefined && from !== null && way.includes(from)) return from
  return issuedOn === null ? 'draft' : 'active'
}

/** The day on which a state was last reached. */
function dayReached({ log, issuedOn, completedOn }: FlowFacts, state: TaskState): string | null {
  const reached = log.findLast(({ toState, fromState }) => toState === state && fromState !== state)
  if (reached !== undefined) return chinaDay(reached.at)
  if (state === 'issued') return issuedOn
  return state === 'completed' ? completedOn : null
}

function dated(day: string | null): { readonly date?: string } {
  return day === null ? {} : { date: shortDay(day) }
}

function shortDay(day: string): string {
  return day.slice(5)
}

/** How a step is to be asked for before it is taken. */
export type Asking = 'nothing' | 'confirm' | 'reason' | 'progress' | 'quality' | 'result'

const confirmed: readonly TaskAction[] = ['issue', 'verify', 'closeOut']

/** What a step asks for: a reason, the progress, the quality, what has come of it, or to be confirmed. */
export function askingOf(action: TaskAction): Asking {
  const step: TaskStep = taskSteps[action]
  if (step.needsReason === true) return 'reason'
  if (action === 'feedback') return 'progress'
  if (action === 'submit') return 'result'
  if (action === 'review') return 'quality'
  return confirmed.includes(action) ? 'confirm' : 'nothing'
}

const onward: readonly TaskAction[] = ['closeOut', 'verify', 'review', 'submit', 'accept', 'issue', 'propose', 'resume']

/** Of the steps allowed the one that brings the task on; it is the primary button. */
export function mainStep(allowed: readonly TaskAction[]): TaskAction | null {
  return onward.find((action) => allowed.includes(action)) ?? null
}

/** Steps that take something away are shown as such. */
export function isDanger(action: TaskAction): boolean {
  return action === 'revoke' || action === 'rejectAtReview' || action === 'rejectAtVerification'
}

/** A line of the log in words. */
export function actionName(action: string): string {
  const step = Object.entries(taskActionNames).find(([key]) => key === action)
  if (step !== undefined) return step[1]
  return Object.entries(sheetWords.otherActions).find(([key]) => key === action)?.[1] ?? sheetWords.otherActions.edit
}

const ofSomeParts: readonly TaskAction[] = ['review', 'rejectAtReview', 'verify', 'rejectAtVerification', 'reopen']

/** The parts among which a step asks: those that wait for it, where others than the doers take it; a reopening may be of any. */
export function partsAsked<Part extends { readonly state: PartyState }>(action: TaskAction, parties: readonly Part[]): readonly Part[] {
  if (!ofSomeParts.includes(action)) return []
  return action === 'reopen' ? parties : parties.filter(({ state }) => mayPartStep(action, state))
}
