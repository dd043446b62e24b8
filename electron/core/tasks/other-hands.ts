import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { TaskAction } from '../../../shared/domain/tasks/flow.ts'
import { taskActionNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { taskLog } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { Guarded } from '../app/guard.ts'
import type { Actor } from '../app/session.ts'

/** The steps that bar who took them from a later one: whoever handed in for the doers is a doer, and who reviewed does not verify. */
const barring: Readonly<Partial<Record<TaskAction, readonly TaskAction[]>>> = {
  review: ['submit'],
  rejectAtReview: ['submit'],
  verify: ['submit', 'review'],
  rejectAtVerification: ['submit', 'review'],
  closeOut: ['submit'],
}

/** The tasks among these of which the actor has taken a step that bars another, by task. The console of a demo does everything. */
export function ownHands(read: Read, actor: Actor, taskIds: readonly string[]): ReadonlyMap<string, readonly string[]> {
  if (actor.kind === 'console') return new Map()
  const rows = read.select({ taskId: taskLog.taskId, action: taskLog.action }).from(taskLog).where(and(inArray(taskLog.taskId, [...taskIds]), eq(taskLog.actor, actor.name), inArray(taskLog.action, ['submit', 'review']))).all()
  return new Map([...Map.groupBy(rows, ({ taskId }) => taskId)].map(([taskId, own]) => [taskId, own.map(({ action }) => action)]))
}

/** Whether a step is barred to who took these before. */
export function isOwnHand(action: TaskAction, taken: readonly string[] = []): boolean {
  return barring[action]?.some((before) => taken.includes(before)) ?? false
}

/** Refuses a judgment by whoever took the step that is judged. */
export function requireOtherHands(read: Read, { actor }: Guarded, action: TaskAction, taskId: string): void {
  if (barring[action] !== undefined && isOwnHand(action, ownHands(read, actor, [taskId]).get(taskId))) throw new Refusal('same_hand', { action: taskActionNames[action] })
}
