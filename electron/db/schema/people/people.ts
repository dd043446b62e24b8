import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { identities, leaveKinds, sexes, staffStatuses, tracks } from '../../../../shared/domain/people/codes.ts'
import { id, isDay, isTrue, notBackwards, oneOf, seq, version } from '../columns.ts'

/** 人员. `idNoSealed` is the encrypted 身份证号; `idNoIndex` its keyed digest, for uniqueness and matching. */
export const staff = sqliteTable(
  'staff',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    name: text('name').notNull(),
    sex: text('sex', { enum: sexes }),
    idNoSealed: blob('id_no_sealed', { mode: 'buffer' }),
    idNoIndex: text('id_no_index').unique(),
    birthMonth: text('birth_month'),
    political: text('political'),
    identity: text('identity', { enum: identities }).notNull(),
    sendingUnit: text('sending_unit'),
    rankTitle: text('rank_title'),
    phone: text('phone'),
    track: text('track', { enum: tracks }).notNull(),
    status: text('status', { enum: staffStatuses }).notNull().default('active'),
    pool: text('pool'),
    workStart: text('work_start'),
    joinedOn: text('joined_on'),
    leftOn: text('left_on'),
    remark: text('remark'),
    /** The name's syllables, for search by pinyin and initials. */
    searchKey: text('search_key').notNull().default(''),
    /** 退回反馈 of the year before the first period kept here (from a loaded case or a hand-over). */
    priorRejections: integer('prior_rejections').notNull().default(0),
    version: version(),
  },
  (t) => [
    oneOf('staff_sex', t.sex, sexes),
    oneOf('staff_identity', t.identity, identities),
    oneOf('staff_track', t.track, tracks),
    oneOf('staff_status', t.status, staffStatuses),
    isTrue('staff_birth_month', sql`${t.birthMonth} IS NULL OR ${t.birthMonth} GLOB '[12][0-9][0-9][0-9]-[01][0-9]'`),
    isTrue('staff_id_no', sql`(${t.idNoSealed} IS NULL) = (${t.idNoIndex} IS NULL)`),
    isTrue('staff_prior_rejections', sql`${t.priorRejections} >= 0`),
    isDay('staff_joined_on', t.joinedOn),
    isDay('staff_left_on', t.leftOn),
    index('staff_name').on(t.name),
    index('staff_seq').on(t.seq),
  ],
)

/** 请假 */
export const leave = sqliteTable(
  'leave',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    kind: text('kind', { enum: leaveKinds }).notNull(),
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
    oneOf('leave_kind', t.kind, leaveKinds),
    isDay('leave_from', t.from),
    isDay('leave_to', t.to),
    notBackwards('leave_range', t.from, t.to),
    index('leave_staff').on(t.staffId),
  ],
)
