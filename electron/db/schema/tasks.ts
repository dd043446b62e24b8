import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { partyRoles, taskForms, taskQualities, taskStates } from '../../../shared/domain/tasks/codes.ts'
import { id, isDay, isTrue, oneOf, seq, version } from './columns.ts'
import { moduleTable } from './organisation.ts'
import { staff } from './people.ts'

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
    submittedOn: text('submitted_on'),
    completedOn: text('completed_on'),
    reworks: integer('reworks'),
    quality: text('quality', { enum: taskQualities }),
    version: version(),
  },
  (t) => [
    unique('task_party_once').on(t.taskId, t.staffId),
    oneOf('task_party_role', t.role, partyRoles),
    oneOf('task_party_quality', t.quality, taskQualities),
    isDay('task_party_submitted_on', t.submittedOn),
    isDay('task_party_completed_on', t.completedOn),
    isTrue('task_party_reworks', sql`${t.reworks} IS NULL OR ${t.reworks} >= 0`),
    index('task_party_staff').on(t.staffId),
    index('task_party_seq').on(t.seq),
  ],
)

/** 流转, append-only: triggers refuse update and delete. */
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
  },
  (t) => [oneOf('task_log_from', t.fromState, taskStates), oneOf('task_log_to', t.toState, taskStates), index('task_log_task').on(t.taskId), index('task_log_seq').on(t.seq), index('task_log_at').on(t.at)],
)
