import { z } from 'zod'
import { extensionStates, supervisionDayStates, supervisionLevels, supervisionStates, taskStates } from '../../domain/tasks/tasks/codes.ts'
import { lights } from '../../domain/tasks/tasks/light.ts'
import { blankFilter, choiceFilter, dayFilter, numberFilter, sortBy, textFilter } from '../grid.ts'
import { command, day, id, name, note, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const words = z.string().trim().min(1, faults.empty).max(2000, faults.tooLong(2000))
const docNo = z.string().trim().min(1, faults.empty).max(60, faults.tooLong(60)).nullable()

/** The task that something is about, in one line. */
const aboutTask = { taskId: id, taskCode: z.string(), taskDocNo: z.string().nullable(), title: z.string(), moduleId: id, moduleName: z.string(), hosts: z.array(z.string()), due: day, taskState: z.enum(taskStates) }

const extensionRow = z.object({
  id,
  ...aboutTask,
  askedBy: z.string(),
  askedAt: z.string(),
  reason: z.string(),
  fromDue: day,
  toDue: day,
  state: z.enum(extensionStates),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  answer: z.string().nullable(),
  /** How many the task has been granted so far. */
  granted: z.int(),
  mayDecide: z.boolean(),
  version: rowVersion,
})

const supervisionRow = z.object({
  id,
  code: z.string(),
  docNo: z.string().nullable(),
  ...aboutTask,
  level: z.enum(supervisionLevels),
  demand: z.string(),
  issuedOn: day,
  issuedBy: z.string(),
  replyDue: day,
  state: z.enum(supervisionStates),
  reply: z.string().nullable(),
  repliedOn: day.nullable(),
  repliedBy: z.string().nullable(),
  settledOn: day.nullable(),
  settledBy: z.string().nullable(),
  /** Not replied to by its day. */
  overdue: z.boolean(),
  mayReply: z.boolean(),
  maySettle: z.boolean(),
  version: rowVersion,
})

const proposal = z.object({ ...aboutTask, level: z.enum(supervisionLevels), daysOverdue: z.int(), mayIssue: z.boolean() })

const dayRow = z.object({
  id,
  moduleId: id,
  moduleName: z.string(),
  date: day,
  inspectors: z.string(),
  state: z.enum(supervisionDayStates),
  findings: z.string().nullable(),
  /** Tasks that something was found on. */
  found: z.int(),
  version: rowVersion,
})

const agendaRow = z.object({ ...aboutTask, light: z.enum(lights), daysOverdue: z.int(), openSupervisions: z.int(), overdueMilestones: z.array(z.string()), finding: z.string() })

/** What the lists show of the task, beside its deadline. */
const aboutTaskTexts = ['title', 'module', 'hosts'] as const
export type AboutTaskText = (typeof aboutTaskTexts)[number]

/** Found by the task (文号, 编号, 事项 as written, in pinyin or by its initials), by a host, and by what is the list's own. */
const search = z.string().trim().max(50).optional()

export const proposalSortFields = ['level', 'daysOverdue', 'docNo', 'title', 'module', 'hosts', 'due'] as const
export const proposalTextFields = ['docNo', ...aboutTaskTexts] as const
export const proposalFilter = z.discriminatedUnion('kind', [
  textFilter(proposalTextFields),
  dayFilter(['due']),
  numberFilter(['daysOverdue']),
  choiceFilter('level', z.enum(supervisionLevels)),
])

export const paperSortFields = ['docNo', 'level', 'state', 'title', 'module', 'hosts', 'due', 'issuedOn', 'replyDue'] as const
export const paperTextFields = ['docNo', 'reply', 'issuedBy', ...aboutTaskTexts] as const
export const paperDayFields = ['due', 'issuedOn', 'replyDue'] as const
export const paperFilter = z.discriminatedUnion('kind', [
  textFilter(paperTextFields),
  dayFilter(paperDayFields),
  blankFilter(['reply']),
  z.discriminatedUnion('field', [choiceFilter('level', z.enum(supervisionLevels)), choiceFilter('state', z.enum(supervisionStates))]),
])

export const extensionSortFields = ['state', 'title', 'module', 'hosts', 'fromDue', 'toDue', 'granted', 'askedAt'] as const
export const extensionTextFields = ['reason', 'askedBy', 'decidedBy', 'answer', ...aboutTaskTexts] as const
export const extensionDayFields = ['fromDue', 'toDue'] as const
export const extensionFilter = z.discriminatedUnion('kind', [
  textFilter(extensionTextFields),
  dayFilter(extensionDayFields),
  numberFilter(['granted']),
  choiceFilter('state', z.enum(extensionStates)),
])

export const extensions = {
  /** Of the tasks in the caller's view, filtered, ordered and cut in the database; without `sort` those still to be decided first. */
  list: query('task.work', ['task', 'staff', 'module'])
    .input(paging.extend({ moduleId: id.optional(), taskId: id.optional(), state: z.enum(extensionStates).optional(), search, sort: sortBy(extensionSortFields), filters: z.array(extensionFilter).max(30).default([]) }))
    .output(pageOf(extensionRow)),
  ask: command('task.askExtension', { changes: ['task'], errors: ['not_in_state', 'extension_open', 'reason_required'] })
    .input(z.object({ taskId: id, version: rowVersion, toDue: day, reason: z.string().trim().max(2000, faults.tooLong(2000)) }))
    .output(z.object({ id })),
  /** By another than whoever asked; the third one of a task takes a 班子成员 or 党政正职. */
  decide: command('task.decideExtension', { changes: ['task'], errors: ['not_in_state', 'extension_needs_leader', 'reason_required', 'same_hand', 'period_not_open'], notByDoer: true })
    .input(z.object({ id, version: rowVersion, isGranted: z.boolean(), answer: z.string().trim().max(2000, faults.tooLong(2000)) }))
    .output(z.object({ version: rowVersion })),
}

export const supervisions = {
  /** Tasks whose light proposes a 督办单 on a day, filtered, ordered and cut in the database; without `sort` the longest overdue first. */
  proposals: query('task.supervise', ['task', 'staff', 'module'])
    .input(paging.extend({ on: day, moduleId: id.optional(), search, sort: sortBy(proposalSortFields), filters: z.array(proposalFilter).max(30).default([]) }))
    .output(pageOf(proposal)),
  /** Of the tasks in the caller's view, filtered, ordered and cut in the database; without `sort` what waits for 了结 or a reply first. */
  list: query('task.work', ['task', 'staff', 'module'])
    .input(paging.extend({ on: day, moduleId: id.optional(), taskId: id.optional(), state: z.enum(supervisionStates).optional(), search, sort: sortBy(paperSortFields), filters: z.array(paperFilter).max(30).default([]) }))
    .output(pageOf(supervisionRow)),
  /** Also declares the deduction of the plan for each host who has not handed in, to be approved like any other. */
  issue: command('task.supervise', { changes: ['task', 'point'], errors: ['not_in_state', 'duplicate', 'supervision_there'], notByDoer: true })
    .input(z.object({ taskId: id, level: z.enum(supervisionLevels), docNo, demand: words, replyDue: day }))
    .output(z.object({ id, code: z.string(), deductions: z.int() })),
  reply: command('task.work', { changes: ['task'], errors: ['not_in_state'] })
    .input(z.object({ id, version: rowVersion, reply: words }))
    .output(z.object({ version: rowVersion })),
  /** Accepted: it is settled. Otherwise it is to be replied to again, for a reason. */
  settle: command('task.supervise', { changes: ['task'], errors: ['not_in_state', 'reason_required', 'same_hand'], notByDoer: true })
    .input(z.object({ id, version: rowVersion, isAccepted: z.boolean(), reason: z.string().trim().max(2000, faults.tooLong(2000)) }))
    .output(z.object({ version: rowVersion })),
}

export const supervisionDays = {
  list: query('task.work', ['task', 'module'])
    .input(z.object({ from: day, to: day, moduleId: id.optional() }))
    .output(z.array(dayRow)),
  /** What there is to look at in the module on that day: open tasks with a red or yellow light, an unsettled 督办单 or a late 节点. */
  agenda: query('task.work', ['task', 'staff', 'module'])
    .input(z.object({ id, on: day }))
    .output(z.object({ day: dayRow, tasks: z.array(agendaRow) })),
  /** 最多督一次: a second one of a module in the same month is refused. */
  plan: command('task.supervise', { changes: ['task'], errors: ['supervision_day_taken'] })
    .input(z.object({ moduleId: id, date: day, inspectors: name }))
    .output(z.object({ id })),
  change: command('task.supervise', { changes: ['task'], errors: ['supervision_day_taken', 'not_in_state'] })
    .input(z.object({ id, version: rowVersion, date: day, inspectors: name }))
    .output(z.object({ version: rowVersion })),
  hold: command('task.supervise', { changes: ['task'], errors: ['not_in_state'] })
    .input(z.object({ id, version: rowVersion, findings: note, tasks: z.array(z.object({ taskId: id, finding: words })).max(500, faults.tooMuch(500)) }))
    .output(z.object({ version: rowVersion })),
  cancel: command('task.supervise', { changes: ['task'], errors: ['not_in_state', 'reason_required'] })
    .input(z.object({ id, version: rowVersion, reason: z.string().trim().max(2000, faults.tooLong(2000)) }))
    .output(z.object({ version: rowVersion })),
}
