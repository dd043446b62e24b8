import { and, asc, eq, gt, gte, inArray, lte } from 'drizzle-orm'
import { lightOf } from '../../../shared/domain/tasks/light.ts'
import { lightNames, taskFormNames, taskQualityNames, taskStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { dayNumber } from '../../../shared/lib/calendar-day.ts'
import { moduleTable, staff, task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { AssignmentOrder, LedgerModule, LedgerSupervision, LedgerTask, TasksBookData } from '../../workbooks/export/data.ts'
import type { LedgerList, LedgerRows } from '../../workbooks/export/write/export-job.ts'
import { dayInChina } from '../app/environment.ts'
import { countRows } from '../app/rows.ts'
import type { PeriodRow } from '../evaluation/periods.ts'
import { exportMeta, type ExportAbout } from './gather-common.ts'

type TaskRow = typeof task.$inferSelect

/** Tasks read at once: a chunk takes some milliseconds. */
const tasksAtOnce = 200

/** Takes the lists of a ledger as they are read, and says when the next may come. */
export type LedgerSink = (rows: { readonly [List in LedgerList]: readonly LedgerRows[List][] }, done: number, of: number) => Promise<void>

/**
 * 任务台账/督办工作簿: the tasks due in a period, those overdue and under supervision, and open orders, handed on in pieces so that
 * others get their turn; gives what stands once in the book, the counts per module among it.
 */
export async function gatherTasks(read: Read, about: ExportAbout, row: PeriodRow, modules: 'all' | readonly string[], sink: LedgerSink): Promise<Omit<TasksBookData, LedgerList>> {
  const today = dayInChina(about.now)
  const inRange = and(gte(task.due, row.start), lte(task.due, row.end))
  const wanted = modules === 'all' ? inRange : and(inRange, inArray(task.moduleId, [...modules]))
  const names = { modules: moduleNames(read), people: new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name])) }
  const of = countRows(read, task, wanted)
  const counts = countingByModule(names.modules, today)
  let done = 0
  let last = 0
  for (;;) {
    const rows = read.select().from(task).where(and(wanted, gt(task.seq, last))).orderBy(asc(task.seq)).limit(tasksAtOnce).all()
    const end = rows.at(-1)
    if (end === undefined) break
    last = end.seq
    done += rows.length
    rows.forEach(counts.add)
    await sink(describe(read, rows, today, names), done, of)
  }
  return { meta: exportMeta(read, about, row, null), modules: counts.rows() }
}

interface Names {
  readonly modules: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/** The same tasks on each list of the book they belong to. */
function describe(read: Read, rows: readonly TaskRow[], today: string, names: Names): { readonly [List in LedgerList]: readonly LedgerRows[List][] } {
  const ids = rows.map(({ id }) => id)
  const parties = partiesByTask(read, ids)
  const latest = new Map(
    read.select({ taskId: taskLog.taskId, reason: taskLog.reason }).from(taskLog).where(and(eq(taskLog.action, 'feedback'), inArray(taskLog.taskId, ids))).orderBy(asc(taskLog.seq)).all().map(({ taskId, reason }) => [taskId, reason ?? '']),
  )
  const described = rows.map((item) => ({ item, printed: ledgerTask(item, today, names, parties, latest) }))
  return {
    tasks: described.map(({ printed }) => printed),
    overdue: described.filter(({ item, printed }) => isOpen(item) && (printed.daysOverdue ?? 0) > 0).map(({ printed }) => printed),
    supervisions: described.filter(({ item }) => item.form === 'supervision_order').map(({ item, printed }) => supervisionOf(item, printed)),
    orders: described.filter(({ item }) => item.form === 'assignment_order' && isOpen(item)).map(({ item, printed }) => orderOf(item, printed)),
  }
}

function isOpen({ state, exempt }: TaskRow): boolean {
  return !exempt && ['issued', 'active', 'submitted', 'reviewed'].includes(state)
}

function moduleNames(read: Read): ReadonlyMap<string, string> {
  return new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).orderBy(asc(moduleTable.seq)).all().map(({ id, name }) => [id, name]))
}

function partiesByTask(read: Read, ids: readonly string[]) {
  const rows = read
    .select({ taskId: taskParty.taskId, role: taskParty.role, name: staff.name })
    .from(taskParty)
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
    .where(inArray(taskParty.taskId, [...ids]))
    .orderBy(asc(taskParty.seq))
    .all()
  return Map.groupBy(rows, ({ taskId }) => taskId)
}

/** Whole days past the due day, up to completion or today; null when not overdue. */
function daysOverdue(item: TaskRow, today: string): number | null {
  if (item.exempt || item.state === 'revoked' || item.state === 'suspended' || item.state === 'draft' || item.state === 'pending') return null
  const days = dayNumber(item.completedOn ?? today) - dayNumber(item.due)
  return days > 0 ? days : null
}

function ledgerTask(item: TaskRow, today: string, { modules, people }: Names, parties: ReturnType<typeof partiesByTask>, latest: ReadonlyMap<string, string>): LedgerTask {
  const of = (role: 'host' | 'cohost') => (parties.get(item.id) ?? []).filter((party) => party.role === role).map(({ name }) => name).join('、')
  return {
    number: item.docNo ?? item.code,
    formLabel: taskFormNames[item.form],
    source: item.source ?? '',
    title: item.title,
    moduleName: modules.get(item.moduleId) ?? '',
    leadLeader: people.get(item.leadStaffId ?? '') ?? '',
    hosts: of('host'),
    coHosts: of('cohost'),
    weight: item.weight,
    issuedOn: item.issuedOn,
    dueOn: item.due,
    completedOn: item.completedOn,
    progress: item.progress,
    stateLabel: taskStateNames[item.state],
    lightLabel: lightNames[lightOf(item, today)],
    daysOverdue: daysOverdue(item, today),
    returns: item.reworks,
    qualityLabel: item.quality === null ? '' : taskQualityNames[item.quality],
    latestProgress: latest.get(item.id) ?? '',
    remark: null,
  }
}

function supervisionOf(item: TaskRow, printed: LedgerTask): LedgerSupervision {
  return {
    number: printed.number,
    levelLabel: printed.lightLabel,
    taskNumber: printed.number,
    taskTitle: printed.title,
    moduleName: printed.moduleName,
    recipients: printed.hosts,
    issuedOn: item.issuedOn ?? item.due,
    replyBy: item.due,
    repliedOn: item.completedOn,
    reason: item.source ?? '',
    outcome: printed.stateLabel,
    remark: null,
  }
}

function orderOf(item: TaskRow, printed: LedgerTask): AssignmentOrder {
  const { number, title, source, moduleName, leadLeader, hosts, coHosts, weight, issuedOn, dueOn } = printed
  return { number, title, content: item.content ?? '', source, moduleName, leadLeader, hosts, coHosts, weight, issuedOn, dueOn, issuedBy: leadLeader, milestones: [] }
}

type CountedTask = Pick<TaskRow, 'moduleId' | 'state' | 'exempt' | 'form' | 'issuedOn' | 'due' | 'completedOn' | 'progress'>
type ModuleCounts = LedgerModule & { readonly moduleId: string }

const uncounted: readonly string[] = ['draft', 'pending', 'revoked', 'suspended']

/** 任务数、办结、按期、红灯、督办 per module, in official order, from tasks given one by one. */
function countingByModule(modules: ReadonlyMap<string, string>, today: string) {
  const none = { tasks: 0, completed: 0, onTime: 0, open: 0, overdue: 0, red: 0, yellow: 0, supervisions: 0 }
  const counts = new Map([...modules.keys()].map((id) => [id, { ...none }]))
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
      own.overdue += Number(!isDone && item.due < today)
      own.red += Number(light === 'red')
      own.yellow += Number(light === 'yellow')
      own.supervisions += Number(item.form === 'supervision_order')
    },
    rows: (): readonly ModuleCounts[] => [...counts].map(([moduleId, own]) => ({ moduleId, name: modules.get(moduleId) ?? '', ...own, remark: null })),
  }
}

/** The counts of the tasks due between two days, per module. */
export async function countTasksByModule(read: Read, from: string, to: string, today: string, pause: () => Promise<void>): Promise<readonly ModuleCounts[]> {
  const counts = countingByModule(moduleNames(read), today)
  const { moduleId, state, exempt, form, issuedOn, due, completedOn, progress, seq } = task
  let last = 0
  for (;;) {
    const rows = read.select({ moduleId, state, exempt, form, issuedOn, due, completedOn, progress, seq }).from(task).where(and(gte(due, from), lte(due, to), gt(seq, last))).orderBy(asc(seq)).limit(tasksAtOnce * 10).all()
    const end = rows.at(-1)
    if (end === undefined) return counts.rows()
    last = end.seq
    rows.forEach(counts.add)
    await pause()
  }
}
