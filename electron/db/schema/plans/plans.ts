import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { periodKinds, periodStages, planStates } from '../../../../shared/domain/plans/cycle.ts'
import { id, isDay, isTrue, notBackwards, oneOf, version } from '../columns.ts'

/** 考评方案: the constants as one document; immutable once a frozen period uses it. */
export const plan = sqliteTable(
  'plan',
  {
    id: id(),
    code: text('code').notNull(),
    planVersion: integer('plan_version').notNull(),
    name: text('name').notNull(),
    document: text('document').notNull(),
    state: text('state', { enum: planStates }).notNull(),
    approvedBy: text('approved_by'),
    approvedAt: text('approved_at'),
    version: version(),
  },
  (t) => [unique('plan_code_version').on(t.code, t.planVersion), oneOf('plan_state', t.state, planStates), isTrue('plan_document', sql`json_valid(${t.document})`)],
)

/** 周期: a quarter `2026Q1` or a year `2026`. */
export const period = sqliteTable(
  'period',
  {
    id: id(),
    code: text('code').notNull().unique(),
    kind: text('kind', { enum: periodKinds }).notNull(),
    start: text('start').notNull(),
    end: text('end').notNull(),
    freeze: text('freeze').notNull(),
    stage: text('stage', { enum: periodStages }).notNull(),
    planId: text('plan_id').notNull().references(() => plan.id),
    version: version(),
  },
  (t) => [
    oneOf('period_kind', t.kind, periodKinds),
    oneOf('period_stage', t.stage, periodStages),
    isDay('period_start', t.start),
    isDay('period_end', t.end),
    isDay('period_freeze', t.freeze),
    notBackwards('period_range', t.start, t.end),
  ],
)
