import type { PartyState, TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { partyStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { ledgerWords } from './vocabulary.ts'

interface Part {
  readonly name: string
  readonly state: PartyState
  readonly submittedOn: string | null
  readonly completedOn: string | null
}

interface PartedTask {
  readonly state: TaskState
  readonly due: string
  readonly completedOn: string | null
}

/** Where each part of a task stands and since when, one a line; a part done without a day of its own was done with the task. Empty of a task that is not issued or has one part, which the task itself tells. */
export function partsText(task: PartedTask, parts: readonly Part[]): string {
  if (task.state === 'draft' || task.state === 'pending' || parts.length < 2) return ''
  return parts.map((part) => partText(part, task)).join('\n')
}

function partText({ name, state, submittedOn, completedOn }: Part, task: PartedTask): string {
  const { due } = task
  const doneOn = state === 'completed' ? (completedOn ?? task.completedOn) : null
  if (doneOn !== null) return ledgerWords.doneOn(name, shortDay(doneOn, due))
  const isHandedIn = state === 'submitted' || state === 'reviewed'
  return isHandedIn && submittedOn !== null ? ledgerWords.handedInOn(name, shortDay(submittedOn, due), partyStateNames[state]) : ledgerWords.stands(name, partyStateNames[state])
}

/** `1/4，中期推进6月20日`: how many 节点 are done, and the next; empty where none is planned. They come in the order of their days. */
export function milestonesText(planned: readonly { readonly name: string; readonly due: string; readonly doneOn: string | null }[], due: string): string {
  if (planned.length === 0) return ''
  const done = ledgerWords.milestonesDone(planned.filter(({ doneOn }) => doneOn !== null).length, planned.length)
  const next = planned.find(({ doneOn }) => doneOn === null)
  return next === undefined ? done : ledgerWords.nextMilestone(done, next.name, shortDay(next.due, due))
}

/** `6月12日`, with its year where that is not the year of the deadline. */
function shortDay(day: string, due: string): string {
  const year = day.slice(0, 4)
  const short = ledgerWords.day(Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return year === due.slice(0, 4) ? short : ledgerWords.dayOfYear(year, short)
}
