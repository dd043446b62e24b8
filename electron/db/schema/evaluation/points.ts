import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { circularKinds, deductionRules, pointStates, vetoEffects } from '../../../../shared/domain/plans/points/codes.ts'
import { id, isDay, isTrue, oneOf, seq, version } from '../columns.ts'
import { period } from '../plans/plans.ts'
import { staff } from '../people/people.ts'

/** 荣誉 */
export const honour = sqliteTable(
  'honour',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    periodId: text('period_id').notNull().references(() => period.id),
    matter: text('matter').notNull(),
    level: text('level').notNull(),
    /** What proposed it, where nobody typed it: `register:<id>`. */
    origin: text('origin'),
    state: text('state', { enum: pointStates }).notNull(),
    version: version(),
  },
  (t) => [isTrue('honour_level', sql`${t.level} <> ''`), oneOf('honour_state', t.state, pointStates), index('honour_period').on(t.periodId)],
)

/** 通报 */
export const circular = sqliteTable(
  'circular',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    periodId: text('period_id').notNull().references(() => period.id),
    kind: text('kind', { enum: circularKinds }).notNull(),
    matter: text('matter'),
    origin: text('origin'),
    state: text('state', { enum: pointStates }).notNull(),
    version: version(),
  },
  (t) => [oneOf('circular_kind', t.kind, circularKinds), oneOf('circular_state', t.state, pointStates), index('circular_period').on(t.periodId)],
)

/** 扣分; an approved 尽责豁免 keeps it visible and makes it count nothing. */
export const deduction = sqliteTable(
  'deduction',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    rule: text('rule', { enum: deductionRules }).notNull(),
    date: text('date').notNull(),
    matter: text('matter'),
    /** `supervision:<id>` of the 督办单 behind it. */
    origin: text('origin'),
    exempt: integer('exempt', { mode: 'boolean' }).notNull().default(false),
    exemptReason: text('exempt_reason'),
    state: text('state', { enum: pointStates }).notNull(),
    version: version(),
  },
  (t) => [
    oneOf('deduction_rule', t.rule, deductionRules),
    oneOf('deduction_state', t.state, pointStates),
    isDay('deduction_date', t.date),
    isTrue('deduction_exempt', sql`${t.exempt} IN (0, 1)`),
    index('deduction_staff_date').on(t.staffId, t.date),
  ],
)

/** 否决 of one period (a quarter or a year). */
export const veto = sqliteTable(
  'veto',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    periodId: text('period_id').notNull().references(() => period.id),
    effect: text('effect', { enum: vetoEffects }).notNull(),
    clause: text('clause'),
    /** The 裁定 it comes from. */
    rulingId: text('ruling_id'),
    version: version(),
  },
  (t) => [oneOf('veto_effect', t.effect, vetoEffects), index('veto_period').on(t.periodId)],
)
