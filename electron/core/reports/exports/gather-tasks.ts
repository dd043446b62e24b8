import { and, asc, between, eq, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { daysLate, isOverdue, lightOf, underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { lightNames, supervisionLevelNames, supervisionStateNames, taskFormNames, taskQualityNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { milestone, staff, supervision, task, taskLog, taskParty } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { AssignmentOrder, LedgerSupervision, LedgerTask, TasksBookData } from '../../../workbooks/exports/books/tasks/data.ts'
import type { LedgerList, LedgerRows } from '../../../workbooks/exports/write/export-job.ts'
import { dayInChina } from '../../app/environment.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { countingByModule, moduleNames } from './count-tasks.ts'
import { lastDay } from '../../tasks/tasks/describe.ts'
import { isOverdueOn } from '../../tasks/tasks/light-sql.ts'
import { exportMeta, type ExportAbout } from './export-meta.ts'
import { milestonesText, partsText } from './ledger-texts.ts'
import { ledgerWords } from './vocabulary.ts'

type TaskRow = typeof task.$inferSelect
type PartyRow = Pick<typeof taskParty.$inferSelect, 'taskId' | 'role' | 'state' | 'submittedOn' | 'completedOn'> & { readonly name: string }

/** Tasks read at once: a chunk takes some milliseconds. */
const tasksAtOnce = 200

/** Takes the lists of a ledger as they are read, and says when the next may come. */
export type LedgerSink = (rows: { readonly [List in LedgerList]: readonly LedgerRows[List][] }, done: number, of: number) => Promise<void>

/**
 * 任务台账/督办工作簿: the tasks due in a period and those under supervision; all that is overdue and the open orders, whichever
 * period up to this one they were due in. Handed on in pieces so that others get their turn; gives what stands once in the book,
 * the counts per module of the period among it.
 */
export async function gatherTasks(read: Read, about: ExportAbout, row: PeriodRow, modules: 'all' | readonly string[], sink: LedgerSink): Promise<Omit<TasksBookData, LedgerList>> {
  const today = dayInChina(about.now)
  const ofModules = modules === 'all' ? undefined : inArray(task.moduleId, [...modules])
  const isLeft = and(lt(task.due, row.start), eq(task.exempt, false), or(isOverdueOn(today), and(eq(task.form, 'assignment_order'), inArray(task.state, underWay))))
  const wanted = and(or(between(task.due, row.start, row.end), isLeft), ofModules)
  const names = namesOfTownship(read)
  // Found once: a page after the other by its place would look at every task again for each.
  const found = read.select({ id: task.id }).from(task).where(wanted).orderBy(asc(task.seq)).all().map(({ id }) => id)
  const counts = countingByModule(read, { start: row.start, end: row.end, today })
  await sink({ tasks: [], overdue: [], supervisions: issuedSupervisions(read, and(between(supervision.issuedOn, row.start, row.end), ofModules), names), orders: [] }, 0, found.length)
  for (let done = 0; done < found.length; ) {
    const ids = found.slice(done, done + tasksAtOnce)
    const rows = read.select().from(task).where(inArray(task.id, ids)).orderBy(asc(task.seq)).all()
    done += ids.length
    const items = readItems(read, rows)
    items.filter(({ item }) => item.due >= row.start).forEach(({ item, handedInOn }) => counts.add({ ...item, handedInOn }))
    await sink(onLists(items, { start: row.start, today, names }), done, found.length)
  }
  return { meta: exportMeta(read, about, row, null), modules: counts.rows() }
}

/** The 交办单 of single tasks, with the form of each task, in the order asked for. */
export function gatherOrders(read: Read, ids: readonly string[], today: string): readonly { readonly form: TaskForm; readonly order: AssignmentOrder }[] {
  const names = namesOfTownship(read)
  const items = new Map(readItems(read, read.select().from(task).where(inArray(task.id, [...ids])).all()).map((each) => [each.item.id, each]))
  return ids.flatMap((id) => {
    const each = items.get(id)
    return each === undefined ? [] : [{ form: each.item.form, order: orderOf(each.item, each.planned, ledgerTask(each, today, names)) }]
  })
}

function namesOfTownship(read: Read): Names {
  return { modules: moduleNames(read), people: new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name])) }
}

interface Names {
  readonly modules: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/** The tasks with what is told of them. */
function readItems(read: Read, rows: readonly TaskRow[]): readonly LedgerItem[] {
  const ids = rows.map(({ id }) => id)
  const parties = partiesByTask(read, ids)
  const milestones = Map.groupBy(read.select().from(milestone).where(inArray(milestone.taskId, ids)).orderBy(asc(milestone.due), asc(milestone.seq)).all(), ({ taskId }) => taskId)
  const latest = new Map(
    read.select({ taskId: taskLog.taskId, reason: taskLog.reason }).from(taskLog).where(and(eq(taskLog.action, 'feedback'), inArray(taskLog.taskId, ids))).orderBy(asc(taskLog.seq)).all().map(({ taskId, reason }) => [taskId, reason ?? '']),
  )
  return rows.map((item) => {
    const own = parties.get(item.id) ?? []
    return { item, parties: own, planned: milestones.get(item.id) ?? [], latest: latest.get(item.id) ?? '', handedInOn: lastDay(own) }
  })
}

interface Listing {
  /** The first day of the period. */
  readonly start: string
  readonly today: string
  readonly names: Names
}

/** The tasks on each list of the book they belong to: what was due before the period is on those of what is still open alone. */
function onLists(items: readonly LedgerItem[], { start, today, names }: Listing): { readonly [List in LedgerList]: readonly LedgerRows[List][] } {
  const described = items.map((each) => ({ ...each, printed: ledgerTask(each, today, names) }))
  const ofPeriod = described.filter(({ item }) => item.due >= start)
  return {
    tasks: ofPeriod.map(({ printed }) => printed),
    overdue: described.filter(({ item, handedInOn }) => !item.exempt && isOverdue({ ...item, handedInOn }, today)).map(({ printed }) => printed),
    supervisions: ofPeriod.filter(({ item }) => item.form === 'supervision_order').map(({ item, printed }) => supervisionOf(item, printed)),
    orders: described.filter(({ item }) => item.form === 'assignment_order' && isOpen(item)).map(({ item, planned, printed }) => orderOf(item, planned, printed)),
  }
}

function isOpen({ state, exempt }: TaskRow): boolean {
  return !exempt && underWay.some((open) => open === state)
}

function partiesByTask(read: Read, ids: readonly string[]): ReadonlyMap<string, readonly PartyRow[]> {
  const { taskId: of, role, state, submittedOn, completedOn } = taskParty
  const rows = read
    .select({ taskId: of, role, state, submittedOn, completedOn, name: staff.name })
    .from(taskParty)
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
    .where(inArray(taskParty.taskId, [...ids]))
    .orderBy(asc(taskParty.seq))
    .all()
  return Map.groupBy(rows, ({ taskId }) => taskId)
}

/** Whole days past the due day of what is under way (shared/domain/tasks/tasks/light.ts), and of finished work those it was handed in late; null in time. */
function daysOverdue({ item, handedInOn }: LedgerItem, today: string): number | null {
  if (item.exempt) return null
  const days = item.completedOn === null ? daysLate({ ...item, handedInOn }, today) : dayNumber(item.completedOn) - dayNumber(item.due)
  return days > 0 ? days : null
}

interface LedgerItem {
  readonly item: TaskRow
  readonly parties: readonly PartyRow[]
  readonly planned: readonly (typeof milestone.$inferSelect)[]
  /** What was last reported. */
  readonly latest: string
  readonly handedInOn: string | null
}

function namesOf(parties: readonly PartyRow[], role: PartyRow['role']): string {
  return parties.filter((party) => party.role === role).map(({ name }) => name).join(ledgerWords.joiner)
}

function ledgerTask(each: LedgerItem, today: string, { modules, people }: Names): LedgerTask {
  const { item, parties, planned, latest } = each
  return {
    number: item.docNo ?? item.code,
    formLabel: taskFormNames[item.form],
    source: item.source ?? '',
    title: item.title,
    moduleName: modules.get(item.moduleId) ?? '',
    leadLeader: people.get(item.leadStaffId ?? '') ?? '',
    hosts: namesOf(parties, 'host'),
    coHosts: namesOf(parties, 'cohost'),
    weight: item.weight,
    issuedOn: item.issuedOn,
    dueOn: item.due,
    completedOn: item.completedOn,
    parts: partsText(item, parties),
    milestones: milestonesText(planned, item.due),
    progress: item.progress,
    stateLabel: taskStateNames[item.state],
    lightLabel: lightNames[lightOf(item, today)],
    daysOverdue: daysOverdue(each, today),
    returns: item.reworks,
    qualityLabel: item.quality === null ? '' : taskQualityNames[item.quality],
    latestProgress: latest,
    remark: null,
  }
}

/** 督办单 in the order they were issued, each with the task it is on. */
function issuedSupervisions(read: Read, wanted: SQL | undefined, { modules }: Names): readonly LedgerSupervision[] {
  const rows = read.select({ paper: supervision, on: task }).from(supervision).innerJoin(task, eq(task.id, supervision.taskId)).where(wanted).orderBy(asc(supervision.issuedOn), asc(supervision.seq)).all()
  const parties = partiesByTask(read, [...new Set(rows.map(({ on }) => on.id))])
  return rows.map(({ paper, on }) => ({
    number: paper.docNo ?? paper.code,
    levelLabel: supervisionLevelNames[paper.level],
    taskNumber: on.docNo ?? on.code,
    taskTitle: on.title,
    moduleName: modules.get(on.moduleId) ?? '',
    hosts: namesOf(parties.get(on.id) ?? [], 'host'),
    issuedOn: paper.issuedOn,
    demand: paper.demand,
    replyBy: paper.replyDue,
    reply: paper.reply ?? '',
    repliedOn: paper.repliedOn,
    stateLabel: supervisionStateNames[paper.state],
    remark: null,
  }))
}

/** A task that was itself assigned by 督办单, on the list of those. */
function supervisionOf(item: TaskRow, printed: LedgerTask): LedgerSupervision {
  return {
    number: printed.number,
    levelLabel: ledgerWords.supervisionTask,
    taskNumber: printed.number,
    taskTitle: printed.title,
    moduleName: printed.moduleName,
    hosts: printed.hosts,
    issuedOn: item.issuedOn ?? item.due,
    demand: item.content ?? '',
    replyBy: item.due,
    reply: printed.latestProgress,
    repliedOn: item.completedOn,
    stateLabel: printed.stateLabel,
    remark: null,
  }
}

function orderOf(item: TaskRow, planned: LedgerItem['planned'], printed: LedgerTask): AssignmentOrder {
  const { number, title, source, moduleName, leadLeader, hosts, coHosts, weight, issuedOn, dueOn } = printed
  const milestones = planned.map(({ name, due }) => ({ name, dueOn: due }))
  return { number, title, content: item.content ?? '', source, moduleName, leadLeader, hosts, coHosts, weight, issuedOn, dueOn, issuedBy: leadLeader, milestones }
}
