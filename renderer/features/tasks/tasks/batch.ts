import { batchSteps, type BatchStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import type { TaskRow } from './api-types.ts'

/** A task in a step of many. */
export type BatchTask = Pick<TaskRow, 'id' | 'version' | 'code' | 'docNo' | 'title' | 'due' | 'parties' | 'reworks' | 'quality'>

/** Steps that bring tasks on stand as buttons; those that take back or put aside in the menu behind. */
export const plainSteps: readonly BatchStep[] = ['propose', 'issue', 'accept', 'submit', 'review', 'verify', 'closeOut', 'resume']

/** The steps that at least one of the tasks allows, with the tasks that do. */
export function stepsOf<Task extends Pick<TaskRow, 'allowedSteps'>>(tasks: readonly Task[]): readonly { readonly step: BatchStep; readonly tasks: readonly Task[] }[] {
  return batchSteps.map((step) => ({ step, tasks: tasks.filter(({ allowedSteps }) => allowedSteps.includes(step)) })).filter((row) => row.tasks.length > 0)
}

/** The last day on which somebody handed in his part; null when nobody has. */
export function lastSubmittedOn(parties: readonly { readonly submittedOn: string | null }[]): string | null {
  return parties.flatMap(({ submittedOn }) => submittedOn ?? []).sort().at(-1) ?? null
}
