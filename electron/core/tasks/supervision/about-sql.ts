import { and, asc, eq, exists, inArray, notInArray, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { AboutTaskText } from '../../../../shared/contract/tasks/supervision.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { account, moduleTable, staff, task, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { scannedWithin } from '../../app/list-sql.ts'
import { contains, foundBy } from '../../app/search-text.ts'
import { visibleTasks } from '../tasks/visible.ts'

/** What the lists of 督办单 and 延期 ask of the task they are about, as conditions on `task` and orders by it. */

export interface AboutQuery {
  readonly moduleId?: string | undefined
  readonly taskId?: string | undefined
}

/** Rows about tasks of the caller's view that meet a list's own conditions; `taskId` is the column that names the task. */
export function whereAbout({ read, view, now }: Guarded, taskId: SQLiteColumn, query: AboutQuery, own: readonly (SQL | undefined)[]): SQL | undefined {
  const narrowed = and(query.moduleId === undefined ? undefined : eq(task.moduleId, query.moduleId), ...own)
  return and(query.taskId === undefined ? undefined : eq(taskId, query.taskId), scannedWithin(visibleTasks(read, view, dayInChina(now)), narrowed))
}

/** The text that a list shows of the task holds these characters, or spells them. */
export function aboutHolds(read: Read, field: AboutTaskText, text: string): SQL | undefined {
  switch (field) {
    case 'title':
      return foundBy(text, [task.title], task.searchKey)
    case 'module':
      return inArray(task.moduleId, read.select({ id: moduleTable.id }).from(moduleTable).where(contains(moduleTable.name, text)))
    case 'hosts':
      return isHostCalled(read, text)
    default:
      return assertNever(field)
  }
}

/** Found by the task (文号, 编号, 事项 as written, in pinyin or by its initials), by a host, or by other texts of its own. */
export function aboutFound(read: Read, text: string, own: readonly SQLiteColumn[]): SQL | undefined {
  return or(foundBy(text, [...own, task.docNo, task.code, task.title], task.searchKey), isHostCalled(read, text))
}

/** Whoever is shown for an account (its person, else the account itself) is called so. The accounts are few, the rows many: their names are looked up once. */
export function isActorCalled(read: Read, column: SQLiteColumn, text: string): SQL | undefined {
  const personal = (condition?: SQL) => read.select({ name: account.name }).from(account).innerJoin(staff, eq(staff.id, account.staffId)).where(condition)
  return or(inArray(column, personal(foundBy(text, [staff.name], staff.searchKey))), and(contains(column, text), notInArray(column, personal())))
}

/** What rows are put in order by of what they show of the task: a module by its place, hosts by the first. */
export function aboutOrder(read: Read, field: AboutTaskText | 'due'): SQLWrapper {
  switch (field) {
    case 'title':
      return task.searchKey
    case 'due':
      return task.due
    case 'module':
      return sql`(SELECT ${moduleTable.seq} FROM ${moduleTable} WHERE ${eq(moduleTable.id, task.moduleId)})`
    case 'hosts':
      return firstHost(read)
    default:
      return assertNever(field)
  }
}

function firstHost(read: Read): SQL {
  const first = read.select({ key: staff.searchKey }).from(taskParty).innerJoin(staff, eq(staff.id, taskParty.staffId)).where(and(eq(taskParty.taskId, task.id), eq(taskParty.role, 'host'))).orderBy(asc(taskParty.seq)).limit(1)
  return sql`${first}`
}

/** The parties of each task are few, the tasks of a person many: the unary plus keeps the index of persons out of it. */
function isHostCalled(read: Read, name: string): SQL {
  const people = read.select({ id: staff.id }).from(staff).where(foundBy(name, [staff.name], staff.searchKey))
  return exists(read.select({ one: sql`1` }).from(taskParty).where(and(eq(taskParty.taskId, task.id), eq(taskParty.role, 'host'), inArray(sql`+${taskParty.staffId}`, people))))
}
