import { and, asc, between, count, eq, gt, gte, lte } from 'drizzle-orm'
import { isOverdue, lightOf } from '../../../../shared/domain/tasks/tasks/light.ts'
import { moduleTable, supervision, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { LedgerModule } from '../../../workbooks/exports/books/tasks/data.ts'
import { lastHandedIn } from '../../tasks/tasks/light-sql.ts'

type TaskRow = typeof task.$inferSelect
type CountedTask = Pick<TaskRow, 'moduleId' | 'state' | 'exempt' | 'form' | 'issuedOn' | 'due' | 'completedOn' | 'progress'> & { readonly handedInOn: string | null }
type ModuleCounts = LedgerModule & { readonly moduleId: string }

/** The days that are counted, both included, and the day it is. */
export interface CountedDays {
  readonly start: string
  readonly end: string
  readonly today: string
}

/** Tasks read at once: a chunk takes some milliseconds. */
const tasksAtOnce = 2000

const uncounted: readonly string[] = ['draft', 'pending', 'revoked', 'suspended']

/** Names of the modules by id, in official order. */
export function moduleNames(read: Read): ReadonlyMap<string, string> {
  return new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).orderBy(asc(moduleTable.seq)).all().map(({ id, name }) => [id, name]))
}

/**
 * 任务数、办结、按期、红灯、督办 per module, in official order, from tasks given one by one. 督办 are those issued on tasks of the
 * module between the days, and the tasks assigned by 督办单.
 */
export function countingByModule(read: Read, { start, end, today }: CountedDays) {
  const modules = moduleNames(read)
  const issued = new Map(
    read
      .select({ moduleId: task.moduleId, issued: count() })
      .from(supervision)
      .innerJoin(task, eq(task.id, supervision.taskId))
      .where(between(supervision.issuedOn, start, end))
      .groupBy(task.moduleId)
      .all()
      .map(({ moduleId, issued: papers }) => [moduleId, papers]),
  )
  const none = { tasks: 0, completed: 0, onTime: 0, open: 0, overdue: 0, red: 0, yellow: 0 }
  const counts = new Map([...modules.keys()].map((id) => [id, { ...none, supervisions: issued.get(id) ?? 0 }]))
  return {
    add(item: CountedTask): void {
      const own = counts.get(item.moduleId)
      if (own === undefined || item.exempt || uncounted.includes(item.state)) return
      const isDone = item.state === 'completed' || item.state === 'closed'
      const light = lightOf(item, today)
      own.tasks += 1
      own.completed += Number(isDone)
      own.onTime += Number(isDone && item.completedOn !== null && item.completedOn <= item.due)
      own.open += Number(!isDone)
      own.overdue += Number(isOverdue(item, today))
      own.red += Number(light === 'red')
      own.yellow += Number(light === 'yellow')
      own.supervisions += Number(item.form === 'supervision_order')
    },
    rows: (): readonly ModuleCounts[] => [...counts].map(([moduleId, own]) => ({ moduleId, name: modules.get(moduleId) ?? '', ...own, remark: null })),
  }
}

/** The counts of the tasks due between two days, per module. */
export async function countTasksByModule(read: Read, days: CountedDays, pause: () => Promise<void>): Promise<readonly ModuleCounts[]> {
  const counts = countingByModule(read, days)
  const { moduleId, state, exempt, form, issuedOn, due, completedOn, progress, seq } = task
  let last = 0
  for (;;) {
    const rows = read.select({ moduleId, state, exempt, form, issuedOn, due, completedOn, progress, seq, handedInOn: lastHandedIn }).from(task).where(and(gte(due, days.start), lte(due, days.end), gt(seq, last))).orderBy(asc(seq)).limit(tasksAtOnce).all()
    const end = rows.at(-1)
    if (end === undefined) return counts.rows()
    last = end.seq
    rows.forEach(counts.add)
    await pause()
  }
}
