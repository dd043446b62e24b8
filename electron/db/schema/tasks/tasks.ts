import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { extensionStates, partyStates, supervisionDayStates, supervisionLevels, supervisionStates, taskForms, taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { partyRoles, taskQualities } from '../../../../shared/domain/plans/task-codes.ts'
import { id, isDay, isTrue, notBackwards, oneOf, seq, version } from '../columns.ts'
import { moduleTable } from '../township/organisation.ts'
import { staff } from '../people/people.ts'
import { specialGroup } from './groups.ts'

/** 任务. Lights and overdue are derived, never stored. */
export const task = sqliteTable(
  'task',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    docNo: text('doc_no').unique(),
    form: text('form', { enum: taskForms }).notNull(),
    source: text('source'),
    title: text('title').notNull(),
    /** The title's syllables, for search by pinyin and initials. */
    searchKey: text('search_key').notNull().default(''),
    content: text('content'),
    weight: integer('weight').notNull(),
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    leadStaffId: text('lead_staff_id').references(() => staff.id),
    issuedOn: text('issued_on'),
    due: text('due').notNull(),
    state: text('state', { enum: taskStates }).notNull(),
    /** The day it was put aside: the time until it goes on does not count. */
    suspendedOn: text('suspended_on'),
    /** The account that drafted it; null for what came from elsewhere. */
    draftedBy: text('drafted_by'),
    /** The 专项工作组 it belongs to. */
    groupId: text('group_id').references(() => specialGroup.id),
    exempt: integer('exempt', { mode: 'boolean' }).notNull().default(false),
    /** Day of the submission that was finally accepted. */
    completedOn: text('completed_on'),
    reworks: integer('reworks').notNull().default(0),
    quality: text('quality', { enum: taskQualities }),
    progress: integer('progress').notNull().default(0),
    version: version(),
  },
  (t) => [
    oneOf('task_form', t.form, taskForms),
    oneOf('task_state', t.state, taskStates),
    oneOf('task_quality', t.quality, taskQualities),
    isTrue('task_weight', sql`${t.weight} > 0`),
    isTrue('task_reworks', sql`${t.reworks} >= 0`),
    isTrue('task_progress', sql`${t.progress} BETWEEN 0 AND 100`),
    isTrue('task_exempt', sql`${t.exempt} IN (0, 1)`),
    isDay('task_issued_on', t.issuedOn),
    isDay('task_due', t.due),
    isDay('task_completed_on', t.completedOn),
    isDay('task_suspended_on', t.suspendedOn),
    index('task_group').on(t.groupId),
    index('task_due_state').on(t.due, t.state),
    index('task_module').on(t.moduleId),
    index('task_seq').on(t.seq),
    // What waits, what is late and what shows which light, without a look at the rows themselves.
    index('task_open').on(t.state, t.moduleId, t.due, t.seq, t.id, t.issuedOn, t.progress),
    // All that a list searches, filters and orders by: it reads this in official order and leaves the contents alone.
    index('task_list').on(
      t.seq, t.id, t.title, t.searchKey, t.code, t.docNo, t.form, t.source, t.weight, t.moduleId, t.leadStaffId, t.issuedOn, t.due, t.state, t.exempt, t.completedOn, t.reworks, t.quality, t.progress,
    ),
  ],
)

/** 承办: host or co-host, with values of its own where it differs from the task. */
export const taskParty = sqliteTable(
  'task_party',
  {
    id: id(),
    seq: seq(),
    taskId: text('task_id').notNull().references(() => task.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    role: text('role', { enum: partyRoles }).notNull(),
    state: text('state', { enum: partyStates }).notNull().default('issued'),
    acceptedOn: text('accepted_on'),
    submittedOn: text('submitted_on'),
    completedOn: text('completed_on'),
    reworks: integer('reworks'),
    quality: text('quality', { enum: taskQualities }),
    version: version(),
  },
  (t) => [
    unique('task_party_once').on(t.taskId, t.staffId),
    oneOf('task_party_role', t.role, partyRoles),
    oneOf('task_party_state', t.state, partyStates),
    isDay('task_party_accepted_on', t.acceptedOn),
    oneOf('task_party_quality', t.quality, taskQualities),
    isDay('task_party_submitted_on', t.submittedOn),
    isDay('task_party_completed_on', t.completedOn),
    isTrue('task_party_reworks', sql`${t.reworks} IS NULL OR ${t.reworks} >= 0`),
    index('task_party_staff').on(t.staffId),
    index('task_party_waiting').on(t.state, t.taskId),
    index('task_party_seq').on(t.seq),
  ],
)

/** 流转, append-only: triggers refuse update and delete, but for the one line of a task that an import brought and takes back untouched. */
export const taskLog = sqliteTable(
  'task_log',
  {
    id: id(),
    seq: seq(),
    taskId: text('task_id').notNull().references(() => task.id),
    at: text('at').notNull(),
    staffId: text('staff_id').references(() => staff.id),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    fromState: text('from_state', { enum: taskStates }),
    toState: text('to_state', { enum: taskStates }).notNull(),
    reason: text('reason'),
    /** Whose part it was about; null for the whole task. */
    partyId: text('party_id').references(() => staff.id),
    /** Ids of the attachments that show what was done, as a JSON array. */
    evidence: text('evidence').notNull().default('[]'),
    /** What the doers had reported by a feedback or a submission, whole percent; null for any other step. */
    progress: integer('progress'),
  },
  (t) => [isTrue('task_log_evidence', sql`json_valid(${t.evidence})`), isTrue('task_log_progress', sql`${t.progress} IS NULL OR ${t.progress} BETWEEN 0 AND 100`), oneOf('task_log_from', t.fromState, taskStates), oneOf('task_log_to', t.toState, taskStates), index('task_log_task').on(t.taskId), index('task_log_seq').on(t.seq), index('task_log_at').on(t.at), index('task_log_hand').on(t.actor, t.action, t.taskId)],
)

/** 节点: planned back from the deadline, done on a day. */
export const milestone = sqliteTable(
  'milestone',
  {
    id: id(),
    seq: seq(),
    taskId: text('task_id').notNull().references(() => task.id),
    name: text('name').notNull(),
    due: text('due').notNull(),
    doneOn: text('done_on'),
    note: text('note'),
    version: version(),
  },
  (t) => [isTrue('milestone_name', sql`${t.name} <> ''`), isDay('milestone_due', t.due), isDay('milestone_done_on', t.doneOn), index('milestone_task').on(t.taskId), index('milestone_due_open').on(t.doneOn, t.due)],
)

/** 延期 */
export const extension = sqliteTable(
  'extension',
  {
    id: id(),
    seq: seq(),
    taskId: text('task_id').notNull().references(() => task.id),
    askedBy: text('asked_by').notNull(),
    askedAt: text('asked_at').notNull(),
    reason: text('reason').notNull(),
    fromDue: text('from_due').notNull(),
    toDue: text('to_due').notNull(),
    state: text('state', { enum: extensionStates }).notNull().default('asked'),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
    answer: text('answer'),
    version: version(),
  },
  (t) => [
    oneOf('extension_state', t.state, extensionStates),
    isDay('extension_from_due', t.fromDue),
    isDay('extension_to_due', t.toDue),
    isTrue('extension_later', sql`${t.toDue} > ${t.fromDue}`),
    isTrue('extension_decided', sql`(${t.state} = 'asked') = (${t.decidedBy} IS NULL)`),
    index('extension_task').on(t.taskId),
    index('extension_state_seq').on(t.state, t.seq),
  ],
)

/** 督办单 on a task that is late. */
export const supervision = sqliteTable(
  'supervision',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    docNo: text('doc_no').unique(),
    taskId: text('task_id').notNull().references(() => task.id),
    level: text('level', { enum: supervisionLevels }).notNull(),
    demand: text('demand').notNull(),
    issuedOn: text('issued_on').notNull(),
    issuedBy: text('issued_by').notNull(),
    replyDue: text('reply_due').notNull(),
    state: text('state', { enum: supervisionStates }).notNull().default('issued'),
    reply: text('reply'),
    repliedOn: text('replied_on'),
    repliedBy: text('replied_by'),
    settledOn: text('settled_on'),
    settledBy: text('settled_by'),
    version: version(),
  },
  (t) => [
    oneOf('supervision_level', t.level, supervisionLevels),
    oneOf('supervision_state', t.state, supervisionStates),
    isDay('supervision_issued_on', t.issuedOn),
    isDay('supervision_reply_due', t.replyDue),
    isDay('supervision_replied_on', t.repliedOn),
    isDay('supervision_settled_on', t.settledOn),
    notBackwards('supervision_range', t.issuedOn, t.replyDue),
    index('supervision_task').on(t.taskId),
    index('supervision_state_seq').on(t.state, t.seq),
  ],
)

/** 督查日: everything there is to supervise in a module on one day, at most one a month. */
export const supervisionDay = sqliteTable(
  'supervision_day',
  {
    id: id(),
    seq: seq(),
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    date: text('date').notNull(),
    inspectors: text('inspectors').notNull(),
    state: text('state', { enum: supervisionDayStates }).notNull().default('planned'),
    findings: text('findings'),
    version: version(),
  },
  (t) => [oneOf('supervision_day_state', t.state, supervisionDayStates), isDay('supervision_day_date', t.date), index('supervision_day_module').on(t.moduleId, t.date)],
)

/** What a 督查日 found on one task. */
export const supervisionFinding = sqliteTable(
  'supervision_finding',
  {
    id: id(),
    seq: seq(),
    dayId: text('day_id').notNull().references(() => supervisionDay.id),
    taskId: text('task_id').notNull().references(() => task.id),
    finding: text('finding').notNull().default(''),
    version: version(),
  },
  (t) => [unique('supervision_finding_once').on(t.dayId, t.taskId), index('supervision_finding_task').on(t.taskId)],
)
