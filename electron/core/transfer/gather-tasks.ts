import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { lightOf } from '../../../shared/domain/tasks/light.ts'
import { lightNames, taskFormNames, taskQualityNames, taskStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { dayNumber } from '../../../shared/lib/calendar-day.ts'
import { moduleTable, staff, task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { AssignmentOrder, LedgerModule, LedgerTask, TasksBookData } from '../../workbooks/export/data.ts'
import { dayInChina } from '../app/environment.ts'
import type { PeriodRow } from '../evaluation/periods.ts'
import { exportMeta, type ExportAbout } from './gather-common.ts'

type TaskRow = typeof task.$inferSelect

/** 任务台账/督办工作簿: the tasks due in a period, those overdue, and the counts per module. */
export function gatherTasks(read: Read, about: ExportAbout, row: PeriodRow, modules: 'all' | readonly string[]): TasksBookData {
  const today = dayInChina(about.now)
  const inRange = and(gte(task.due, row.start), lte(task.due, row.end))
  const rows = read.select().from(task).where(modules === 'all' ? inRange : and(inRange, inArray(task.moduleId, [...modules]))).orderBy(asc(task.seq)).all()
  const names = moduleNames(read)
  const people = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
  const partyNames = partiesByTask(read)
  const latest = new Map(read.select({ taskId: taskLog.taskId, reason: taskLog.reason }).from(taskLog).where(eq(taskLog.action, 'feedback')).orderBy(asc(taskLog.seq)).all().map(({ taskId, reason }) => [taskId, reason ?? '']))
  const described = rows.map((item) => ({ item, printed: ledgerTask(item, today, names, people, partyNames, latest) }))
  return {
    meta: exportMeta(read, about, row, null),
    tasks: described.map(({ printed }) => printed),
    overdue: described.filter(({ item, printed }) => isOpen(item) && (printed.daysOverdue ?? 0) > 0).map(({ printed }) => printed),
    supervisions: described
      .filter(({ item }) => item.form === 'supervision_order')
      .map(({ item, printed }) => ({
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
      })),
    modules: countByModule(read, rows, today),
    orders: described.filter(({ item }) => item.form === 'assignment_order' && isOpen(item)).map(({ item, printed }) => orderOf(item, printed)),
  }
}

function isOpen({ state, exempt }: TaskRow): boolean {
  return !exempt && ['issued', 'active', 'submitted', 'reviewed'].includes(state)
}

export function moduleNames(read: Read): ReadonlyMap<string, string> {
  return new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).orderBy(asc(moduleTable.seq)).all().map(({ id, name }) => [id, name]))
}

function partiesByTask(read: Read) {
  const rows = read
    .select({ taskId: taskParty.taskId, role: taskParty.role, name: staff.name })
    .from(taskParty)
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
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

function ledgerTask(
  item: TaskRow,
  today: string,
  modules: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
  parties: ReturnType<typeof partiesByTask>,
  latest: ReadonlyMap<string, string>,
): LedgerTask {
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

function orderOf(item: TaskRow, printed: LedgerTask): AssignmentOrder {
  const { number, title, source, moduleName, leadLeader, hosts, coHosts, weight, issuedOn, dueOn } = printed
  return { number, title, content: item.content ?? '', source, moduleName, leadLeader, hosts, coHosts, weight, issuedOn, dueOn, issuedBy: leadLeader, milestones: [] }
}

/** 任务数、办结、按期、红灯、督办 per module, in official order. */
export function countByModule(read: Read, rows: readonly TaskRow[], today: string): readonly (LedgerModule & { readonly moduleId: string })[] {
  const counted = rows.filter(({ state, exempt }) => !exempt && !['draft', 'pending', 'revoked', 'suspended'].includes(state))
  return [...moduleNames(read)].map(([moduleId, name]) => {
    const own = counted.filter((item) => item.moduleId === moduleId)
    const isDone = ({ state }: TaskRow) => state === 'completed' || state === 'closed'
    const light = (colour: string) => own.filter((item) => lightOf(item, today) === colour).length
    return {
      moduleId,
      name,
      tasks: own.length,
      completed: own.filter(isDone).length,
      onTime: own.filter((item) => isDone(item) && item.completedOn !== null && item.completedOn <= item.due).length,
      open: own.filter((item) => !isDone(item)).length,
      overdue: own.filter((item) => !isDone(item) && item.due < today).length,
      red: light('red'),
      yellow: light('yellow'),
      supervisions: own.filter(({ form }) => form === 'supervision_order').length,
      remark: null,
    }
  })
}
