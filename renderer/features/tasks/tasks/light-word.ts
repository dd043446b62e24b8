import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { Light } from '../../../../shared/domain/tasks/tasks/light.ts'
import { lastSubmittedOn } from './batch.ts'
import { lightWordsOf } from './vocabulary.ts'

/** What is known of a task where its light is shown; a brief knows neither the day of issue nor that of handing in. */
export interface LitTask {
  readonly state: TaskState
  readonly light: Light
  readonly due: string
  readonly issuedOn?: string | null
  readonly parties?: readonly { readonly submittedOn: string | null }[]
}

/** The word beside a light: why it is red, yellow, green or grey. `on` is the day looked at. */
export function lightWord(task: LitTask, on: string): string {
  const left = dayNumber(task.due) - dayNumber(on)
  switch (task.light) {
    case 'red':
      return lightWordsOf.overdueBy(-left)
    case 'yellow':
      return isSoon(task, left) ? daysLeft(left) : lightWordsOf.behind
    case 'green':
      return task.state === 'submitted' || task.state === 'reviewed' ? handedInWord(task) : daysLeft(left)
    case 'grey':
      return greyWord(task)
    default:
      return assertNever(task.light)
  }
}

function daysLeft(left: number): string {
  return left === 0 ? lightWordsOf.dueToday : lightWordsOf.daysLeft(left)
}

/** At most 3 days or a fifth of the time left; otherwise it is yellow for its progress. */
function isSoon({ issuedOn, due }: LitTask, left: number): boolean {
  return left <= 3 || (issuedOn !== null && issuedOn !== undefined && left * 5 <= dayNumber(due) - dayNumber(issuedOn))
}

function handedInWord({ parties = [], due }: LitTask): string {
  const late = lateBy(parties, due)
  return late > 0 ? lightWordsOf.handedInLate(late) : lightWordsOf.handedIn
}

function lateBy(parties: readonly { readonly submittedOn: string | null }[], due: string): number {
  const last = lastSubmittedOn(parties)
  return last === null ? 0 : Math.max(0, dayNumber(last) - dayNumber(due))
}

function greyWord(task: LitTask): string {
  switch (task.state) {
    case 'completed': {
      const late = lateBy(task.parties ?? [], task.due)
      return late > 0 ? lightWordsOf.completedLate(late) : lightWordsOf.completed
    }
    case 'closed':
      return lightWordsOf.closed
    case 'suspended':
      return lightWordsOf.suspended
    case 'revoked':
      return lightWordsOf.revoked
    case 'draft':
    case 'pending':
    case 'issued':
    case 'active':
    case 'submitted':
    case 'reviewed':
      return lightWordsOf.notIssued
    default:
      return assertNever(task.state)
  }
}
