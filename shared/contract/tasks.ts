import { z } from 'zod'
import { partyRoles, taskForms, taskQualities, taskStates } from '../domain/tasks/codes.ts'
import { command, day, id, note, pageOf, paging, query, rowVersion } from './procedure.ts'
import { faults } from './vocabulary.ts'

export const lights = ['red', 'yellow', 'green', 'grey'] as const

const partyRow = z.object({ staffId: id, staffName: z.string(), role: z.enum(partyRoles), submittedOn: day.nullable(), completedOn: day.nullable() })

const taskRow = z.object({
  id,
  code: z.string(),
  docNo: z.string().nullable(),
  form: z.enum(taskForms),
  source: z.string().nullable(),
  title: z.string(),
  weight: z.int(),
  moduleId: id,
  leadStaffId: id.nullable(),
  issuedOn: day.nullable(),
  due: day,
  state: z.enum(taskStates),
  light: z.enum(lights),
  completedOn: day.nullable(),
  reworks: z.int(),
  quality: z.enum(taskQualities).nullable(),
  progress: z.int(),
  parties: z.array(partyRow),
  version: rowVersion,
})

const logRow = z.object({ at: z.string(), actor: z.string(), action: z.string(), fromState: z.enum(taskStates).nullable(), toState: z.enum(taskStates), reason: z.string().nullable() })

const draftInput = z.object({
  docNo: z.string().trim().min(1).max(60).nullable(),
  form: z.enum(taskForms),
  source: z.string().trim().max(100).nullable(),
  title: z.string().trim().min(1, faults.empty).max(200, faults.tooLong(200)),
  content: note.nullable(),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  moduleId: id,
  leadStaffId: id.nullable(),
  due: day,
  parties: z.array(z.object({ staffId: id, role: z.enum(partyRoles) })).min(1, faults.noHost),
})

const step = z.object({ id, version: rowVersion })
const stepWithReason = step.extend({ reason: z.string().trim() })
const stepped = z.object({ state: z.enum(taskStates), version: rowVersion })

/** A step of the flow: from its states to its state, else `not_in_state`. */
const flow = { changes: ['task'], errors: ['not_in_state', 'reason_required'] } as const

export const tasks = {
  list: query('task.work')
    .input(paging.extend({ on: day, moduleId: id.optional(), state: z.enum(taskStates).optional(), search: z.string().trim().max(50).optional() }))
    .output(pageOf(taskRow)),
  get: query('task.work').input(z.object({ id, on: day })).output(taskRow.extend({ content: z.string().nullable(), log: z.array(logRow) })),
  draft: command('task.work', { changes: ['task'], errors: ['duplicate'] }).input(draftInput).output(z.object({ id, code: z.string() })),
  /** 草稿 → 待签发 */
  propose: command('task.work', flow).input(step).output(stepped),
  /** 待签发 → 草稿 */
  sendBack: command('task.work', flow).input(stepWithReason).output(stepped),
  /** 待签发 → 待签收 */
  issue: command('task.work', { ...flow, notByDoer: true }).input(step).output(stepped),
  /** 待签收 → 办理中 */
  accept: command('task.work', flow).input(step).output(stepped),
  feedback: command('task.work', { changes: ['task'], errors: ['not_in_state'] })
    .input(step.extend({ progress: z.int().min(0).max(100), text: note }))
    .output(stepped),
  /** 办理中 → 待模块审 once every party has handed in; today counts as a party's day of completion if the work is accepted in the end. */
  submit: command('task.work', flow).input(step).output(stepped),
  /** 待模块审 → 待核验 */
  review: command('task.review', { ...flow, notByDoer: true }).input(step.extend({ quality: z.enum(taskQualities) })).output(stepped),
  /** 待模块审/待核验 → 办理中, one return more */
  rejectAtReview: command('task.review', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
  rejectAtVerification: command('task.verify', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
  /** 待核验 → 已办结 */
  verify: command('task.verify', { ...flow, notByDoer: true }).input(step).output(stepped),
  /** 已办结 → 已销号 */
  closeOut: command('task.verify', { ...flow, notByDoer: true }).input(step).output(stepped),
  /** 办理中 ⇄ 中止 */
  suspend: command('task.supervise', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
  resume: command('task.supervise', { ...flow, notByDoer: true }).input(step).output(stepped),
  revoke: command('task.supervise', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
  /** 已办结/已销号 → 办理中 */
  reopen: command('task.supervise', { ...flow, notByDoer: true }).input(stepWithReason).output(stepped),
}
