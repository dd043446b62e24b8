import { and, eq, exists, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import { partyToDoStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { task, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { View } from '../../app/access.ts'
import { staffOfModules } from '../../people/assignments.ts'

/** Ids of the tasks that a person is a party of, as a subquery. */
export function tasksOf(read: Read, staffId: string) {
  return read.select({ id: taskParty.taskId }).from(taskParty).where(eq(taskParty.staffId, staffId))
}

/** Ids of the tasks of which a person's own part is still to be done, as a subquery. */
export function tasksToDo(read: Read, staffId: string) {
  return read.select({ id: taskParty.taskId }).from(taskParty).where(and(eq(taskParty.staffId, staffId), inArray(taskParty.state, partyToDoStates)))
}

/** Tasks in which somebody who works in one of the modules on a day has a part. */
function isOfPeople(read: Read, modules: readonly string[], day: string): SQL {
  return exists(read.select({ one: sql`1` }).from(taskParty).where(and(eq(taskParty.taskId, task.id), inArray(sql`+${taskParty.staffId}`, staffOfModules(read, modules, day)))))
}

/** The tasks of one's own hands and of one's modules: what waits for somebody, and what the workbench tells him of. */
export function tasksInCharge(read: Read, view: View): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : inArray(task.id, tasksOf(read, view.staffId))
  return view.modules.length === 0 ? own : or(inArray(task.moduleId, [...view.modules]), own)
}

/** The tasks that one reads: those in charge, and any other in which somebody of one's modules has a part today. `aboutReading` is the same for one task. */
export function visibleTasks(read: Read, view: View, today: string): SQL | undefined {
  if (view.kind === 'all' || view.modules.length === 0) return tasksInCharge(read, view)
  return or(tasksInCharge(read, view), isOfPeople(read, view.modules, today))
}

/** 外模块交办: other modules' tasks in which somebody of this module has a part today. */
export function outsideTasks(read: Read, moduleId: string, today: string): SQL | undefined {
  return and(ne(task.moduleId, moduleId), isOfPeople(read, [moduleId], today))
}
