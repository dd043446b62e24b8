import { z } from 'zod'
import { issueSources, issueStates, satisfactions } from '../../domain/villages/issues/codes.ts'
import { issueFields } from '../../domain/villages/issues/fields.ts'
import { issueActions } from '../../domain/villages/issues/flow.ts'
import { waitedIssueSteps } from '../../domain/villages/issues/who.ts'
import { issueLimits, phonePattern } from '../../domain/villages/issues/issue-cell.ts'
import { taskStates } from '../../domain/tasks/tasks/codes.ts'
import { lights } from '../../domain/tasks/tasks/light.ts'
import { batchOutcome, cellEdits, choiceFilter, dayFilter, flagFilter, numberFilter, sortBy, textFilter } from '../grid.ts'
import { command, day, id, note, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

export const issueRow = z.object({
  id,
  code: z.string(),
  villageId: id,
  villageName: z.string(),
  source: z.enum(issueSources),
  title: z.string(),
  content: z.string().nullable(),
  reporter: z.string().nullable(),
  /** Masked: `138****5678`. */
  phone: z.string().nullable(),
  reportedOn: day,
  enteredBy: id.nullable(),
  enteredByName: z.string().nullable(),
  moduleId: id.nullable(),
  moduleName: z.string().nullable(),
  handlerId: id.nullable(),
  handlerCode: z.string().nullable(),
  handlerName: z.string().nullable(),
  due: day.nullable(),
  state: z.enum(issueStates),
  light: z.enum(lights),
  result: z.string().nullable(),
  resolvedOn: day.nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  closedOn: day.nullable(),
  /** How often whoever raised it was not satisfied. */
  reworks: z.int(),
  taskId: id.nullable(),
  /** The steps that the caller may take now, in the order of the flow. */
  allowedSteps: z.array(z.enum(issueActions)),
  /** The columns that the caller may type over now. */
  editable: z.array(z.enum(issueFields)),
  version: rowVersion,
})

const logRow = z.object({ at: z.string(), actor: z.string(), action: z.string(), fromState: z.enum(issueStates).nullable(), toState: z.enum(issueStates), note: z.string().nullable() })

const issueTask = z.object({ id, code: z.string(), title: z.string(), state: z.enum(taskStates), light: z.enum(lights), due: day })

/** `mine`: recorded or handled by the caller · `overdue`: red · `waitingForMe`: the next step is the caller's. */
export const issueFlags = ['mine', 'overdue', 'waitingForMe'] as const

export const issueSortFields = ['code', 'title', 'village', 'source', 'reportedOn', 'module', 'handler', 'due', 'state', 'light', 'satisfaction', 'reworks', 'resolvedOn', 'closedOn'] as const

export const issueFilter = z.discriminatedUnion('kind', [
  textFilter(['code', 'title', 'content', 'reporter', 'result', 'handler']),
  dayFilter(['reportedOn', 'due', 'resolvedOn', 'closedOn']),
  numberFilter(['reworks']),
  flagFilter(issueFlags),
  z.discriminatedUnion('field', [
    choiceFilter('state', z.enum(issueStates)),
    choiceFilter('source', z.enum(issueSources)),
    choiceFilter('light', z.enum(lights)),
    choiceFilter('satisfaction', z.enum(satisfactions).nullable()),
    choiceFilter('village', id),
    choiceFilter('module', id.nullable()),
    choiceFilter('handler', id.nullable()),
  ]),
])

const report = z.object({
  villageId: id,
  source: z.enum(issueSources),
  title: z.string().trim().min(1, faults.empty).max(issueLimits.title, faults.tooLong(issueLimits.title)),
  content: note.nullable(),
  reporter: z.string().trim().min(1, faults.empty).max(issueLimits.reporter, faults.tooLong(issueLimits.reporter)).nullable(),
  phone: z.string().regex(phonePattern, faults.phone).nullable(),
  reportedOn: day,
})

const step = z.object({ id, version: rowVersion })
const stepWithReason = step.extend({ reason: note })
const stepWithResult = step.extend({ result: note })
const stepped = z.object({ state: z.enum(issueStates), version: rowVersion })
const flow = { changes: ['issue'], errors: ['not_in_state', 'reason_required'] } as const

/** Of the workbench: the caller's own that are still open, and those whose next step is his, per step with the first 5. */
export const issuesOfToday = z.object({
  own: z.int(),
  waiting: z.array(z.object({ step: z.enum(waitedIssueSteps), count: z.int(), rows: z.array(issueRow.pick({ id: true, code: true, title: true, villageName: true, state: true, light: true, reportedOn: true, due: true })) })),
})

export const issues = {
  /**
   * The 民情事项 in the caller's view, filtered, ordered and cut in the database; without `sort` the newest first.
   * `search`: text anywhere in title, code or reporter; letters also as pinyin or initials of the title.
   */
  list: query('issue.work', ['issue', 'village', 'staff', 'module'])
    .input(paging.extend({ on: day, search: z.string().trim().max(50).optional(), sort: sortBy(issueSortFields), filters: z.array(issueFilter).max(30).default([]) }))
    .output(pageOf(issueRow)),
  /** `phone` in full for whoever dispatches or handles it, the head of its module, and whoever may still correct it. `nextPeople`: whose turn it is, by name. */
  get: query('issue.work', ['issue', 'village', 'staff', 'module', 'task'])
    .input(z.object({ id, on: day }))
    .output(issueRow.extend({ log: z.array(logRow), task: issueTask.nullable(), nextPeople: z.array(z.string()), mayMakeTask: z.boolean() })),
  record: command('issue.work', { changes: ['issue'] }).input(report).output(z.object({ id, code: z.string(), version: rowVersion })),
  /** Fields of one issue, by the same rules as `editCells`; the first refusal is thrown. */
  edit: command('issue.work', { changes: ['issue'], errors: ['not_editable'] })
    .input(step.extend({ changes: report.extend({ handlerId: id.nullable(), due: day }).partial() }))
    .output(z.object({ version: rowVersion })),
  /** Cells as typed: the handler as `张三` or `张三（S0007）`, the village by name, days as written. */
  editCells: command('issue.work', { changes: ['issue'] }).input(cellEdits(issueFields)).output(batchOutcome(issueFields)),
  /** 待派办 → 待受理 */
  dispatch: command('issue.dispatch', flow).input(step.extend({ moduleId: id, handlerId: id.nullable(), due: day, note: note.nullable() })).output(stepped),
  /** 当场办结: 待派办 → 待回访 */
  settle: command('issue.work', flow).input(stepWithResult).output(stepped),
  /** 待派办 ⇄ 不予受理 */
  decline: command('issue.dispatch', flow).input(stepWithReason).output(stepped),
  reconsider: command('issue.dispatch', flow).input(stepWithReason).output(stepped),
  /** 待受理 → 办理中; whoever accepts it for a module handles it. */
  accept: command('issue.work', flow).input(step).output(stepped),
  /** 待受理/办理中 → 待派办: it is another module's. */
  sendBack: command('issue.work', flow).input(stepWithReason).output(stepped),
  /** 办理中 → 待回访 */
  resolve: command('issue.work', flow).input(stepWithResult).output(stepped),
  /** 回访: 满意 and 基本满意 close it and propose a service record of the handler once; 不满意 brings it back to him, with the reason. */
  revisit: command('issue.work', { changes: ['issue', 'event'], errors: ['not_in_state', 'reason_required'] })
    .input(step.extend({ satisfaction: z.enum(satisfactions), reason: note }))
    .output(stepped),
  /** 转为任务: a draft 交办单 of the issue's module; the issue stays where it is and shows the task's state. */
  toTask: command('task.work', { changes: ['issue', 'task'], errors: ['not_in_state', 'duplicate'] })
    .input(step.extend({ hosts: z.array(id).min(1, faults.noHost).max(50, faults.tooMuch(50)), due: day }))
    .output(z.object({ taskId: id, code: z.string() })),
}
