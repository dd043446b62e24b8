import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { partyToDoStates } from '../../../shared/domain/tasks/codes.ts'
import { task, taskParty } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { View } from '../app/access.ts'

/** Ids of the tasks that a person is a party of, as a subquery. */
export function tasksOf(read: Read, staffId: string) {
  return read.select({ id: taskParty.taskId }).from(taskParty).where(eq(taskParty.staffId, staffId))
}

/** Ids of the tasks of which a person's own part is still to be done, as a subquery. */
export function tasksToDo(read: Read, staffId: string) {
  return read.select({ id: taskParty.taskId }).from(taskParty).where(and(eq(taskParty.staffId, staffId), inArray(taskParty.state, partyToDoStates)))
}

/** The tasks in a view: those of one's own hands and of one's modules. */
export function visibleTasks(read: Read, view: View): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : inArray(task.id, tasksOf(read, view.staffId))
  return view.modules.length === 0 ? own : or(inArray(task.moduleId, [...view.modules]), own)
}
