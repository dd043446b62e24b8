import { and, asc, count, eq, gte, inArray, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { extension, supervision, task } from '../../../db/schema/index.ts'
import { extendable, extensionsByInspector } from '../../../../shared/domain/tasks/tasks/extension.ts'
import type { Read } from '../../../db/types.ts'
import { viewFor } from '../../app/access.ts'
import type { Guarded } from '../../app/guard.ts'
import { isProposed } from '../../tasks/supervision/proposals.ts'
import { tasksOf } from '../../tasks/tasks/visible.ts'

/** Lines that each kind shows at most. */
const mostLines = 10

/**
 * 延期 and 督办 that wait for the caller: extensions to decide and replies to settle (督考 anywhere, a leader in the modules he
 * leads), 督办单 to reply to (a doer, a head in his modules), and what the lights propose (督考). Never about his own work but to reply, and never what he asked or replied himself.
 */
export function supervisionWaiting({ read, actor }: Guarded, on: string) {
  const { staffId, roles, heads, leads } = actor.standing
  const own = staffId === null ? sql`0` : inArray(task.id, tasksOf(read, staffId))
  const isOthers = staffId === null ? undefined : notInArray(task.id, tasksOf(read, staffId))
  const deciding = roles.includes('inspector') ? isOthers ?? sql`1` : leads.length > 0 ? and(isOthers, inArray(task.moduleId, [...leads])) : undefined
  const isOnlyInspector = !roles.includes('leader') && !roles.includes('principal')
  const replying = or(own, heads.length > 0 ? inArray(task.moduleId, [...heads]) : undefined)
  return {
    extensions: deciding === undefined || viewFor(actor, 'task.decideExtension') === null ? nothing : found(extension, and(eq(extension.state, 'asked'), inArray(task.state, extendable), ne(extension.askedBy, actor.name), deciding, isOnlyInspector ? fewGranted(read) : undefined)),
    replies: viewFor(actor, 'task.work') === null ? nothing : found(supervision, and(eq(supervision.state, 'issued'), replying)),
    settlements: deciding === undefined || viewFor(actor, 'task.supervise') === null ? nothing : found(supervision, and(eq(supervision.state, 'answered'), sql`${supervision.repliedBy} IS NOT ${actor.name}`, deciding)),
    proposals: roles.includes('inspector') ? (read.select({ rows: count() }).from(task).where(and(isProposed(read, on), isOthers)).get()?.rows ?? 0) : 0,
  }

  function found(table: typeof extension | typeof supervision, where: SQL | undefined) {
    const rows = read.select({ id: table.id, taskId: task.id, title: task.title, due: task.due }).from(table).innerJoin(task, eq(task.id, table.taskId)).where(where).orderBy(asc(table.seq)).limit(mostLines).all()
    return { total: read.select({ rows: count() }).from(table).innerJoin(task, eq(task.id, table.taskId)).where(where).get()?.rows ?? 0, rows }
  }
}

/** Tasks of which 督考 may still decide an extension. */
function fewGranted(read: Read): SQL {
  const granted = read.select({ id: extension.taskId }).from(extension).where(eq(extension.state, 'granted')).groupBy(extension.taskId).having(gte(count(), extensionsByInspector))
  return notInArray(task.id, granted)
}

const nothing = { total: 0, rows: [] }
