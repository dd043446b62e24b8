import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { taskFormNames, taskStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { groupBy } from '../../../shared/lib/group-by.ts'
import { assignment, moduleTable, post, staff, task, village } from '../../db/schema/index.ts'
import { viewFor } from '../app/access.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { foundBy } from '../app/search-text.ts'
import { coversDay } from '../app/standing.ts'
import { visibleStaff } from '../people/list.ts'
import { visibleTasks } from '../tasks/visible.ts'
import { hitLines } from './vocabulary.ts'

interface Hit {
  readonly kind: 'person' | 'task' | 'village'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly moduleId: string | null
}

/**
 * People, villages and tasks in the caller's view, each by the capability of its own list. People fill at most two fifths of
 * the answer and villages one, so that a common surname does not hide the tasks.
 */
export function find(guard: Guarded, text: string, limit: number): Hit[] {
  const people = findPeople(guard, text, Math.ceil((limit * 2) / 5))
  const villages = findVillages(guard, text, Math.ceil(limit / 5))
  const tasks = findTasks(guard, text, limit)
  return [...people, ...villages, ...tasks].slice(0, limit)
}

function findPeople({ read, actor, now }: Guarded, text: string, limit: number): readonly Hit[] {
  const view = viewFor(actor, 'staff.read')
  if (view === null) return []
  const today = dayInChina(now)
  const rows = read
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(visibleStaff(read, view, today), foundBy(text, [staff.name, staff.code], staff.searchKey)))
    .orderBy(desc(sql`${staff.name} = ${text}`), asc(staff.seq))
    .limit(limit)
    .all()
  const held = groupBy(
    read
      .select({ staffId: assignment.staffId, moduleId: moduleTable.id, moduleName: moduleTable.name, postName: post.name })
      .from(assignment)
      .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
      .innerJoin(post, eq(post.id, assignment.postId))
      .where(and(inArray(assignment.staffId, rows.map(({ id }) => id)), coversDay(assignment.from, assignment.to, today)))
      .orderBy(asc(assignment.seq))
      .all(),
    ({ staffId }) => staffId,
  )
  return rows.map(({ id, name }) => {
    const first = held.get(id)?.[0]
    return { kind: 'person', id, title: name, detail: first === undefined ? hitLines.unassigned : [first.moduleName, first.postName].join(hitLines.separator), moduleId: first?.moduleId ?? null }
  })
}

function findVillages({ read, actor }: Guarded, text: string, limit: number): readonly Hit[] {
  if (viewFor(actor, 'register.enter') === null) return []
  return read
    .select({ id: village.id, name: village.name, leader: staff.name })
    .from(village)
    .leftJoin(staff, eq(staff.id, village.teamLeaderId))
    .where(foundBy(text, [village.name, village.code], village.searchKey))
    .orderBy(asc(village.seq))
    .limit(limit)
    .all()
    .map(({ id, name, leader }) => ({ kind: 'village', id, title: name, detail: leader === null ? hitLines.noTeamLeader : hitLines.teamLeader(leader), moduleId: null }))
}

function findTasks({ read, actor }: Guarded, text: string, limit: number): readonly Hit[] {
  const view = viewFor(actor, 'task.work')
  if (view === null) return []
  return read
    .select({ id: task.id, title: task.title, form: task.form, state: task.state, due: task.due, moduleId: task.moduleId })
    .from(task)
    .where(and(visibleTasks(read, view), foundBy(text, [task.title, task.docNo, task.code], task.searchKey)))
    .orderBy(desc(task.seq))
    .limit(limit)
    .all()
    .map(({ id, title, form, state, due, moduleId }) => ({ kind: 'task', id, title, detail: [taskFormNames[form], taskStateNames[state], due].join(hitLines.separator), moduleId }))
}
