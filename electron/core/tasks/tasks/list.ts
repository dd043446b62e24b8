import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { taskFilter, taskSortFields } from '../../../../shared/contract/tasks/tasks.ts'
import { taskForms, taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { taskQualities, type PartyRole } from '../../../../shared/domain/plans/task-codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { moduleTable, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { View } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { amongOrEmpty, filledWithin, placeIn, scanned, scannedWithin } from '../../app/list-sql.ts'
import { contains, foundBy } from '../../app/search-text.ts'
import { hasLight, isOverdueOn, lightRank } from './light-sql.ts'
import { outsideTasks, tasksInCharge, tasksOf, visibleTasks } from './visible.ts'
import { waitsForAny } from './waiting-sql.ts'

export type TaskFilter = z.infer<typeof taskFilter>
export interface TaskSort {
  readonly field: (typeof taskSortFields)[number]
  readonly descending: boolean
}

export interface TaskQuery {
  readonly on: string
  readonly offset: number
  readonly limit: number
  readonly moduleId?: string | undefined
  readonly search?: string | undefined
  readonly sort: readonly TaskSort[]
  readonly filters: readonly TaskFilter[]
}

/** One page of the tasks in the caller's view, and how many there are: filtered, ordered and cut by SQLite. */
export function pageOfTasks(guard: Guarded, query: TaskQuery) {
  const { read } = guard
  const view = isWithin(guard.view, query) ? undefined : visibleTasks(read, guard.view, dayInChina(guard.now))
  const isOwn = guard.view.kind === 'some' && guard.view.modules.length === 0
  const conditions = [
    query.moduleId === undefined ? undefined : eq(task.moduleId, query.moduleId),
    query.search ? foundBy(query.search, [task.title, task.docNo, task.code], task.searchKey) : undefined,
    ...query.filters.map((filter) => conditionOf(guard, filter, query.on)),
  ]
  // Whoever sees only his own few tasks has them looked up; for all others the list is read through.
  const where = isOwn ? and(view, scanned(and(...conditions))) : scannedWithin(view, and(...conditions))
  const order = [...query.sort.flatMap((sort) => orderOf(sort, query.on)), asc(task.seq)]
  const ids = read.select({ id: task.id }).from(task).where(where).orderBy(...order).limit(query.limit).offset(query.offset).all().map(({ id }) => id)
  const rows = new Map(read.select().from(task).where(inArray(task.id, ids)).all().map((row) => [row.id, row]))
  const isWhole = query.offset === 0 && ids.length < query.limit
  const total = isWhole ? ids.length : (read.select({ rows: count() }).from(task).where(where).get()?.rows ?? 0)
  return { rows: ids.flatMap((id) => rows.get(id) ?? []), total }
}

/** Whether all that is asked for is in the view anyway, so that no row need be asked whether it is. */
function isWithin(view: View, { moduleId, filters }: TaskQuery): boolean {
  if (view.kind === 'all') return true
  const isOfView = (one: string | undefined) => one !== undefined && view.modules.includes(one)
  return isOfView(moduleId) || filters.some((filter) => (filter.kind === 'outside' ? isOfView(filter.moduleId) : filter.kind === 'flag' && filter.flag !== 'overdue'))
}

function conditionOf(guard: Guarded, filter: TaskFilter, on: string): SQL | undefined {
  const { read } = guard
  switch (filter.kind) {
    case 'text':
      return textCondition(read, filter)
    case 'days':
      return filledWithin(task[filter.field], filter.from, filter.to)
    case 'number': {
      const column = task[filter.field]
      return and(filter.min === null ? undefined : gte(column, filter.min), filter.max === null ? undefined : lte(column, filter.max))
    }
    case 'flag':
      return flagCondition(guard, filter.flag, on)
    case 'choice':
      return choiceCondition(filter, on)
    case 'outside':
      return outsideTasks(read, filter.moduleId, dayInChina(guard.now))
    default:
      return assertNever(filter)
  }
}

function textCondition(read: Read, filter: Extract<TaskFilter, { kind: 'text' }>): SQL | undefined {
  switch (filter.field) {
    case 'lead':
      return inArray(task.leadStaffId, peopleCalled(read, filter.contains))
    case 'hosts':
      return inArray(task.id, tasksWith(read, 'host', filter.contains))
    case 'cohosts':
      return inArray(task.id, tasksWith(read, 'cohost', filter.contains))
    case 'title':
      return foundBy(filter.contains, [task.title], task.searchKey)
    case 'code':
    case 'docNo':
    case 'source':
    case 'content':
      return contains(task[filter.field], filter.contains)
    default:
      return assertNever(filter.field)
  }
}

function peopleCalled(read: Read, name: string) {
  return read.select({ id: staff.id }).from(staff).where(foundBy(name, [staff.name], staff.searchKey))
}

function tasksWith(read: Read, role: PartyRole, name: string) {
  return read.select({ id: taskParty.taskId }).from(taskParty).where(and(eq(taskParty.role, role), inArray(taskParty.staffId, peopleCalled(read, name))))
}

function flagCondition({ read, actor, view }: Guarded, flag: Extract<TaskFilter, { kind: 'flag' }>['flag'], on: string): SQL | undefined {
  switch (flag) {
    case 'mine':
      return actor.standing.staffId === null ? sql`0` : inArray(task.id, tasksOf(read, actor.standing.staffId))
    case 'overdue':
      return isOverdueOn(on)
    case 'waitingForMe':
      return and(waitsForAny(read, actor), tasksInCharge(read, view))
    default:
      return assertNever(flag)
  }
}

function choiceCondition(filter: Extract<TaskFilter, { kind: 'choice' }>, on: string): SQL | undefined {
  switch (filter.field) {
    case 'light':
      return or(...filter.oneOf.map((light) => hasLight(light, on)))
    case 'form':
      return inArray(task.form, filter.oneOf)
    case 'state':
      return inArray(task.state, filter.oneOf)
    case 'module':
      return inArray(task.moduleId, filter.oneOf)
    case 'quality':
      return amongOrEmpty(task.quality, filter.oneOf)
    case 'lead':
      return amongOrEmpty(task.leadStaffId, filter.oneOf)
    case 'group':
      return amongOrEmpty(task.groupId, filter.oneOf)
    default:
      return assertNever(filter)
  }
}

/** Empty cells come last, whichever way a column is ordered. */
function orderOf({ field, descending }: TaskSort, on: string): readonly SQL[] {
  const direction = descending ? desc : asc
  switch (field) {
    case 'title':
      return [direction(task.searchKey)]
    case 'code':
      return [direction(sql`length(${task.code})`), direction(task.code)]
    case 'weight':
    case 'due':
    case 'progress':
    case 'reworks':
      return [direction(task[field])]
    case 'docNo':
    case 'source':
    case 'issuedOn':
    case 'completedOn':
      return [asc(isNull(task[field])), direction(task[field])]
    case 'form':
      return [direction(placeIn(task.form, taskForms))]
    case 'state':
      return [direction(placeIn(task.state, taskStates))]
    case 'quality':
      return [asc(isNull(task.quality)), direction(placeIn(task.quality, taskQualities))]
    case 'light':
      return [direction(lightRank(on))]
    case 'module':
      return [direction(sql`(SELECT ${moduleTable.seq} FROM ${moduleTable} WHERE ${eq(moduleTable.id, task.moduleId)})`)]
    case 'lead':
      return [asc(isNull(task.leadStaffId)), direction(sql`(SELECT ${staff.searchKey} FROM ${staff} WHERE ${eq(staff.id, task.leadStaffId)})`)]
    default:
      return assertNever(field)
  }
}
