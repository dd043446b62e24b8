import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { resultStates, sheetKinds, sheetStates } from '../../../../shared/domain/plans/cycle.ts'
import { id, isDecimal, isTrue, oneOf, seq, version } from '../columns.ts'
import { moduleTable } from '../township/organisation.ts'
import { staff } from '../people/people.ts'
import { period } from '../plans/plans.ts'

/** 模块 PK 系数 of one period. */
export const modulePk = sqliteTable(
  'module_pk',
  {
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    periodId: text('period_id').notNull().references(() => period.id),
    factor: text('factor').notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.moduleId, t.periodId] }), isDecimal('module_pk_factor', t.factor)],
)

/** 评分表: who scores whom in one period. A scorer who is no staff (a loaded case) stands as a label. */
export const scoreSheet = sqliteTable(
  'score_sheet',
  {
    id: id(),
    seq: seq(),
    periodId: text('period_id').notNull().references(() => period.id),
    kind: text('kind', { enum: sheetKinds }).notNull(),
    scorerId: text('scorer_id').references(() => staff.id),
    scorerLabel: text('scorer_label'),
    moduleId: text('module_id').references(() => moduleTable.id),
    state: text('state', { enum: sheetStates }).notNull(),
    /** 代录: the inspector who typed in a paper sheet. */
    proxyBy: text('proxy_by'),
    /** A岗 who left the sheet to his B岗, and why. */
    delegatedById: text('delegated_by_id').references(() => staff.id),
    delegationReason: text('delegation_reason'),
    version: version(),
  },
  (t) => [
    oneOf('score_sheet_kind', t.kind, sheetKinds),
    oneOf('score_sheet_state', t.state, sheetStates),
    isTrue('score_sheet_scorer', sql`(${t.scorerId} IS NULL) <> (${t.scorerLabel} IS NULL)`),
    index('score_sheet_period').on(t.periodId),
  ],
)

/**
 * One score of one person on one sheet: a band or a score in hundredths.
 * `scoreExact` holds the decimal as written where it is finer than a hundredth (only a loaded case has such).
 */
export const scoreEntry = sqliteTable(
  'score_entry',
  {
    id: id(),
    seq: seq(),
    sheetId: text('sheet_id').notNull().references(() => scoreSheet.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    band: text('band'),
    score: integer('score'),
    scoreExact: text('score_exact'),
    note: text('note'),
    version: version(),
  },
  (t) => [
    unique('score_entry_seq').on(t.sheetId, t.seq),
    isTrue('score_entry_one', sql`${t.band} IS NULL OR ${t.score} IS NULL`),
    isTrue('score_entry_score', sql`${t.score} IS NULL OR ${t.score} >= 0`),
    isDecimal('score_entry_exact', t.scoreExact),
    index('score_entry_staff').on(t.staffId),
  ],
)

/** In `peer_count` this band is an abstention. */
export const abstention = ''

/** 互评 counts per ratee and band ('' is abstention). Nothing says who gave what: no ids, no order. */
export const peerCount = sqliteTable(
  'peer_count',
  {
    periodId: text('period_id').notNull().references(() => period.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    band: text('band').notNull(),
    votes: integer('votes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.periodId, t.staffId, t.band] }), isTrue('peer_count_votes', sql`${t.votes} >= 0`)],
)

/** 互评 roll: who has voted, and nothing else. */
export const peerRoll = sqliteTable(
  'peer_roll',
  {
    periodId: text('period_id').notNull().references(() => period.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.periodId, t.staffId] })],
)

/** 冻结快照: every input of the engine, copied whole, with its SHA-256. */
export const snapshot = sqliteTable(
  'snapshot',
  {
    id: id(),
    periodId: text('period_id').notNull().references(() => period.id),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    frozenAt: text('frozen_at').notNull(),
    frozenBy: text('frozen_by').notNull(),
    /** The amendment that made it of the snapshot before; null for the freeze itself. */
    rulingId: text('ruling_id'),
  },
  (t) => [isTrue('snapshot_document', sql`json_valid(${t.document})`), index('snapshot_period').on(t.periodId)],
)

/** 结果版本: the result document of one computation; an amendment makes a further version. */
export const resultVersion = sqliteTable(
  'result_version',
  {
    id: id(),
    periodId: text('period_id').notNull().references(() => period.id),
    resultVersion: integer('result_version').notNull(),
    snapshotId: text('snapshot_id').notNull().references(() => snapshot.id),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    state: text('state', { enum: resultStates }).notNull(),
    computedAt: text('computed_at').notNull(),
    computedBy: text('computed_by').notNull(),
  },
  (t) => [
    unique('result_version_no').on(t.periodId, t.resultVersion),
    oneOf('result_version_state', t.state, resultStates),
    isTrue('result_version_document', sql`json_valid(${t.document})`),
  ],
)

/** 个人结果 of one version, hundredths; null leaves are missing ones. */
export const personResult = sqliteTable(
  'person_result',
  {
    versionId: text('version_id').notNull().references(() => resultVersion.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    seq: seq(),
    post: integer('post').notNull(),
    module: integer('module').notNull(),
    team: integer('team').notNull(),
    special: integer('special').notNull(),
    deduct: integer('deduct').notNull(),
    total: integer('total').notNull(),
    pool: text('pool'),
    rankTown: integer('rank_town').notNull(),
    rankModule: integer('rank_module').notNull(),
    rankPool: integer('rank_pool').notNull(),
    valid: integer('valid', { mode: 'boolean' }).notNull(),
    grade: text('grade').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.staffId] }),
    isTrue('person_result_total', sql`${t.total} >= 0`),
    isTrue('person_result_valid', sql`${t.valid} IN (0, 1)`),
    index('person_result_staff').on(t.staffId),
  ],
)

/** 会议审定 of a person's grade in a period, with the reason where it departs from the suggestion. */
export const decision = sqliteTable(
  'decision',
  {
    id: id(),
    periodId: text('period_id').notNull().references(() => period.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    grade: text('grade').notNull(),
    reason: text('reason'),
    meeting: text('meeting'),
    /** 特殊情形 it was decided under, and the 裁定 it comes from. */
    clause: text('clause'),
    rulingId: text('ruling_id'),
    decidedAt: text('decided_at').notNull(),
    version: version(),
  },
  (t) => [unique('decision_once').on(t.periodId, t.staffId)],
)

/** 年度 inputs of a person that no quarter holds. */
export const yearStanding = sqliteTable(
  'year_standing',
  {
    periodId: text('period_id').notNull().references(() => period.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    warned: integer('warned', { mode: 'boolean' }).notNull().default(false),
    months: integer('months'),
    /** Whose account entered it last; null for what older versions entered. */
    enteredBy: text('entered_by'),
    /** Who of 党政正职 has confirmed what stands here; null until then, and again after a change. */
    confirmedBy: text('confirmed_by'),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.periodId, t.staffId] }),
    isTrue('year_standing_warned', sql`${t.warned} IN (0, 1)`),
    isTrue('year_standing_months', sql`${t.months} IS NULL OR ${t.months} BETWEEN 0 AND 12`),
  ],
)

/** 绩效奖金 pool of a year, in fen. */
export const bonusPool = sqliteTable(
  'bonus_pool',
  {
    periodId: text('period_id').notNull().references(() => period.id),
    seq: seq(),
    pool: text('pool').notNull(),
    fen: integer('fen').notNull(),
    enteredBy: text('entered_by'),
    confirmedBy: text('confirmed_by'),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.periodId, t.pool] }), isTrue('bonus_pool_fen', sql`${t.fen} >= 0`)],
)
