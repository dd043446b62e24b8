import { z } from 'zod'
import { groupMeetingKinds, secondmentDirections } from '../../domain/tasks/groups/codes.ts'
import { groupStates } from '../../domain/tasks/groups/state.ts'
import { taskStates } from '../../domain/tasks/tasks/codes.ts'
import { lights } from '../../domain/tasks/tasks/light.ts'
import { tuesdayException } from './meetings.ts'
import { command, day, id, name, note, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const member = z.object({ id, staffId: id, staffName: z.string(), role: z.string(), from: day, to: day.nullable(), version: rowVersion })

const groupRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  approvalNo: z.string().nullable(),
  goal: z.string().nullable(),
  leadStaffId: id.nullable(),
  leadStaffName: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  dissolvedOn: day.nullable(),
  conclusion: z.string().nullable(),
  /** As of today. */
  state: z.enum(groupStates),
  members: z.array(member),
  /** The modules that its members and its 牵头领导 work in today. */
  moduleIds: z.array(id),
  /** The caller is a member or leads it. */
  isMine: z.boolean(),
  /** Tasks of the group that are not finished. */
  openTasks: z.int(),
  lastWeekly: day.nullable(),
  lastMonthly: day.nullable(),
  /** The meetings that are due today. */
  due: z.array(z.enum(groupMeetingKinds)),
  /** The caller may record its meetings. */
  mayRecord: z.boolean(),
  /** The caller may change what it is for and who is in it. */
  mayCompose: z.boolean(),
  version: rowVersion,
})

const meetingRow = z.object({
  id,
  kind: z.enum(groupMeetingKinds),
  heldOn: day,
  place: z.string().nullable(),
  attendees: z.string(),
  record: z.string(),
  decisions: z.string().nullable(),
  /** Of a meeting on a Tuesday: why, and the 党政正职 who allowed it. */
  exceptionReason: z.string().nullable(),
  exceptionBy: id.nullable(),
  exceptionByName: z.string().nullable(),
  recordedBy: z.string(),
  version: rowVersion,
})

const groupTask = z.object({ id, code: z.string(), title: z.string(), moduleName: z.string(), state: z.enum(taskStates), light: z.enum(lights), due: day, hosts: z.array(z.string()) })

const memberInput = z.object({ groupId: id, staffId: id, role: z.string().min(1), from: day, to: day.nullable() })

const frame = z.object({ name, goal: note.nullable(), leadStaffId: id.nullable().default(null), from: day, to: day.nullable() })

const text = (most: number) => z.string().trim().min(1, faults.empty).max(most, faults.tooLong(most))

const meetingInput = z.object({
  kind: z.enum(groupMeetingKinds),
  heldOn: day,
  place: text(50).nullable(),
  attendees: text(1000),
  record: text(5000),
  decisions: text(5000).nullable(),
  ...tuesdayException,
})

/** Of the workbench: the groups of which a meeting is due, for who leads them and for 督考. */
export const groupMeetingsDue = z.array(z.object({ groupId: id, name: z.string(), due: z.array(z.enum(groupMeetingKinds)), lastWeekly: day.nullable(), lastMonthly: day.nullable() }))

export const groups = {
  /** Every group, those at work first. */
  list: query('register.enter', ['group', 'staff', 'task', 'module']).output(z.array(groupRow)),
  /** One group with its meetings (newest first), its tasks where the caller may see them, and the grade of the present quarter. */
  get: query('register.enter', ['group', 'staff', 'task', 'module', 'period', 'result'])
    .input(z.object({ id, on: day }))
    .output(
      groupRow.extend({
        meetings: z.array(meetingRow),
        /** null: its tasks are for its members and those who lead them. */
        tasks: z.array(groupTask).nullable(),
        /** null where the caller sees no grades yet, or no quarter runs. */
        grade: z.object({ periodCode: z.string(), grade: z.string().nullable() }).nullable(),
        /** The roles of the plan in force. */
        roles: z.array(z.string()),
      }),
    ),
  /** The approved groups at work in a period, with their grade; null where none has been given. Empty for who sees no scores yet. */
  grades: query('result.read', ['group', 'period'])
    .input(z.object({ periodId: id }))
    .output(z.array(z.object({ groupId: id, code: z.string(), name: z.string(), members: z.int(), grade: z.string().nullable() }))),
  propose: command('group.propose', { changes: ['group'], errors: ['dates_backwards', 'duplicate'] }).input(frame).output(z.object({ id })),
  edit: command('group.compose', { changes: ['group'], errors: ['dates_backwards', 'duplicate', 'not_in_state'] })
    .input(frame.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  approve: command('group.approve', { changes: ['group'], errors: ['duplicate', 'not_in_state'] })
    .input(z.object({ id, approvalNo: name, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** 解散: ends every membership that day. Refused while tasks of the group are open. */
  dissolve: command('group.approve', { changes: ['group'], errors: ['not_in_state', 'group_tasks_open'] })
    .input(z.object({ id, on: day, conclusion: text(2000), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  addMember: command('group.compose', { changes: ['group'], errors: ['dates_backwards', 'duplicate', 'not_in_state'], notAboutSelf: true }).input(memberInput).output(z.object({ id })),
  endMember: command('group.compose', { changes: ['group'], errors: ['dates_backwards'], notAboutSelf: true })
    .input(z.object({ id, to: day, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Takes out what was entered by mistake, as if it had never been; not of a frozen quarter. The audit log keeps it. */
  removeMember: command('group.compose', { changes: ['group'], errors: ['period_not_open'], notAboutSelf: true }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  /** Another role from a day on: the present one ends the day before. */
  changeRole: command('group.compose', { changes: ['group'], errors: ['dates_backwards', 'duplicate'], notAboutSelf: true })
    .input(z.object({ id, role: z.string().min(1), from: day, version: rowVersion }))
    .output(z.object({ id })),
  addMeeting: command('group.meeting', { changes: ['group'], errors: ['duplicate', 'not_in_state'] }).input(meetingInput.extend({ groupId: id })).output(z.object({ id })),
  editMeeting: command('group.meeting', { changes: ['group'], errors: ['duplicate', 'not_in_state'] })
    .input(meetingInput.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Takes out what was entered by mistake, with no attachment left to it, while the group is not dissolved; the audit log keeps it. */
  removeMeeting: command('group.meeting', { changes: ['group'], errors: ['not_in_state', 'attachments_stand'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  /** null: not graded after all. */
  grade: command('group.grade', { changes: ['group'], errors: ['period_not_open'] })
    .input(z.object({ groupId: id, periodId: id, grade: z.string().min(1).nullable() }))
    .output(z.object({})),
  /** Many at once, all or none. */
  gradeMany: command('group.grade', { changes: ['group'], errors: ['period_not_open'] })
    .input(z.object({ periodId: id, grades: z.array(z.object({ groupId: id, grade: z.string().min(1).nullable() })).min(1, faults.empty) }))
    .output(z.object({})),
}

const secondmentRow = z.object({
  id,
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  direction: z.enum(secondmentDirections),
  unit: z.string(),
  groupId: id.nullable(),
  groupName: z.string().nullable(),
  docNo: z.string().nullable(),
  from: day,
  to: day.nullable(),
  reason: z.string().nullable(),
  version: rowVersion,
})

const secondmentInput = z.object({ staffId: id, direction: z.enum(secondmentDirections), unit: name, groupId: id.nullable(), docNo: name.nullable(), from: day, to: day.nullable(), reason: note.nullable() })

/** 抽调 in and out. */
export const secondments = {
  /** Of the people in the caller's view, the newest first. */
  list: query('staff.read', ['group', 'staff']).input(z.object({ staffId: id.optional(), groupId: id.optional() })).output(z.array(secondmentRow)),
  add: command('staff.edit', { changes: ['group', 'staff'], errors: ['dates_backwards', 'secondment_overlaps'], notAboutSelf: true }).input(secondmentInput).output(z.object({ id })),
  edit: command('staff.edit', { changes: ['group', 'staff'], errors: ['dates_backwards', 'secondment_overlaps'], notAboutSelf: true })
    .input(secondmentInput.omit({ staffId: true }).extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Takes out what was entered by mistake; the audit log keeps it. */
  remove: command('staff.edit', { changes: ['group', 'staff'], notAboutSelf: true }).input(z.object({ id, version: rowVersion })).output(z.object({})),
}
