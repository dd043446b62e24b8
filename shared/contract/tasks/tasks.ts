import { z } from 'zod'
import { partyStates, taskForms, taskStates } from '../../domain/tasks/tasks/codes.ts'
import { partyRoles, taskQualities } from '../../domain/plans/task-codes.ts'
import { taskFields } from '../../domain/tasks/tasks/fields.ts'
import { batchSteps, taskActions } from '../../domain/tasks/tasks/flow.ts'
import { nextActions } from '../../domain/tasks/tasks/next-step.ts'
import { lights } from '../../domain/tasks/tasks/light.ts'
import { batchModes, batchOutcome, cellEdits, choiceFilter, dayFilter, flagFilter, numberFilter, sortBy, textFilter } from '../grid.ts'
import { command, day, id, note, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const partyRow = z.object({ staffId: id, staffCode: z.string(), staffName: z.string(), role: z.enum(partyRoles), state: z.enum(partyStates), acceptedOn: day.nullable(), reworks: z.int().nullable(), quality: z.enum(taskQualities).nullable(), submittedOn: day.nullable(), completedOn: day.nullable() })

export const taskRow = z.object({
  id,
  code: z.string(),
  docNo: z.string().nullable(),
  form: z.enum(taskForms),
  source: z.string().nullable(),
  title: z.string(),
  weight: z.int(),
  moduleId: id,
  moduleCode: z.string(),
  moduleName: z.string(),
  leadStaffId: id.nullable(),
  leadStaffCode: z.string().nullable(),
  leadStaffName: z.string().nullable(),
  groupId: id.nullable(),
  groupName: z.string().nullable(),
  issuedOn: day.nullable(),
  due: day,
  state: z.enum(taskStates),
  light: z.enum(lights),
  /** Past its due day without being handed in, or handed in after it; finished work is not overdue. */
  overdue: z.boolean(),
  completedOn: day.nullable(),
  reworks: z.int(),
  quality: z.enum(taskQualities).nullable(),
  progress: z.int(),
  parties: z.array(partyRow),
  /** The steps that the caller may take now, in the order of the flow. */
  allowedSteps: z.array(z.enum(taskActions)),
  /** The columns that the caller may type over now. */
  editable: z.array(z.enum(taskFields)),
  version: rowVersion,
})

const logRow = z.object({
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  fromState: z.enum(taskStates).nullable(),
  toState: z.enum(taskStates),
  reason: z.string().nullable(),
  /** Whose part it was about; null for the whole task. */
  partyName: z.string().nullable(),
  evidence: z.array(id),
})

const milestoneRow = z.object({ id, name: z.string(), due: day, doneOn: day.nullable(), note: z.string().nullable() })

/** 下一步: a step that is waited for, by whom, and whose part it is about (null: the whole task). */
const nextStep = z.object({ action: z.enum(nextActions), people: z.array(z.string()), part: z.string().nullable() })

/** `mine`: the caller is a party · `overdue` as in the row · `waitingForMe`: the next step is the caller's. */
export const taskFlags = ['mine', 'overdue', 'waitingForMe'] as const

export const taskSortFields = [
  'code', 'docNo', 'form', 'source', 'title', 'module', 'lead', 'weight', 'issuedOn', 'due', 'state', 'light', 'progress', 'quality', 'reworks', 'completedOn',
] as const

export const taskFilter = z.discriminatedUnion('kind', [
  textFilter(['code', 'docNo', 'source', 'title', 'content', 'lead', 'hosts', 'cohosts']),
  dayFilter(['issuedOn', 'due', 'completedOn']),
  numberFilter(['weight', 'progress', 'reworks']),
  flagFilter(taskFlags),
  /** 外模块交办: tasks of other modules in which somebody who works in this module today has a part. */
  z.object({ kind: z.literal('outside'), moduleId: id }),
  z.discriminatedUnion('field', [
    choiceFilter('form', z.enum(taskForms)),
    choiceFilter('state', z.enum(taskStates)),
    choiceFilter('light', z.enum(lights)),
    choiceFilter('quality', z.enum(taskQualities).nullable()),
    choiceFilter('module', id),
    choiceFilter('lead', id.nullable()),
    choiceFilter('group', id.nullable()),
  ]),
])

const weeklyRow = z.object({ id, code: z.string(), docNo: z.string().nullable(), title: z.string(), moduleName: z.string(), hosts: z.array(z.string()), due: day, state: z.enum(taskStates), light: z.enum(lights), progress: z.int(), completedOn: day.nullable() })
const weeklyPart = z.object({ total: z.int(), rows: z.array(weeklyRow) })

const parties = z.array(z.object({ staffId: id, role: z.enum(partyRoles) })).min(1, faults.noHost).max(50, faults.tooMuch(50))

const draftInput = z.object({
  docNo: z.string().trim().min(1, faults.empty).max(60, faults.tooLong(60)).nullable(),
  form: z.enum(taskForms),
  source: z.string().trim().max(100, faults.tooLong(100)).nullable(),
  title: z.string().trim().min(1, faults.empty).max(200, faults.tooLong(200)),
  content: note.nullable(),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  moduleId: id,
  leadStaffId: id.nullable(),
  due: day,
  /** 专项组 it belongs to. */
  groupId: id.nullable().optional(),
  parties,
})

const step = z.object({ id, version: rowVersion })
const stepWithReason = step.extend({ reason: z.string().trim().max(2000, faults.tooLong(2000)) })
/** People of the parts that a step is taken of; without them it is taken of every part that waits for it. */
const someParts = { parties: z.array(id).min(1).max(50).optional() }
/** Attachments of the task that show what was done. */
const evidence = { evidence: z.array(id).max(20, faults.tooMuch(20)).default([]) }
const stepped = z.object({ state: z.enum(taskStates), version: rowVersion })

/** A step of the flow: from its states to its state, else `not_in_state`. */
const flow = { changes: ['task'], errors: ['not_in_state', 'reason_required', 'same_hand', 'supervision_open'] } as const

export const tasks = {
  /**
   * The tasks in the caller's view, filtered, ordered and cut in the database; without `sort` in official order.
   * `search`: Chinese or other text anywhere in title, 文号 or code; letters also as pinyin or initials of the title.
   */
  list: query('task.work', ['task', 'staff', 'module'])
    .input(paging.extend({ on: day, moduleId: id.optional(), search: z.string().trim().max(50).optional(), sort: sortBy(taskSortFields), filters: z.array(taskFilter).max(30).default([]) }))
    .output(pageOf(taskRow)),
  get: query('task.work', ['task', 'staff', 'module']).input(z.object({ id, on: day })).output(taskRow.extend({
        content: z.string().nullable(),
        log: z.array(logRow),
        milestones: z.array(milestoneRow),
        next: z.array(nextStep),
        granted: z.int(),
        mayAskExtension: z.boolean(),
        mayPlan: z.boolean(),
        mayFinish: z.boolean(),
        mayConvert: z.boolean(),
      })),
  draft: command('task.work', { changes: ['task'], errors: ['period_not_open', 'duplicate'] }).input(draftInput).output(z.object({ id, code: z.string() })),
  /** Changes fields of one task, by the same rules as `editCells`; the first refusal is thrown, nothing is written then. */
  edit: command('task.work', { changes: ['task'], errors: ['duplicate', 'not_editable'] })
    .input(z.object({ id, version: rowVersion, changes: draftInput.partial() }))
    .output(z.object({ version: rowVersion })),
  /** Cells as typed: people as `张三、李四` (a namesake as `张三（S0007）` or `张三（大党建）`), choices by name or code, days as written. */
  editCells: command('task.work', { changes: ['task'] }).input(cellEdits(taskFields)).output(batchOutcome(taskFields)),
  /** The milestones that are still open, anew; those that are done stay as they are. */
  setMilestones: command('task.work', { changes: ['task'], errors: ['not_in_state', 'not_editable'] })
    .input(z.object({ id, version: rowVersion, milestones: z.array(z.object({ name: z.string().trim().max(60, faults.tooLong(60)), due: day, note: note.nullable() })).max(20, faults.tooMuch(20)) }))
    .output(z.object({ version: rowVersion })),
  /** A null day: it is not done after all. */
  finishMilestone: command('task.work', { changes: ['task'], errors: ['not_in_state'] })
    .input(z.object({ id, version: rowVersion, milestoneId: id, doneOn: day.nullable() }))
    .output(z.object({ version: rowVersion })),
  /** A 备忘录 becomes a 交办单. */
  convert: command('task.work', { changes: ['task'], errors: ['not_in_state', 'not_editable', 'duplicate', 'period_not_open'] })
    .input(z.object({ id, version: rowVersion, docNo: z.string().trim().min(1, faults.empty).max(60, faults.tooLong(60)).nullable(), due: day }))
    .output(z.object({ version: rowVersion })),
  /** 周清单 of the caller's view: what is due from one day to another, what is late, what was finished; each with its total. */
  weekly: query('task.work', ['task', 'staff', 'module'])
    .input(z.object({ from: day, to: day, on: day, moduleId: id.optional() }))
    .output(z.object({ due: weeklyPart, milestones: z.object({ total: z.int(), rows: z.array(weeklyRow.extend({ milestone: z.string(), milestoneDue: day })) }), late: weeklyPart, finished: weeklyPart })),
  /** One step of many tasks, each by the step's own rights and rules. `quality` goes with `review`. */
  stepMany: command('task.work', { changes: ['task'] })
    .input(
      z.object({
        tasks: z.array(step).min(1).max(1000).refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length),
        step: z.enum(batchSteps),
        mode: z.enum(batchModes),
        reason: z.string().trim().max(2000, faults.tooLong(2000)).optional(),
        quality: z.enum(taskQualities).optional(),
      }),
    )
    .output(batchOutcome(taskFields)),
  /** 草稿 → 待签发 */
  propose: command('task.work', flow).input(step).output(stepped),
  /** 待签发 → 草稿 */
  sendBack: command('task.work', flow).input(stepWithReason).output(stepped),
  /** 待签发 → 待签收 */
  issue: command('task.work', { ...flow, notByDoer: true }).input(step).output(stepped),
  /** 待签收 → 办理中 */
  accept: command('task.work', flow).input(step).output(stepped),
  feedback: command('task.work', { changes: ['task'], errors: ['not_in_state'] })
    .input(step.extend({ progress: z.int(faults.percent).min(0, faults.percent).max(100, faults.percent), text: note.min(1, faults.empty), ...evidence }))
    .output(stepped),
  /** 办理中 → 待模块审 once every party has handed in; today counts as a party's day of completion if the work is accepted in the end. */
  submit: command('task.work', flow).input(step.extend({ text: note.default(''), ...evidence })).output(stepped),
  /** 待模块审 → 待核验 */
  review: command('task.review', { ...flow, notByDoer: true }).input(step.extend({ quality: z.enum(taskQualities), ...someParts })).output(stepped),
  /** 待模块审/待核验 → 办理中, one return more */
  rejectAtReview: command('task.review', { ...flow, notByDoer: true }).input(stepWithReason.extend(someParts)).output(stepped),
  rejectAtVerification: command('task.verify', { ...flow, notByDoer: true }).input(stepWithReason.extend(someParts)).output(stepped),
  /** 待核验 → 已办结 */
  verify: command('task.verify', { ...flow, notByDoer: true }).input(step.extend(someParts)).output(stepped),
  /** 已办结 → 已销号 */
  closeOut: command('task.verify', { ...flow, notByDoer: true }).input(step).output(stepped),
  /** 办理中 ⇄ 中止 */
  suspend: command('task.supervise', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
  resume: command('task.supervise', { ...flow, notByDoer: true }).input(step).output(stepped),
  revoke: command('task.supervise', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
  /** 已办结/已销号 → 办理中 */
  reopen: command('task.supervise', { ...flow, notByDoer: true }).input(stepWithReason.extend(someParts)).output(stepped),
}
