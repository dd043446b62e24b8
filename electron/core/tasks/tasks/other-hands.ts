import { and, eq, inArray, notInArray, type SQL } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import type { NextAction } from '../../../../shared/domain/tasks/tasks/next-step.ts'
import { taskActionNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { account, extension, supervision, task, taskLog } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Guarded } from '../../app/guard.ts'
import type { Actor } from '../../app/session.ts'

/** The steps that bar who took them from a later one: whoever handed in for the doers is a doer, and who reviewed does not verify. */
const barring: Readonly<Partial<Record<TaskAction | NextAction, readonly TaskAction[]>>> = {
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

/** Whether a paper beside the flow came from the caller's own hand, so that another decides on it. The console of a demo does everything. */
export function isHandOf(actor: Actor, name: string | null): boolean {
  return actor.kind === 'account' && actor.name === name
}

/** Tasks of which the actor has taken no step that bars him from this one; undefined where none does. */
export function isOthersHand(read: Read, actor: Actor, action: TaskAction): SQL | undefined {
  const before = barring[action]
  if (before === undefined || actor.kind === 'console') return undefined
  return notInArray(task.id, read.select({ id: taskLog.taskId }).from(taskLog).where(and(eq(taskLog.actor, actor.name), inArray(taskLog.action, [...before]))))
}

/** The people who are barred from what a task waits for, by what they did on it themselves. */
export function barredFrom(read: Read, action: NextAction, taskId: string): ReadonlySet<string> {
  const names = read.select({ staffId: account.staffId }).from(account).where(inArray(account.name, handsBefore(read, action, taskId))).all()
  return new Set(names.flatMap(({ staffId }) => staffId ?? []))
}

function handsBefore(read: Read, action: NextAction, taskId: string): string[] {
  if (action === 'decideExtension') return read.select({ name: extension.askedBy }).from(extension).where(and(eq(extension.taskId, taskId), eq(extension.state, 'asked'))).all().map(({ name }) => name)
  if (action === 'settle') return repliedToAll(read, taskId)
  return read.select({ name: taskLog.actor }).from(taskLog).where(and(eq(taskLog.taskId, taskId), inArray(taskLog.action, [...(barring[action] ?? [])]))).all().map(({ name }) => name)
}

/** Whoever replied to one 督办单 may settle another. */
function repliedToAll(read: Read, taskId: string): string[] {
  const names = read.select({ name: supervision.repliedBy }).from(supervision).where(and(eq(supervision.taskId, taskId), eq(supervision.state, 'answered'))).all().flatMap(({ name }) => name ?? [])
  return new Set(names).size === 1 ? names : []
}
