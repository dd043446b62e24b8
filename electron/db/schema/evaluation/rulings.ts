import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { appealStates, rulingKinds, rulingStates } from '../../../../shared/domain/evaluation/rulings/rulings.ts'
import { vetoEffects } from '../../../../shared/domain/plans/points/codes.ts'
import { id, isDay, isTrue, oneOf, seq, version } from '../columns.ts'
import { period } from '../plans/plans.ts'
import { staff } from '../people/people.ts'
import { deduction } from './points.ts'

/** 申诉 of a person against a published result, to be answered within 5 working days. */
export const appeal = sqliteTable(
  'appeal',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    periodId: text('period_id').notNull().references(() => period.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    resultVersion: integer('result_version').notNull(),
    /** What it is about: a leaf, a dimension or the grade. */
    matter: text('matter').notNull(),
    text: text('text').notNull(),
    filedOn: text('filed_on').notNull(),
    answerDue: text('answer_due').notNull(),
    state: text('state', { enum: appealStates }).notNull().default('filed'),
    answer: text('answer'),
    answeredOn: text('answered_on'),
    answeredBy: text('answered_by'),
    version: version(),
  },
  (t) => [
    oneOf('appeal_state', t.state, appealStates),
    isDay('appeal_filed', t.filedOn),
    isDay('appeal_due', t.answerDue),
    isDay('appeal_answered', t.answeredOn),
    isTrue('appeal_text', sql`${t.text} <> ''`),
    index('appeal_period').on(t.periodId),
    index('appeal_staff').on(t.staffId),
  ],
)

/** 裁定: proposed by 督考, decided by 党政正职, with the ruling body and its document; it takes effect when it is approved and stays visible. */
export const ruling = sqliteTable(
  'ruling',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    kind: text('kind', { enum: rulingKinds }).notNull(),
    periodId: text('period_id').notNull().references(() => period.id),
    /** Whom it is about; null for an amendment of something that is no one person's. */
    staffId: text('staff_id').references(() => staff.id),
    deductionId: text('deduction_id').references((): AnySQLiteColumn => deduction.id),
    appealId: text('appeal_id').references(() => appeal.id),
    effect: text('effect', { enum: vetoEffects }),
    /** The grade of a special case. */
    grade: text('grade'),
    clause: text('clause'),
    rulingBody: text('ruling_body').notNull(),
    docNo: text('doc_no'),
    reason: text('reason').notNull(),
    /** An amendment: which values of the snapshot become which, as JSON. */
    changes: text('changes'),
    proposedOn: text('proposed_on').notNull(),
    proposedBy: text('proposed_by').notNull(),
    state: text('state', { enum: rulingStates }).notNull().default('proposed'),
    answer: text('answer'),
    decidedOn: text('decided_on'),
    decidedBy: text('decided_by'),
    version: version(),
  },
  (t) => [
    oneOf('ruling_kind', t.kind, rulingKinds),
    oneOf('ruling_state', t.state, rulingStates),
    oneOf('ruling_effect', t.effect, vetoEffects),
    isDay('ruling_proposed', t.proposedOn),
    isDay('ruling_decided', t.decidedOn),
    isTrue('ruling_exemption', sql`(${t.kind} = 'exemption') = (${t.deductionId} IS NOT NULL)`),
    isTrue('ruling_veto', sql`(${t.kind} = 'veto') = (${t.effect} IS NOT NULL)`),
    isTrue('ruling_amendment', sql`(${t.kind} = 'amendment') = (${t.changes} IS NOT NULL)`),
    isTrue('ruling_changes', sql`${t.changes} IS NULL OR json_valid(${t.changes})`),
    isTrue('ruling_special', sql`(${t.kind} = 'special_case') = (${t.grade} IS NOT NULL)`),
    isTrue('ruling_reason', sql`${t.reason} <> '' AND ${t.rulingBody} <> ''`),
    index('ruling_period').on(t.periodId),
    index('ruling_staff').on(t.staffId),
    index('ruling_deduction').on(t.deductionId),
    index('ruling_appeal').on(t.appealId),
  ],
)
