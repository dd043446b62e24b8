import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { issueSources, issueStates, satisfactions } from '../../../../shared/domain/villages/issues/codes.ts'
import { id, isDay, isTrue, oneOf, seq, version } from '../columns.ts'
import { moduleTable } from '../township/organisation.ts'
import { staff } from '../people/people.ts'
import { task } from '../tasks/tasks.ts'
import { village } from './villages.ts'

/** 民情事项 */
export const publicIssue = sqliteTable(
  'public_issue',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    villageId: text('village_id').notNull().references(() => village.id),
    source: text('source', { enum: issueSources }).notNull(),
    title: text('title').notNull(),
    searchKey: text('search_key').notNull().default(''),
    content: text('content'),
    /** Whoever raised it, and how to reach him. */
    reporter: text('reporter'),
    phone: text('phone'),
    reportedOn: text('reported_on').notNull(),
    enteredBy: text('entered_by').references(() => staff.id),
    moduleId: text('module_id').references(() => moduleTable.id),
    handlerId: text('handler_id').references(() => staff.id),
    due: text('due'),
    state: text('state', { enum: issueStates }).notNull(),
    result: text('result'),
    resolvedOn: text('resolved_on'),
    satisfaction: text('satisfaction', { enum: satisfactions }),
    closedOn: text('closed_on'),
    /** How often whoever raised it was not satisfied. */
    reworks: integer('reworks').notNull().default(0),
    /** The task it has become, where it is too large for one hand. */
    taskId: text('task_id').references(() => task.id),
    version: version(),
  },
  (t) => [
    oneOf('public_issue_source', t.source, issueSources),
    oneOf('public_issue_state', t.state, issueStates),
    oneOf('public_issue_satisfaction', t.satisfaction, satisfactions),
    isTrue('public_issue_reworks', sql`${t.reworks} >= 0`),
    isDay('public_issue_reported_on', t.reportedOn),
    isDay('public_issue_due', t.due),
    isDay('public_issue_resolved_on', t.resolvedOn),
    isDay('public_issue_closed_on', t.closedOn),
    index('public_issue_seq').on(t.seq),
    index('public_issue_state_module').on(t.state, t.moduleId),
    index('public_issue_village').on(t.villageId),
    index('public_issue_handler').on(t.handlerId),
    index('public_issue_task').on(t.taskId),
  ],
)

/** What was done with a 民情事项, append-only: triggers refuse update and delete. */
export const publicIssueLog = sqliteTable(
  'public_issue_log',
  {
    id: id(),
    seq: seq(),
    issueId: text('issue_id').notNull().references(() => publicIssue.id),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    fromState: text('from_state', { enum: issueStates }),
    toState: text('to_state', { enum: issueStates }).notNull(),
    note: text('note'),
  },
  (t) => [oneOf('public_issue_log_from', t.fromState, issueStates), oneOf('public_issue_log_to', t.toState, issueStates), index('public_issue_log_issue').on(t.issueId)],
)
