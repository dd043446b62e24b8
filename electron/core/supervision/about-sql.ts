import { and, asc, eq, exists, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { AboutTaskText } from '../../../shared/contract/supervision.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { account, moduleTable, staff, task, taskParty } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { contains, foundBy } from '../app/search-text.ts'

/** What the lists of 督办单 and 延期 ask of the task they are about, as conditions on `task` and orders by it. */

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

export function moduleOrder(): SQL {
  return sql`(SELECT ${moduleTable.seq} FROM ${moduleTable} WHERE ${eq(moduleTable.id, task.moduleId)})`
}

/** By the first host. */
export function hostOrder(read: Read): SQL {
  const first = read.select({ key: staff.searchKey }).from(taskParty).innerJoin(staff, eq(staff.id, taskParty.staffId)).where(and(eq(taskParty.taskId, task.id), eq(taskParty.role, 'host'))).orderBy(asc(taskParty.seq)).limit(1)
  return sql`${first}`
}

/** The parties of each task are few, the tasks of a person many: the unary plus keeps the index of persons out of it. */
function isHostCalled(read: Read, name: string): SQL {
  const people = read.select({ id: staff.id }).from(staff).where(foundBy(name, [staff.name], staff.searchKey))
  return exists(read.select({ one: sql`1` }).from(taskParty).where(and(eq(taskParty.taskId, task.id), eq(taskParty.role, 'host'), inArray(sql`+${taskParty.staffId}`, people))))
}
